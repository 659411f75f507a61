// The reverse Cuthill-McKee order, by one worker.
#pragma once

#include <cstdint>

#include "core/scratch.hpp"
#include "core/team.hpp"
#include "gatun/csr_reorder.h"

namespace gatun::GATUN_TIER {

struct ReorderScratch {
    ReorderScratch(int64_t vertices, void* memory, uint64_t bytes) : scratch(memory, bytes) {
        const uint64_t n = vertices > 0 ? static_cast<uint64_t>(vertices) : 0;
        begins = scratch.take<int64_t>(n + 1);
        counts = scratch.take<int32_t>(n + 1);
    }

    Scratch scratch;
    int64_t* begins;  // of rows in the new order; before that, keys of neighbours to sort
    int32_t* counts;  // vertices by degree; for Cuthill-McKee, all vertices in order of degree
};

class CuthillMckee {
  public:
    CuthillMckee(gatun_csr_reorder_args& args, const ReorderScratch& scratch, Team& team)
        : a(args), s(scratch), team(team), n(args.graph.vertices), offsets(args.graph.offsets) {}

    void run() {
        sort_by_degree();
        for (int64_t v = 0; v < n; v++) a.places[v] = unseen;
        int64_t done = 0;
        for (int64_t i = 0; i < n && !team.stopping(); i++) {
            const int32_t v = s.counts[i];
            if (a.places[v] == unseen) done = search(far_end(v, done), done).end;
        }
        for (int64_t i = 0; i < n / 2; i++) {
            const int32_t v = a.order[i];
            a.order[i] = a.order[n - 1 - i];
            a.order[n - 1 - i] = v;
        }
    }

  private:
    static constexpr int32_t unseen = -1;

    struct Levels {
        int64_t count;
        int64_t last;  // where the last one begins in the order
        int64_t end;   // where it ends
    };

    int64_t degree(int32_t v) const { return offsets[v + 1] - offsets[v]; }

    // The higher the degree, the later; above 2^32 - 1 all are alike.
    int64_t key(int32_t v) const {
        const int64_t d = degree(v), most = UINT32_MAX >> 1;
        return (d < most ? d : most) << 32 | v;
    }

    // All vertices into counts, by degree and id.
    void sort_by_degree() {
        for (int64_t v = 0; v < n; v++) s.begins[v] = key(static_cast<int32_t>(v));
        sort(s.begins, n);
        for (int64_t i = 0; i < n; i++) s.counts[i] = static_cast<int32_t>(s.begins[i]);
    }

    // Searches from one end to the other until that takes no more levels than before. Leaves its component unseen.
    int32_t far_end(int32_t v, int64_t from) {
        for (int64_t most = 0;;) {
            const Levels levels = search(v, from);
            int32_t end = a.order[levels.last];
            for (int64_t i = levels.last; i < levels.end; i++) {
                if (key(a.order[i]) < key(end)) end = a.order[i];
            }
            for (int64_t i = from; i < levels.end; i++) a.places[a.order[i]] = unseen;
            if (levels.count <= most || team.stopping()) return v;
            most = levels.count;
            v = end;
        }
    }

    // Breadth-first into the order from a place on, the neighbours of each vertex by degree and id.
    Levels search(int32_t v, int64_t from) {
        Levels levels{0, from, from + 1};
        a.order[from] = v;
        a.places[v] = 0;
        int64_t level_end = from;
        for (int64_t i = from; i < levels.end; i++) {
            if (i == level_end) {
                levels.count++;
                levels.last = i;
                level_end = levels.end;
                if (team.stopping()) break;
            }
            levels.end = visit(a.order[i], levels.end);
        }
        return levels;
    }

    int64_t visit(int32_t v, int64_t end) {
        const int64_t begin = end;
        for (int64_t e = offsets[v]; e < offsets[v + 1]; e++) {
            const int32_t u = a.graph.neighbours[e];
            if (a.places[u] != unseen) continue;
            a.places[u] = 0;
            s.begins[end - begin] = key(u);
            a.order[end++] = u;
        }
        if (end - begin > 1) {
            sort(s.begins, end - begin);
            for (int64_t i = begin; i < end; i++) a.order[i] = static_cast<int32_t>(s.begins[i - begin]);
        }
        return end;
    }

    // By insertion, longer ones by a heap.
    static void sort(int64_t* keys, int64_t count) {
        if (count > 24) return heap_sort(keys, count);
        for (int64_t i = 1; i < count; i++) {
            const int64_t k = keys[i];
            int64_t at = i;
            for (; at > 0 && keys[at - 1] > k; at--) keys[at] = keys[at - 1];
            keys[at] = k;
        }
    }

    static void heap_sort(int64_t* keys, int64_t count) {
        for (int64_t i = count / 2; i-- > 0;) sift(keys, i, count);
        for (int64_t left = count - 1; left > 0; left--) {
            const int64_t largest = keys[0];
            keys[0] = keys[left];
            keys[left] = largest;
            sift(keys, 0, left);
        }
    }

    static void sift(int64_t* keys, int64_t at, int64_t count) {
        const int64_t k = keys[at];
        for (int64_t child; (child = 2 * at + 1) < count; at = child) {
            if (child + 1 < count && keys[child + 1] > keys[child]) child++;
            if (keys[child] <= k) break;
            keys[at] = keys[child];
        }
        keys[at] = k;
    }

    gatun_csr_reorder_args& a;
    const ReorderScratch& s;
    Team& team;
    const int64_t n;
    const int64_t* const offsets;
};

}  // namespace gatun::GATUN_TIER
