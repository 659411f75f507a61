// Similarity of neighbourhoods. One build serves all CPU tiers: counting common neighbours is random increments, and
// the rows of a pair are mostly short or of very different lengths.
#define GATUN_TIER base

#include <cmath>
#include <cstring>

#include "core/error.hpp"
#include "core/scratch.hpp"
#include "core/team.hpp"
#include "csr/csr_problem.hpp"
#include "csr/csr_top.hpp"
#include "gatun/csr_similarity.h"

namespace {

using gatun::Scratch;
using gatun::base::Team;
using gatun::csr::Top;

constexpr int64_t pair_chunk = 256;
constexpr int64_t vertex_chunk = 16;

// Steps between two looks at the cancel flag.
constexpr int64_t stride = 1 << 16;

// Of two rows, one so many times longer than the other is searched and not read.
constexpr int64_t much_longer = 16;

struct SimilarityScratch {
    SimilarityScratch(int64_t vertices, int32_t top, uint32_t worker, uint32_t workers, void* memory, uint64_t bytes)
        : scratch(memory, bytes) {
        const uint64_t n = top > 0 && vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        for (uint32_t w = 0; w < workers; w++) {
            int32_t* const c = scratch.take<int32_t>(n);
            int32_t* const t = scratch.take<int32_t>(n);
            if (w != worker) continue;
            counts = c;
            touched = t;
        }
    }

    Scratch scratch;
    int32_t* counts = nullptr;   // by vertex, how many neighbours it has in common with the one at hand
    int32_t* touched = nullptr;  // those of which that is not 0
};

class Similarity {
  public:
    Similarity(gatun_csr_similarity_args& args, Team& team, const SimilarityScratch& s)
        : a(args), team(team), n(args.graph.vertices), counts(s.counts), touched(s.touched) {}

    int32_t run() { return a.top > 0 ? run_top() : run_pairs(); }

  private:
    int64_t degree(int64_t v) const { return a.graph.offsets[v + 1] - a.graph.offsets[v]; }

    double value(int64_t common, int64_t of, int64_t other) const {
        if (common == 0) return 0;
        const double c = static_cast<double>(common);
        switch (a.measure) {
            case GATUN_SIMILARITY_OVERLAP: return c / static_cast<double>(of < other ? of : other);
            case GATUN_SIMILARITY_COSINE: return c / std::sqrt(static_cast<double>(of) * static_cast<double>(other));
            default: return c / static_cast<double>(of + other - common);
        }
    }

    int32_t run_pairs() {
        if (team.first()) team.set_total(a.pairs);
        const bool done = team.running() && team.for_chunks(a.pairs, pair_chunk, [&](int64_t from, int64_t to) {
            for (int64_t i = from; i < to && !team.stopping(); i++) {
                if (bad(a.first[i]) || bad(a.second[i])) team.note_fault(i);
                else a.values[i] = value(common(a.first[i], a.second[i]), degree(a.first[i]), degree(a.second[i]));
            }
            team.advance(to - from);
        });
        return done ? GATUN_STATUS_OK : end_pairs();
    }

    bool bad(int32_t v) const { return v < 0 || v >= n; }

    int32_t end_pairs() {
        const int32_t ended = team.status();
        const int64_t position = team.first_fault();
        team.barrier();  // all have read both before the details are written
        if (ended != GATUN_STATUS_OK) return ended;
        if (team.first()) {
            const int32_t id = bad(a.first[position]) ? a.first[position] : a.second[position];
            team.fail(GATUN_STATUS_OUT_OF_RANGE, position, id, "a pair names no vertex");
        }
        team.barrier();
        return team.status();
    }

    int64_t common(int32_t u, int32_t v) const {
        if (degree(u) > degree(v)) {
            const int32_t swap = u;
            u = v;
            v = swap;
        }
        const int32_t *x = row(u), *y = row(v), *const x_end = row(u + 1), *const y_end = row(v + 1);
        int64_t sum = 0;
        if (degree(v) > much_longer * degree(u)) {
            for (; x < x_end && y < y_end; x++) {
                y = gatun::csr::first_not_below(y, y_end, *x);
                sum += y < y_end && *y == *x;
            }
            return sum;
        }
        while (x < x_end && y < y_end) {
            const int32_t left = *x, right = *y;
            sum += left == right;
            x += left <= right;
            y += right <= left;
        }
        return sum;
    }

    const int32_t* row(int64_t v) const { return a.graph.neighbours + a.graph.offsets[v]; }

    int32_t run_top() {
        if (team.first()) team.set_total(n);
        memset(counts, 0, sizeof *counts * static_cast<size_t>(n));
        const bool done = team.running() && team.for_chunks(n, vertex_chunk, [&](int64_t from, int64_t to) {
            for (int64_t u = from; u < to && !team.stopping(); u++) {
                Top best(a.neighbours + u * a.top, a.values + u * a.top, a.top);
                if (takes_part(u)) find(u, best);
                best.finish();
            }
            team.advance(to - from);
        });
        return done ? GATUN_STATUS_OK : team.status();
    }

    bool takes_part(int64_t v) const { return degree(v) >= a.least_degree && degree(v) <= a.most_degree; }

    // Counts the ways of two steps to each other vertex.
    void find(int64_t u, Top& best) {
        int64_t found = 0, steps = 0;
        for (const int32_t* w = row(u); w < row(u + 1); w++) {
            for (const int32_t* v = row(*w); v < row(*w + 1); v++) {
                if (counts[*v]++ == 0) touched[found++] = *v;
                if (++steps % stride == 0 && team.stopping()) return;
            }
        }
        for (int64_t i = 0; i < found; i++) {
            const int32_t v = touched[i];
            const int64_t common = counts[v];
            counts[v] = 0;
            if (v == u || !takes_part(v)) continue;
            const double similarity = value(common, degree(u), degree(v));
            if (similarity >= a.least) best.offer(v, similarity);
        }
    }

    gatun_csr_similarity_args& a;
    Team& team;
    const int64_t n;
    int32_t* const counts;
    int32_t* const touched;
};

const char* problem(const gatun_csr_similarity_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.measure < GATUN_SIMILARITY_JACCARD || a.measure > GATUN_SIMILARITY_COSINE) return "unknown measure";
    if (a.top < 0) return "top is negative";
    if (a.pairs < 0) return "pairs is negative";
    if (a.top > 0) return a.graph.vertices > 0 && (a.neighbours == nullptr || a.values == nullptr) ? "output is NULL" : nullptr;
    return a.pairs > 0 && (a.first == nullptr || a.second == nullptr || a.values == nullptr) ? "pairs are NULL" : nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_similarity_scratch(int64_t vertices, int32_t top, uint32_t workers) {
    return SimilarityScratch(vertices, top, 0, workers, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_similarity(gatun_csr_similarity_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    const SimilarityScratch scratch(
        args->graph.vertices, args->top, worker, workers, args->scratch, args->scratch_bytes);
    if (args->top > 0 && !scratch.scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return Similarity(*args, all, scratch).run();
}
}
