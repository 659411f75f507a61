// Delta-stepping with bucket fusion. Included once per tier.
//
// Each worker keeps a bucket queue of its own. A round begins with all workers agreeing on the lowest bucket any of
// them has; its blocks are shared out among all, and each worker relaxes the edges of the vertices it gets. Then it
// goes on with its own next buckets (fusion), which saves rounds, and ends the round when they grow worth sharing or
// run too far ahead of the others: a vertex processed before a smaller distance arrives is processed again.
#pragma once

#include "core/team.hpp"
#include "csr/csr_sssp_scan.hpp"

namespace gatun::GATUN_TIER {

struct SsspPlan {
    bool exact;            // buckets of one distance each: Dijkstra's algorithm, on one worker
    uint32_t shift;        // integers: bucket width 2^shift
    double width;          // bucket width
};

// A bucket with at most so many entries is not worth sharing.
constexpr int64_t sssp_alone = 64;
// A worker's own bucket with more entries is worth sharing.
constexpr int64_t sssp_crowd = 1024;
// How many buckets past the agreed one a worker may go on alone.
constexpr int64_t sssp_ahead = 32;

template <class D, class W>
class SsspSearch {
    using Queue = SsspQueue<D>;
    using Block = SsspBlock<D>;
    using Entry = SsspEntry<D>;

  public:
    SsspSearch(const gatun_csr& graph, const csr::SsspScratch& scratch, const SsspPlan& plan, D* distances, Team& team)
        : n(graph.vertices), offsets(graph.offsets), neighbours(graph.neighbours),
          weights(static_cast<const W*>(graph.weights)), distances(distances), team(team), plan(plan),
          control(*scratch.control), scratch(scratch), queue(scratch, key_for(plan)),
          single(team.workers == 1 || plan.exact) {}

    // Before run: by one worker, between barriers.
    void begin() {
        queue.reset_pool();
        control.listed[0] = control.listed[1] = 0;
        control.taken[0] = control.taken[1] = 0;
    }

    void enter(int32_t source) {
        if (distances[source] == 0) return;
        distances[source] = 0;
        queue.push(0, source);
    }

    // Relaxes all edges of the reached vertices once: where a search with smaller distances left off.
    bool enter_all() {
        return team.for_chunks(n, 4096, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) {
                const Entry entry = {load(distances[v]), static_cast<int32_t>(v)};
                if (entry.distance != unreached<D>) add(&entry, &entry + 1);
            }
            relax();
        });
    }

    // To the end; false when cancelled. All workers.
    bool run() {
        uint32_t shared = 0;  // the chain this worker gave to all in the round before
        for (uint32_t parity = 0;; parity ^= 1) {
            post(parity);
            team.barrier();
            queue.release_chain(shared);
            shared = 0;
            if (team.first()) {
                store(control.listed[parity], 0u);             // all have added to it; next in two rounds
                store(control.taken[parity ^ 1], int64_t{0});  // all have done with it; next in one round
            }
            const Agreed round = agree(parity);
            if (round.stop) return team.running();
            if (round.rebuild) {
                if (!rebuild()) return false;
                continue;
            }
            if (round.key == Queue::none) break;
            lowest_done = round.key;
            if (!queue.is_fine(round.key)) {
                queue.advance(round.key);
                continue;
            }
            const bool mine = posts(parity)[team.worker].key == round.key;
            if (single || round.entries <= sssp_alone) {
                const int64_t others = round.others > round.key + sssp_ahead ? round.others : round.key + sssp_ahead;
                fuse(single ? Queue::none : others, single ? INT64_MAX : sssp_alone);
            } else {
                if (mine) shared = queue.detach(round.key);
                share(parity, round);
                fuse(round.key + sssp_ahead, sssp_crowd);
            }
        }
        team.advance(settled);
        return team.running();
    }

  private:
    struct Agreed {
        int64_t key = Queue::none;     // lowest bucket
        int64_t others = Queue::none;  // the same without this worker
        int64_t entries = 0;           // in the lowest bucket, of all workers
        int64_t parts = 0;             // of its listed blocks
        bool rebuild = false, stop = false;
    };

    // Listed blocks are given out in parts of so many entries.
    static constexpr int64_t part = 16;
    static constexpr int64_t block_parts = (Block::capacity + part - 1) / part;
    // How many vertices ahead in a batch their offsets, and their neighbours and weights, are asked for.
    static constexpr int32_t offsets_ahead = 32, rows_ahead = 16;

    static SsspKey<D> key_for(const SsspPlan& plan) {
        if constexpr (__is_same(D, double)) return {plan.exact ? 0 : 1 / plan.width};
        else return {plan.shift};
    }

    csr::SsspPost* posts(uint32_t parity) { return scratch.posts + parity * team.workers; }

    void post(uint32_t parity) {
        csr::SsspPost& p = posts(parity)[team.worker];
        p.key = queue.lowest();
        p.entries = 0;
        p.blocks = p.first = 0;
        p.rebuild = queue.lost();
        p.stop = interrupted();
        if (single || p.key == Queue::none || !queue.is_fine(p.key)) return;
        queue.measure(p.key, UINT32_MAX, p.blocks, p.entries);
        p.first = __atomic_fetch_add(&control.listed[parity], p.blocks, __ATOMIC_RELAXED);
        uint32_t* to = scratch.lists[parity] + p.first;
        for (uint32_t b = queue.head(p.key); b != 0; b = queue.block(b).next) *to++ = b;
    }

    // Every worker reads the same posts and comes to the same conclusion.
    Agreed agree(uint32_t parity) {
        Agreed a;
        for (uint32_t w = 0; w < team.workers; w++) {
            const csr::SsspPost& p = posts(parity)[w];
            a.stop |= p.stop != 0;
            a.rebuild |= p.rebuild != 0;
            if (w != team.worker && p.key < a.others) a.others = p.key;
            if (p.key > a.key || p.key == Queue::none) continue;
            if (p.key < a.key) a.entries = a.parts = 0;
            a.key = p.key;
            a.entries += p.entries;
            a.parts += p.blocks * block_parts;
        }
        return a;
    }

    // Takes parts of the listed blocks until none is left.
    void share(uint32_t parity, const Agreed& round) {
        const int64_t fair = round.parts / (team.workers * 8);
        const int64_t step = fair < 1 ? 1 : fair > 8 * block_parts ? 8 * block_parts : fair;
        const csr::SsspPost* from = posts(parity);
        int64_t before = 0;  // parts of the workers before `from`
        for (;;) {
            team.turn();
            int64_t at = __atomic_fetch_add(&control.taken[parity], step, __ATOMIC_RELAXED);
            if (at >= round.parts || interrupted()) break;
            const int64_t end = at + step < round.parts ? at + step : round.parts;
            while (at < end) {
                while (from->key != round.key || at >= before + from->blocks * block_parts) {
                    if (from->key == round.key) before += from->blocks * block_parts;
                    from++;
                }
                const int64_t within = at - before, first = within % block_parts;
                int64_t parts = block_parts - first;
                if (parts > end - at) parts = end - at;
                const Block& block = queue.block(scratch.lists[parity][from->first + within / block_parts]);
                const int64_t begin = first * part, stop = begin + parts * part;
                add(block.entries + begin, block.entries + (stop < block.count ? stop : block.count));
                at += parts;
            }
        }
        relax();
    }

    // Processes this worker's own buckets in order, up to `end`, until one has more than `most` entries.
    void fuse(int64_t end, int64_t most) {
        for (;;) {
            const int64_t key = queue.lowest();
            if (key >= end || !queue.is_fine(key)) return;
            if (most != INT64_MAX) {
                uint32_t block_count;
                int64_t entries;
                queue.measure(key, static_cast<uint32_t>(most / Block::capacity) + 2, block_count, entries);
                if (entries > most) return;
            }
            for (uint32_t b = queue.detach(key); b != 0;) {
                Block& block = queue.block(b);
                team.turn();
                add(block.entries, block.entries + block.count);
                const uint32_t next = block.next;
                queue.release(b);
                b = next;
            }
            relax();
            if (interrupted()) return;
        }
    }

    // Every worker's entries anew from the distances: all vertices from the last agreed bucket on.
    bool rebuild() {
        queue.clear();
        team.barrier();
        if (team.first()) begin();
        team.barrier();
        return team.for_chunks(n, 4096, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) {
                const D d = distances[v];
                if (d != unreached<D> && queue.key(d) >= lowest_done) queue.push(d, static_cast<int32_t>(v));
            }
        });
    }

    // Takes over the entries that are not stale, without a branch (see csr_sssp_scan.hpp).
    void add(const Entry* begin, const Entry* end) {
        if (batch.count + (end - begin) > batch.room) relax();
        int32_t count = batch.count;
        for (const Entry* e = begin; e < end; e++) {
            batch.vertices[count] = e->vertex;
            batch.distances[count] = e->distance;
            count += load(distances[e->vertex]) == e->distance;
        }
        batch.count = count;
    }

    // Relaxes the edges of the batch.
    void relax() {
        const int32_t count = batch.count;
        for (int32_t i = 0; i < count && i < offsets_ahead; i++) __builtin_prefetch(&offsets[batch.vertices[i]]);
        for (int32_t i = 0; i < count && i < rows_ahead; i++) prefetch_row(batch.vertices[i]);
        int64_t scanned = 0;
        for (int32_t i = 0; i < count; i++) {
            if (i + offsets_ahead < count) __builtin_prefetch(&offsets[batch.vertices[i + offsets_ahead]]);
            if (i + rows_ahead < count) prefetch_row(batch.vertices[i + rows_ahead]);
            const int32_t u = batch.vertices[i];
            const int64_t row_end = offsets[u + 1];
            for (int64_t e = offsets[u]; e < row_end;) {
                const int64_t room = found.room - scanned;
                const int64_t end = row_end - e < room ? row_end : e + room;
                scan<SsspWant::nearer>(neighbours, weights, e, end, batch.distances[i], distances, found);
                scanned += end - e;
                e = end;
                if (scanned == found.room) {
                    commit();
                    scanned = 0;
                    if (interrupted()) e = row_end;
                }
            }
        }
        commit();
        batch.count = 0;
        settled += count;
        if (settled >= 16384) {
            team.advance(settled);
            settled = 0;
        }
    }

    // Always inlined: GCC takes a call of a function that only prefetches for one without effect, and drops it.
    __attribute__((always_inline)) void prefetch_row(int32_t u) {
        const int64_t begin = offsets[u];
        __builtin_prefetch(neighbours + begin);
        __builtin_prefetch(neighbours + begin + 16);
        __builtin_prefetch(neighbours + begin + 32);
        if constexpr (!__is_same(W, SsspUnit)) {
            constexpr int64_t line = 64 / sizeof(W);
            __builtin_prefetch(weights + begin);
            __builtin_prefetch(weights + begin + line);
            __builtin_prefetch(weights + begin + 2 * line);
        }
    }

    // Lowers the distances found. A neighbour may have been found twice, or lowered by another worker since.
    void commit() {
        for (int32_t i = 0; i < found.count; i++) {
            const int32_t v = found.vertices[i];
            D distance = found.distances[i];
            D old = load(distances[v]);
            if (single) {
                if (!(distance < old)) continue;
                distances[v] = distance;
            } else {
                bool lower;
                while ((lower = distance < old) && !__atomic_compare_exchange(&distances[v], &old, &distance, true,
                                                       __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
                }
                if (!lower) continue;
            }
            queue.push(distance, v);
        }
        found.count = 0;
    }

    // Polled between pieces of work. A worker that leaves work undone makes sure that the call does not end well.
    bool interrupted() {
        if (!team.stopping()) return false;
        team.fail(GATUN_STATUS_CANCELLED, -1, 0, "cancelled");
        return true;
    }

    const int64_t n;
    const int64_t* const offsets;
    const int32_t* const neighbours;
    const W* const weights;
    D* const distances;
    Team& team;
    const SsspPlan plan;
    csr::SsspControl& control;
    const csr::SsspScratch& scratch;
    Queue queue;
    const bool single;
    int64_t lowest_done = 0;
    int64_t settled = 0;
    SsspFound<D> batch;  // vertices whose edges are to be relaxed, with their distances
    SsspFound<D> found;  // neighbours nearer than they were
};

}  // namespace gatun::GATUN_TIER
