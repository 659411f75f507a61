#include "core/team.hpp"
#include "csr/csr_label_propagation.hpp"
#include "csr/row_blocks.hpp"

namespace gatun::GATUN_TIER {

namespace {

using csr::LabelCount;
using csr::LabelScratch;

// Vertices, or work in entries, that a worker takes at a time.
constexpr int64_t chunk = 1 << 14;
constexpr int64_t chunk_work = 1 << 15;

// Rows up to that length are counted in registers.
constexpr int64_t lanes = 16;
constexpr int64_t short_row = 2 * lanes;

// Labels are asked for so many entries ahead.
constexpr int64_t ahead = 24;

// Once the vertices that changed have less than this part of all entries, they mark their neighbours, and the next
// iteration looks at marked vertices only.
constexpr int64_t marking_below = 6;

// The most frequent label so far, of equally frequent ones the smallest.
struct Mode {
    uint64_t count = 0;
    int32_t label = INT32_MAX;

    void offer(uint64_t other_count, int32_t other) {
        const bool better = other_count > count || (other_count == count && other < label);
        count = better ? other_count : count;
        label = better ? other : label;
    }
};

// Counts labels of up to half its slots; empty between uses.
class LabelTable {
  public:
    LabelTable(LabelCount* slots, uint64_t capacity) : slots(slots), capacity(capacity) {}

    void clear_all() const { clear(capacity); }
    void clear() const { clear(uint64_t{mask} + 1); }

    // Fewer slots do for fewer labels, and stay in the cache.
    void size_for(int64_t labels) {
        const int bits = 65 - __builtin_clzll(static_cast<uint64_t>(labels - 1) | 15);  // at least twice as many
        shift = 32 - bits;
        mask = (1u << bits) - 1;
    }

    LabelCount& at(int32_t label) const {
        uint32_t slot = static_cast<uint32_t>(label) * 2654435769u >> shift;
        while (slots[slot].label != label && slots[slot].label >= 0) slot = (slot + 1) & mask;
        slots[slot].label = label;
        return slots[slot];
    }

    template <class Body>
    void drain(Body&& body) const {
        for (uint32_t slot = 0; slot <= mask; slot++) {
            if (slots[slot].label >= 0) body(slots[slot]);
        }
        clear();
    }

  private:
    void clear(uint64_t count) const {
        for (uint64_t i = 0; i < count; i++) slots[i] = LabelCount{-1, 0};
    }

    LabelCount* const slots;
    const uint64_t capacity;
    int shift = 0;
    uint32_t mask = 0;
};

using Lanes = int32_t __attribute__((vector_size(4 * lanes)));

// The mode of up to 16 or 32 labels: each lane counts how often its label stands in the row.
template <int vectors>
inline int32_t short_mode(int32_t* labels, int64_t count) {
    Lanes own[vectors], met[vectors] = {};
    for (int64_t i = count; i < vectors * lanes; i++) labels[i] = -1;
    __builtin_memcpy(own, labels, sizeof own);
    for (int64_t i = 0; i < count; i++) {
        const Lanes one = Lanes{} + labels[i];
        for (int k = 0; k < vectors; k++) met[k] -= own[k] == one;
    }
    int32_t counts[vectors * lanes];
    __builtin_memcpy(counts, met, sizeof met);
    Mode mode;
    for (int64_t i = 0; i < count; i++) mode.offer(static_cast<uint64_t>(counts[i]), labels[i]);
    return mode.label;
}

class Propagation {
  public:
    Propagation(gatun_csr_label_propagation_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices), directed(args.in_graph.vertices != 0),
          entries(args.graph.entries + (directed ? args.in_graph.entries : 0)),
          s(n, entries, team.workers, args.scratch, args.scratch_bytes),
          blocks(args.graph, chunk_work, INT32_MAX), table(s.tables + s.slots * team.worker, s.slots) {}

    int32_t run() {
        if (!begin()) return team.status();
        from = a.labels;
        to = s.other;
        int64_t i = 0;
        bool converged = false;
        for (marked = marking = false; i < a.max_iterations && !converged; i++) {
            if (!iterate(i)) return team.status();
            const int64_t changed = s.state->changed;
            if (!team.running()) return team.status();  // all have read it
            if (team.first()) {
                s.state->changed = 0;
                team.set_progress(i + 1);
            }
            converged = changed == 0;
            marked = marking;
            marking = changed < (entries + n) / marking_below;
            int32_t* const written = to;
            to = from;
            from = written;
        }
        if (!finish()) return team.status();
        if (team.first()) {
            a.iterations = i;
            a.converged = converged;
        }
        return GATUN_STATUS_OK;
    }

  private:
    bool begin() {
        table.clear_all();
        if (team.first()) {
            team.set_total(a.max_iterations);
            *s.state = csr::LabelState{};
        }
        if (!team.running()) return false;
        return team.for_chunks(n, chunk, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) {
                a.labels[v] = static_cast<int32_t>(v);
                s.marks[0][v] = s.marks[1][v] = 0;
                if (entries > csr::lp_longest_row) s.totals[v] = 0;
                if (degree(v) > csr::lp_longest_row) {
                    s.long_rows[__atomic_fetch_add(&s.state->long_rows, 1, __ATOMIC_RELAXED)] = static_cast<int32_t>(v);
                }
            }
        });
    }

    bool iterate(int64_t iteration) {
        uint8_t* const marks = s.marks[iteration & 1];
        uint8_t* const next_marks = s.marks[~iteration & 1];
        int64_t changed = 0;
        team.take_chunks(blocks.count, 1, [&](int64_t block, int64_t) {
            const int64_t end = blocks.begin(block + 1);
            for (int64_t v = blocks.begin(block); v < end; v++) {
                if (degree(v) > csr::lp_longest_row) continue;
                if (marked) {
                    if (load(&marks[v]) == 0) {
                        to[v] = from[v];
                        continue;
                    }
                    marks[v] = 0;
                }
                take(v, mode(v), next_marks, changed);
            }
        });
        if (!team.end_chunks([] {})) return false;
        for (int64_t i = 0; i < s.state->long_rows; i++) {
            const int32_t v = s.long_rows[i];
            if (marked && marks[v] == 0) {
                if (team.first()) to[v] = from[v];
                continue;
            }
            if (!count_long_row(v)) return false;
            if (team.first()) {
                marks[v] = 0;
                Mode best;
                for (uint32_t w = 0; w < team.workers; w++) best.offer(s.best[w].count, s.best[w].label);
                take(v, best.label, next_marks, changed);
            }
            if (!team.running()) return false;
        }
        __atomic_fetch_add(&s.state->changed, changed, __ATOMIC_RELAXED);
        return team.running();
    }

    void take(int64_t v, int32_t label, uint8_t* next_marks, int64_t& changed) const {
        to[v] = label;
        if (label == from[v]) return;
        changed += degree(v) + 1;
        if (!marking) return;
        mark_row(a.graph, v, next_marks);
        if (directed) mark_row(a.in_graph, v, next_marks);
    }

    static void mark_row(const gatun_csr& graph, int64_t v, uint8_t* marks) {
        const int64_t end = graph.offsets[v + 1];
        for (int64_t e = graph.offsets[v]; e < end; e++) {
            uint8_t* const mark = &marks[graph.neighbours[e]];
            if (load(mark) == 0) __atomic_store_n(mark, uint8_t{1}, __ATOMIC_RELAXED);
        }
    }

    // The most frequent label next to a vertex.
    int32_t mode(int64_t v) {
        const int64_t count = degree(v);
        if (count <= short_row) return mode_of_few(v, count);
        Mode best;
        table.size_for(count);
        for_labels(v, 0, count, [&](int32_t label) {
            LabelCount& met = table.at(label);
            best.offer(++met.count, label);
        });
        table.clear();
        return best.label;
    }

    int32_t mode_of_few(int64_t v, int64_t count) const {
        if (count == 0) return from[v];
        int32_t labels[short_row];
        int64_t i = 0;
        int32_t differ = 0;
        for_labels(v, 0, count, [&](int32_t label) {
            labels[i++] = label;
            differ |= label ^ labels[0];
        });
        if (differ == 0) return labels[0];
        if (count == 2) return labels[0] < labels[1] ? labels[0] : labels[1];
        return count <= lanes ? short_mode<1>(labels, count) : short_mode<2>(labels, count);
    }

    // Counts a long row into `totals`. Every worker counts pieces of it in its own table and adds them up there; the
    // last to add to a label sees its total, so that the best of what they have seen is the best of all.
    bool count_long_row(int32_t v) {
        const int64_t count = degree(v);
        Mode best;
        table.size_for(csr::lp_longest_row);
        team.take_chunks(count, csr::lp_longest_row, [&](int64_t begin, int64_t end) {
            for_labels(v, begin, end, [&](int32_t label) { table.at(label).count++; });
            table.drain([&](const LabelCount& met) {
                best.offer(
                    __atomic_add_fetch(&s.totals[met.label], uint64_t{met.count}, __ATOMIC_RELAXED), met.label);
            });
        });
        s.best[team.worker].count = best.count;
        s.best[team.worker].label = best.label;
        return team.end_chunks([] {}) && team.for_chunks(count, csr::lp_longest_row, [&](int64_t begin, int64_t end) {
            for_labels(v, begin, end, [&](int32_t label) { __atomic_store_n(&s.totals[label], 0, __ATOMIC_RELAXED); });
        });
    }

    int64_t degree(int64_t v) const {
        const int64_t out = a.graph.offsets[v + 1] - a.graph.offsets[v];
        return directed ? out + a.in_graph.offsets[v + 1] - a.in_graph.offsets[v] : out;
    }

    // Calls body(label) for neighbours begin .. end - 1 of a vertex, counted through its out-row and then its in-row.
    template <class Body>
    __attribute__((always_inline)) void for_labels(int64_t v, int64_t begin, int64_t end, Body&& body) const {
        const int64_t out = a.graph.offsets[v + 1] - a.graph.offsets[v];
        row_labels(a.graph, a.graph.offsets[v] + begin, a.graph.offsets[v] + (end < out ? end : out), body);
        if (!directed) return;
        const int64_t in = a.in_graph.offsets[v] - out;
        row_labels(a.in_graph, in + (begin > out ? begin : out), in + end, body);
    }

    template <class Body>
    __attribute__((always_inline)) void row_labels(
        const gatun_csr& graph, int64_t begin, int64_t end, Body& body) const {
        const int32_t* const neighbours = graph.neighbours;
        const int32_t* const labels = from;
        const int64_t last = graph.entries - ahead;
        for (int64_t e = begin; e < end; e++) {
            if (e < last) __builtin_prefetch(&labels[neighbours[e + ahead]]);
            body(labels[neighbours[e]]);
        }
    }

    // The last labels belong into the caller's array.
    bool finish() {
        if (from == a.labels) return true;
        return team.for_chunks(n, chunk, [&](int64_t begin, int64_t end) {
            __builtin_memcpy(a.labels + begin, from + begin, static_cast<uint64_t>(end - begin) * sizeof *from);
        });
    }

    static uint8_t load(const uint8_t* mark) { return __atomic_load_n(mark, __ATOMIC_RELAXED); }

    gatun_csr_label_propagation_args& a;
    Team& team;
    const int64_t n;
    const bool directed;
    const int64_t entries;
    const LabelScratch s;
    const RowBlocks blocks;
    LabelTable table;
    int32_t* from = nullptr;
    int32_t* to = nullptr;
    bool marked = false;   // only marked vertices can change
    bool marking = false;  // vertices that change mark their neighbours
};

}  // namespace

int32_t csr_label_propagation(
    gatun_csr_label_propagation_args& args, gatun_team* shared, uint32_t worker, uint32_t workers) {
    Team team(shared, worker, workers);
    return Propagation(args, team).run();
}

}  // namespace gatun::GATUN_TIER
