// Parents of a finished shortest-path search, the smallest ids. Included once per tier.
#pragma once

#include "core/team.hpp"
#include "csr/csr_sssp_scan.hpp"

namespace gatun::GATUN_TIER {

// First every vertex u offers itself to the neighbours v with distance(u) + w = distance(v) and distance(u) <
// distance(v). What is left (orphans) is reached through edges that add nothing, and gets its parents breadth-first.
template <class D, class W>
class SsspParents {
  public:
    SsspParents(const gatun_csr_sssp_args& args, const csr::SsspScratch& scratch, const D* distances, Team& team)
        : args(args), n(args.graph.vertices), offsets(args.graph.offsets), neighbours(args.graph.neighbours),
          weights(static_cast<const W*>(args.graph.weights)), distances(distances), parents(args.parents), team(team),
          control(*scratch.control), queue(reinterpret_cast<int32_t*>(scratch.blocks)) {}

    // False when cancelled. All workers.
    bool run() {
        if (!clear() || !offer_all() || !count_orphans()) return false;
        if (load(control.orphans) != 0 && !adopt()) return false;
        return finish();
    }

  private:
    // States of parents[v] besides an id. An orphan found in the current level holds the complement of `found - u`.
    static constexpr int32_t orphan = -1, source = INT32_MIN;

    static int32_t claim(int32_t u) { return -2 - u; }
    static int32_t claimed(int32_t state) { return -2 - state; }

    static constexpr int64_t chunk = 4096;
    // Levels with fewer vertices are expanded by worker 0 alone.
    static constexpr int64_t worth_sharing = 4096;

    bool clear() {
        const bool go_on = team.for_chunks(n, 1 << 16, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) parents[v] = orphan;
        });
        if (!go_on) return false;
        if (team.first()) {
            for (int64_t i = 0; i < args.source_count; i++) parents[args.sources[i]] = source;
            control.orphans = 0;
            control.queued = 0;
        }
        team.barrier();
        return true;
    }

    bool offer_all() {
        return team.for_chunks(n, chunk, [&](int64_t begin, int64_t end) {
            for (int64_t u = begin; u < end; u++) {
                if (distances[u] != unreached<D>) {
                    tight_edges(static_cast<int32_t>(u), [&](int32_t v) { offer(static_cast<int32_t>(u), v); });
                }
            }
        });
    }

    void offer(int32_t u, int32_t v) {
        if (!(distances[u] < distances[v]) || distances[v] == unreached<D>) return;  // unreached: by infinite weights
        int32_t old = load(parents[v]);
        while ((old == orphan || u < old) && !__atomic_compare_exchange_n(&parents[v], &old, u, true,
                                                 __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
        }
    }

    bool count_orphans() {
        return team.for_chunks(n, 1 << 16, [&](int64_t begin, int64_t end) {
            int64_t count = 0;
            for (int64_t v = begin; v < end; v++) count += parents[v] == orphan && distances[v] != unreached<D>;
            if (count != 0) __atomic_fetch_add(&control.orphans, count, __ATOMIC_RELAXED);
        });
    }

    // Level 0 is every vertex with a parent, and the sources; the queue holds the levels after it one by one.
    bool adopt() {
        const bool go_on = team.for_chunks(n, chunk, [&](int64_t begin, int64_t end) {
            for (int64_t u = begin; u < end; u++) {
                const int32_t state = load(parents[u]);
                if (state >= 0 || state == source) expand(static_cast<int32_t>(u));
            }
        });
        if (!go_on) return false;
        int64_t level = 0, level_end = load(control.queued);
        while (level < level_end) {
            team.barrier();  // all have read the queue's length
            if (!settle(level, level_end)) return false;
            if (level_end - level < worth_sharing) {
                if (team.first()) {
                    for (int64_t i = level; i < level_end && !team.stopping(); i++) expand(queue[i]);
                }
                if (!team.running()) return false;
            } else if (!team.for_chunks(level_end - level, chunk / 16, [&](int64_t begin, int64_t end) {
                           for (int64_t i = begin; i < end; i++) expand(queue[level + i]);
                       })) {
                return false;
            }
            level = level_end;
            level_end = load(control.queued);
        }
        return true;
    }

    // A level is complete: its claims become parents.
    bool settle(int64_t level, int64_t level_end) {
        int64_t begin, end;
        team.share(level_end - level, 64, begin, end);
        for (int64_t i = level + begin; i < level + end; i++) parents[queue[i]] = claimed(parents[queue[i]]);
        return team.running();
    }

    void expand(int32_t u) {
        tight_edges(u, [&](int32_t v) {
            if (distances[u] != distances[v]) return;
            int32_t old = load(parents[v]);
            for (;;) {
                const bool first = old == orphan;
                if (!first && (old >= 0 || old == source || claimed(old) <= u)) return;
                if (__atomic_compare_exchange_n(&parents[v], &old, claim(u), true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
                    if (first) queue[__atomic_fetch_add(&control.queued, 1, __ATOMIC_RELAXED)] = v;
                    return;
                }
            }
        });
    }

    bool finish() {
        return team.for_chunks(n, 1 << 16, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) {
                if (parents[v] == source) parents[v] = -1;
            }
        });
    }

    template <class Visit>
    void tight_edges(int32_t u, Visit&& visit) {
        for (int64_t e = offsets[u]; e < offsets[u + 1] && !team.stopping();) {
            const int64_t room = SsspFound<D>::room;
            const int64_t end = offsets[u + 1] - e < room ? offsets[u + 1] : e + room;
            scan<SsspWant::tight>(neighbours, weights, e, end, distances[u], distances, found);
            for (int32_t i = 0; i < found.count; i++) visit(found.vertices[i]);
            found.count = 0;
            e = end;
        }
    }

    const gatun_csr_sssp_args& args;
    const int64_t n;
    const int64_t* const offsets;
    const int32_t* const neighbours;
    const W* const weights;
    const D* const distances;
    int32_t* const parents;
    Team& team;
    csr::SsspControl& control;
    int32_t* const queue;  // orphans, at most n
    SsspFound<D> found;
};

}  // namespace gatun::GATUN_TIER
