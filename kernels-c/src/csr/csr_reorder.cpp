// New orders of vertices. One build serves all CPU tiers: the work is counting and random reads.
#define GATUN_TIER base

#include "gatun/csr_reorder.h"

#include "core/team.hpp"
#include "csr/csr_cuthill_mckee.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"

namespace {

using gatun::base::CuthillMckee;
using gatun::base::ReorderScratch;
using gatun::base::RowBlocks;
using gatun::base::Team;

// Work in entries that a worker takes at a time.
constexpr int64_t chunk_work = 1 << 16;

// Vertices, or entries of one row, between two looks at the cancel flag.
constexpr int64_t patience = 1 << 16;

// Lowest degrees of the groups, in halves of the average.
constexpr int64_t group_bounds[] = {64, 32, 16, 8, 4, 2, 1};
constexpr int64_t groups = sizeof group_bounds / sizeof *group_bounds + 1;

class Reorder {
  public:
    Reorder(gatun_csr_reorder_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), offsets(args.graph.offsets),
          s(n, args.scratch, args.scratch_bytes) {}

    int32_t run() {
        if (team.first()) {
            team.set_total(n + a.graph.entries);
            find_order();
            team.set_progress(n);
        }
        if (!team.running()) return team.status();
        if (a.rows != nullptr && !write_entries()) return team.status();
        return GATUN_STATUS_OK;
    }

  private:
    int64_t degree(int64_t v) const { return offsets[v + 1] - offsets[v]; }

    void find_order() {
        if (a.method == GATUN_REORDER_CUTHILL_MCKEE) {
            CuthillMckee(a, s, team).run();
        } else if (a.method == GATUN_REORDER_DEGREE || a.method == GATUN_REORDER_HUB_SORT) {
            sort_by_degree(a.method == GATUN_REORDER_HUB_SORT);
        } else {
            sort_by_group(a.method == GATUN_REORDER_HUB_CLUSTER);
        }
        if (team.stopping()) return;  // the order may have gaps
        for (int64_t i = 0; i < n && !stops_at(i); i++) a.places[a.order[i]] = static_cast<int32_t>(i);
    }

    bool stops_at(int64_t i) const { return i % patience == 0 && team.stopping(); }

    bool is_hub(int64_t v) const { return degree(v) > a.graph.entries / n; }

    // A counting sort; degrees of n and more, which only parallel edges bring about, are sorted among themselves.
    void sort_by_degree(bool hubs_only) {
        int64_t begin = 0;
        int32_t* const counts = s.counts;
        for (int64_t d = 0; d <= n; d++) counts[d] = 0;
        for (int64_t v = 0; v < n; v++) counts[key(v, hubs_only)]++;
        for (int64_t d = n; d >= 0; d--) {
            const int32_t here = counts[d];
            counts[d] = static_cast<int32_t>(begin);
            begin += here;
        }
        for (int64_t v = 0; v < n && !stops_at(v); v++) a.order[counts[key(v, hubs_only)]++] = static_cast<int32_t>(v);
        if (!team.stopping()) sort_widest(counts[n]);
    }

    int64_t key(int64_t v, bool hubs_only) const {
        const int64_t d = degree(v);
        return hubs_only && !is_hub(v) ? 0 : d < n ? d : n;
    }

    // The first vertices of the order, those of degree n and more. There are few: such rows are long.
    void sort_widest(int64_t count) {
        for (int64_t i = 1; i < count && !team.stopping(); i++) {
            const int32_t v = a.order[i];
            int64_t at = i;
            for (; at > 0 && degree(a.order[at - 1]) < degree(v); at--) a.order[at] = a.order[at - 1];
            a.order[at] = v;
        }
    }

    void sort_by_group(bool hubs_or_not) {
        for (int64_t k = 0; k + 1 < groups; k++) {
            const int64_t whole = a.graph.entries / n, rest = a.graph.entries % n;
            lowest_twice[k] = group_bounds[k] * whole + (group_bounds[k] * rest + n - 1) / n;
        }
        int64_t counts[groups + 1] = {};
        for (int64_t v = 0; v < n; v++) counts[group(v, hubs_or_not) + 1]++;
        for (int64_t k = 0; k < groups; k++) counts[k + 1] += counts[k];
        for (int64_t v = 0; v < n && !stops_at(v); v++) {
            a.order[counts[group(v, hubs_or_not)]++] = static_cast<int32_t>(v);
        }
    }

    int64_t group(int64_t v, bool hubs_or_not) const {
        if (hubs_or_not) return is_hub(v) ? 0 : 1;
        int64_t k = 0;
        while (k + 1 < groups && 2 * degree(v) < lowest_twice[k]) k++;
        return k;
    }

    // Where the rows of each vertex begin in the new order, and then the entries.
    bool write_entries() {
        int64_t* const begins = s.begins;
        if (team.first()) {
            int64_t sum = 0;
            for (int64_t i = 0; i < n; i++) {
                begins[i] = sum;
                sum += degree(a.order[i]);
            }
            begins[n] = sum;
        }
        if (!team.running()) return false;
        gatun_csr placed = a.graph;
        placed.offsets = begins;
        const RowBlocks blocks(placed, chunk_work, INT32_MAX);
        return team.for_chunks(blocks.count, 1, [&](int64_t block, int64_t) {
            const int64_t from = blocks.begin(block), to = blocks.begin(block + 1);
            for (int64_t i = from; i < to; i++) write_row(i);
            team.advance(begins[to] - begins[from]);
        });
    }

    void write_row(int64_t place) {
        const int64_t begin = offsets[a.order[place]], count = degree(a.order[place]), at = s.begins[place];
        for (int64_t k = 0; k < count; k++) {
            a.rows[at + k] = static_cast<int32_t>(place);
            a.columns[at + k] = a.places[a.graph.neighbours[begin + k]];
            if (stops_at(k + 1)) return;
        }
        const int64_t size = weight_size();
        if (size > 0 && count > 0) {
            __builtin_memcpy(static_cast<char*>(a.weights) + at * size,
                static_cast<const char*>(a.graph.weights) + begin * size, static_cast<uint64_t>(count * size));
        }
    }

    int64_t weight_size() const {
        switch (a.graph.weight_type) {
            case GATUN_WEIGHT_INT32:
            case GATUN_WEIGHT_FLOAT32: return 4;
            case GATUN_WEIGHT_INT64:
            case GATUN_WEIGHT_FLOAT64: return 8;
            default: return 0;
        }
    }

    gatun_csr_reorder_args& a;
    Team& team;
    const int64_t n;
    const int64_t* const offsets;
    const ReorderScratch s;
    int64_t lowest_twice[groups];  // the lowest degree of each group but the last, times 2
};

const char* problem(const gatun_csr_reorder_args& a, uint32_t worker, uint32_t workers) {
    const char* const wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong != nullptr) return wrong;
    if (a.method < GATUN_REORDER_DEGREE || a.method > GATUN_REORDER_CUTHILL_MCKEE) return "unknown method";
    if (a.graph.vertices > 0 && a.order == nullptr) return "order is NULL";
    if (a.graph.vertices > 0 && a.places == nullptr) return "places is NULL";
    const bool weighted = a.graph.weight_type != GATUN_WEIGHT_NONE && a.graph.entries > 0;
    if (a.rows != nullptr && a.columns == nullptr) return "columns is NULL";
    if (a.rows != nullptr && weighted && a.weights == nullptr) return "weights to fill is NULL";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_reorder_scratch(int64_t vertices, uint32_t) {
    return ReorderScratch(vertices, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_reorder(gatun_csr_reorder_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices == 0) return GATUN_STATUS_OK;
    if (!ReorderScratch(args->graph.vertices, args->scratch, args->scratch_bytes).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return Reorder(*args, all).run();
}
}
