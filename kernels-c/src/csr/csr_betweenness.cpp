// Betweenness: sources one after the other, shared by all workers or dealt out to them. One build serves all CPU tiers:
// the sums wait for random reads, which wider registers do not speed up.
#define GATUN_TIER base

#include "csr/csr_betweenness.hpp"

#include "core/error.hpp"
#include "csr/csr_betweenness_tree.hpp"
#include "csr/csr_problem.hpp"

namespace {

using gatun::base::Dependencies;
using gatun::base::Team;
using gatun::csr::BetweennessScratch;

constexpr int64_t group = gatun::csr::sources_a_group;
constexpr int64_t stride = 1 << 15;  // vertices that a worker takes at a time

class Betweenness {
  public:
    Betweenness(gatun_csr_betweenness_args& args, Team& team, const BetweennessScratch& scratch)
        : a(args), n(args.graph.vertices), team(team), s(scratch), own(args, team, scratch.tree, scratch.one_each) {}

    int32_t run() {
        if (!begin()) return team.status();
        const int64_t groups = (a.source_count + group - 1) / group;
        for (int64_t first = 0; first < groups; first += s.trees) {
            const uint32_t owner = s.one_each ? team.worker : 0;
            double* const sums = s.sums(owner) == nullptr ? a.scores : s.sums(owner);
            const bool goes_on = add_group(first + owner, sums);
            // Alone, a worker that stops goes to the barrier all the same.
            if (s.one_each ? !team.running() : !goes_on) return team.status();
            if (sums != a.scores && !join(groups - first)) return team.status();
        }
        if (a.factor != 1 && !multiply()) return team.status();
        return GATUN_STATUS_OK;
    }

  private:
    bool begin() {
        if (team.first()) {
            team.set_total(a.source_count * n);
            for (int64_t i = 0; i < a.source_count; i++) {
                const int32_t v = a.sources[i];
                if (v >= 0 && v < n) continue;
                team.fail(GATUN_STATUS_OUT_OF_RANGE, i, v, "source out of range");
                break;
            }
        }
        if (!own.prepare()) {
            if (!s.one_each) return false;
        }
        return team.for_chunks(n, stride, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) a.scores[v] = 0;
            for (uint32_t i = 0; i < s.trees && s.sums(i) != nullptr; i++) {
                for (int64_t v = from; v < to; v++) s.sums(i)[v] = 0;
            }
        });
    }

    // Adds up the dependencies of one group's sources.
    bool add_group(int64_t index, double* sums) {
        const int64_t left = a.source_count - index * group;
        for (int64_t i = 0; i < (left < group ? left : group); i++) {
            if (!own.add(a.sources[index * group + i], sums)) return false;
        }
        return true;
    }

    // Adds the groups in work to the total, in their order.
    bool join(int64_t groups) {
        const uint32_t count = groups < s.trees ? static_cast<uint32_t>(groups) : s.trees;
        return team.for_chunks(n, stride, [&](int64_t from, int64_t to) {
            for (uint32_t i = 0; i < count; i++) {
                double* const sums = s.sums(i);
                for (int64_t v = from; v < to; v++) {
                    a.scores[v] += sums[v];
                    sums[v] = 0;
                }
            }
        });
    }

    bool multiply() {
        return team.for_chunks(n, stride, [&](int64_t from, int64_t to) {
            for (int64_t v = from; v < to; v++) a.scores[v] *= a.factor;
        });
    }

    gatun_csr_betweenness_args& a;
    const int64_t n;
    Team& team;
    const BetweennessScratch& s;
    Dependencies own;
};

const char* problem(const gatun_csr_betweenness_args& a, uint32_t worker, uint32_t workers) {
    const char* wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong == nullptr) wrong = gatun::csr::problem(a.in_graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.in_graph.vertices != a.graph.vertices || a.in_graph.entries != a.graph.entries) {
        return "in_graph is not as large as graph";
    }
    if (a.source_count < 0 || a.source_count > INT64_MAX >> 32) return "source_count not in 0 .. 2^31 - 1";
    if (a.source_count > 0 && a.sources == nullptr) return "sources is NULL";
    if (a.graph.vertices > 0 && a.scores == nullptr) return "scores is NULL";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_betweenness_scratch(int64_t vertices, int64_t source_count, uint32_t workers) {
    return BetweennessScratch(vertices, source_count, workers, 0, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_betweenness(gatun_csr_betweenness_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    const BetweennessScratch scratch(
        args->graph.vertices, args->source_count, workers, worker, args->scratch, args->scratch_bytes);
    if (!scratch.scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return Betweenness(*args, all, scratch).run();
}
}
