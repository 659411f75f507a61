#include <cstddef>

#include "core/team.hpp"
#include "csr/csr_bfs.hpp"

namespace gatun::GATUN_TIER {

namespace {

using csr::BfsState;

// When to turn around, as tuned by Beamer et al.: bottom-up once the frontier's edges exceed 1/15 of the unexplored
// ones, back once it shrinks below 1/18 of the vertices.
constexpr int64_t bottom_up_above = 15;
constexpr int64_t top_down_below = 18;

// A frontier with fewer edges is expanded by worker 0 alone: meeting at barriers would take longer.
constexpr int64_t worth_sharing = 2048;

constexpr int64_t chunk = 1024;           // most frontier vertices a worker takes at a time
constexpr int64_t chunk_vertices = 4096;  // the same for bottom-up, whole bitmap words

// Entries of one row between two looks at the cancel flag.
constexpr int64_t longest_piece = 1 << 18;

// How many frontier vertices ahead the offsets and the first neighbours are asked for.
constexpr int64_t offsets_ahead = 24;
constexpr int64_t neighbours_ahead = 16;

// How many vertices ahead a bottom-up step asks for rows.
constexpr int64_t rows_ahead = 16;

// What is known of a vertex while the search runs. An unreached vertex carries its out-degree: whoever finds it needs
// that, and this saves a random read of the offsets. Without parents a label is the distance, or -1 - degree.
struct DistanceLabel {
    using Word = int32_t;
    static Word unreached(int64_t degree) { return static_cast<Word>(-1 - (degree < INT32_MAX ? degree : INT32_MAX)); }
    static bool is_unreached(Word label) { return label < 0; }
    static int64_t degree(Word label) { return -1 - static_cast<int64_t>(label); }
    static Word reached(int32_t distance, int32_t) { return distance; }
    static bool improves(Word, Word known) { return is_unreached(known); }
};

// With parents, distance and parent are one word, so that finding a vertex is one compare-and-swap on one cache line.
// Of two labels the smaller is the better: nearer, or as near with a smaller parent; unreached ones are the largest.
template <bool smallest_parent>
struct ParentLabel {
    using Word = uint64_t;
    static Word unreached(int64_t degree) {
        return ~0ull << 32 | static_cast<uint32_t>(degree < UINT32_MAX ? degree : UINT32_MAX);
    }
    static bool is_unreached(Word label) { return label >> 63 != 0; }
    static int64_t degree(Word label) { return static_cast<uint32_t>(label); }
    static Word reached(int32_t distance, int32_t parent) {
        return static_cast<uint64_t>(distance) << 32 | static_cast<uint32_t>(parent);
    }
    static bool improves(Word label, Word known) { return smallest_parent ? label < known : is_unreached(known); }
    static int32_t distance(Word label) { return static_cast<int32_t>(label >> 32); }
    static int32_t parent(Word label) { return static_cast<int32_t>(label); }
};

template <class T>
inline T load(const T& at) {
    return __atomic_load_n(&at, __ATOMIC_RELAXED);
}

// Edges out of the frontier, copied out of their rows: loops over short rows would be left by a mispredicted branch
// each, and labels can be asked for across the borders of rows.
struct EdgeBatch {
    static constexpr int64_t full = 256;
    static constexpr int64_t step = 8;  // copied at once; the arrays have room for one more

    int64_t count = 0;
    int32_t tails[full + step];
    int32_t heads[full + step];

    // Adds the edges from u to neighbours[e .. last) as far as there is room. Returns the first one left.
    int64_t add(int32_t u, const int32_t* neighbours, int64_t e, int64_t last, int64_t entries) {
        const int64_t room = e + (full - count);
        const int64_t end = last < room ? last : room;
        if (end + step > entries) {  // copying whole steps would read beyond the array
            for (; e < end; e++, count++) {
                tails[count] = u;
                heads[count] = neighbours[e];
            }
            return end;
        }
        int64_t at = count;
        count += end - e;
        do {
            for (int64_t k = 0; k < step; k++) tails[at + k] = u;
            __builtin_memcpy(heads + at, neighbours + e, sizeof(int32_t) * step);
            at += step;
            e += step;
        } while (e < end);
        return end;
    }
};

// Vertices found by one worker, on their way to the shared queue.
class Found {
  public:
    Found(int32_t* queue, int64_t& tail) : queue(queue), tail(tail) {}

    // Makes room for so many vertices, and the place that add_if may write to in vain.
    void reserve(int64_t more) {
        if (count + more >= capacity) flush();
    }

    void add(int32_t v) {
        reserve(1);
        add_if(true, v);
    }

    // Without a branch. Room must be reserved.
    void add_if(bool found, int32_t v) {
        buffer[count] = v;
        count += found;
    }

    void flush() {
        const int64_t at = __atomic_fetch_add(&tail, count, __ATOMIC_RELAXED);
        __builtin_memcpy(queue + at, buffer, sizeof(int32_t) * static_cast<size_t>(count));
        count = 0;
    }

  private:
    static constexpr int64_t capacity = 1024;
    int32_t* const queue;
    int64_t& tail;
    int64_t count = 0;
    int32_t buffer[capacity];
};

template <class Label>
class Search {
    using Word = typename Label::Word;
    static constexpr bool with_parents = sizeof(Word) == 8;

  public:
    Search(gatun_csr_bfs_args& args, Team& team)
        : args(args), team(team), s(args.graph.vertices, args.scratch, args.scratch_bytes), state(*s.state),
          n(args.graph.vertices), offsets(args.graph.offsets), neighbours(args.graph.neighbours), labels(label_array()),
          front(s.front), next(s.next) {}

    int32_t run() {
        if (!begin()) return team.status();
        while (load(state.head) < load(state.end)) {
            if (args.max_depth >= 0 && load(state.depth) >= args.max_depth) break;
            const bool more = state.bottom_up ? bottom_up() : top_down();
            if (!more) return team.status();
        }
        if (team.first()) {
            args.reached = state.reached;
            args.depth = state.depth;
        }
        write_results();
        team.barrier();
        return GATUN_STATUS_OK;
    }

  private:
    Word* label_array() const {
        if constexpr (with_parents) return s.labels;
        else return args.distances;
    }

    // From labels to distances and parents.
    void write_results() {
        int64_t from, to;
        team.share(n, 4096, from, to);
        for (int64_t v = from; v < to; v++) {
            const Word label = labels[v];
            if constexpr (with_parents) {
                args.distances[v] = Label::is_unreached(label) ? -1 : Label::distance(label);
                args.parents[v] = Label::is_unreached(label) ? -1 : Label::parent(label);
            } else if (Label::is_unreached(label)) {
                labels[v] = -1;
            }
        }
    }

    bool begin() {
        int64_t from, to;
        team.share(n, 4096, from, to);
        for (int64_t v = from; v < to; v++) labels[v] = Label::unreached(offsets[v + 1] - offsets[v]);
        team.barrier();
        if (team.first()) {
            team.set_total(n);
            state = BfsState{};
            state.unexplored = args.graph.entries;
            enter_sources();
        }
        return team.running();
    }

    void enter_sources() {
        for (int64_t i = 0; i < args.source_count; i++) {
            const int32_t v = args.sources[i];
            if (v < 0 || v >= n) {
                team.fail(GATUN_STATUS_OUT_OF_RANGE, i, v, "source out of range");
                return;
            }
            if (!Label::is_unreached(labels[v])) continue;
            state.frontier_edges += Label::degree(labels[v]);
            labels[v] = Label::reached(0, -1);
            s.queue[state.tail++] = v;
        }
        state.end = state.reached = state.tail;
        choose_direction();
    }

    void choose_direction() {
        state.bottom_up = args.in_graph.vertices != 0 && state.frontier_edges > state.unexplored / bottom_up_above;
    }

    // Ends a top-down step: what was found becomes the frontier.
    void advance() {
        state.head = state.end;
        state.end = state.tail;
        const int64_t found = state.end - state.head;
        state.unexplored -= state.frontier_edges;
        state.frontier_edges = state.next_edges;
        state.next_edges = 0;
        if (found > 0) state.depth++;
        state.reached += found;
        choose_direction();
        team.advance(found);
    }

    bool top_down() {
        if (state.frontier_edges < worth_sharing) {
            team.barrier();  // all have seen the state before worker 0 changes it
            if (team.first()) {
                Found found(s.queue, state.tail);
                do {
                    state.next_edges = expand<false>(state.head, state.end, found);
                    found.flush();
                    advance();
                } while (state.head < state.end && state.frontier_edges < worth_sharing && !state.bottom_up &&
                         !(args.max_depth >= 0 && state.depth >= args.max_depth) && !team.stopping());
            }
            return team.running();
        }
        const int64_t head = state.head, frontier = state.end - head;
        const int64_t share = frontier / (3 * static_cast<int64_t>(team.workers)) + 1;
        Found found(s.queue, state.tail);
        int64_t edges = 0;
        team.take_chunks(frontier, share < chunk ? share : chunk, [&](int64_t from, int64_t to) {
            edges += team.workers == 1 ? expand<false>(head + from, head + to, found)
                                       : expand<true>(head + from, head + to, found);
        });
        found.flush();
        __atomic_fetch_add(&state.next_edges, edges, __ATOMIC_RELAXED);
        return team.end_chunks([this] { advance(); });
    }

    // Looks at the out-edges of queue[from .. to). Returns the out-edges of the vertices found.
    template <bool shared>
    int64_t expand(int64_t from, int64_t to, Found& found) {
        EdgeBatch batch;
        int64_t edges = 0;
        for (int64_t i = from; i < to; i++) {
            prefetch(i, to);
            const int32_t u = s.queue[i];
            const int64_t last = offsets[u + 1];
            for (int64_t e = offsets[u]; e < last;) {
                e = batch.add(u, neighbours, e, last, args.graph.entries);
                if (batch.count < EdgeBatch::full) continue;
                if (team.stopping()) return edges;
                edges += visit<shared>(batch, found);
            }
        }
        return edges + visit<shared>(batch, found);
    }

    void prefetch(int64_t i, int64_t to) const {
        if (i + offsets_ahead < to) __builtin_prefetch(&offsets[s.queue[i + offsets_ahead]]);
        if (i + neighbours_ahead < to) __builtin_prefetch(&neighbours[offsets[s.queue[i + neighbours_ahead]]]);
    }

    // Labels the heads of a batch's edges and empties it. Returns the out-edges of the vertices found.
    template <bool shared>
    int64_t visit(EdgeBatch& batch, Found& found) {
        const int32_t depth = state.depth + 1;
        for (int64_t k = 0; k < batch.count; k++) __builtin_prefetch(&labels[batch.heads[k]], 1);
        if constexpr (shared) keep_improving(batch, depth);
        found.reserve(batch.count);
        int64_t edges = 0;
        for (int64_t k = 0; k < batch.count; k++) {
            const int32_t v = batch.heads[k];
            const Word known = load(labels[v]);
            const bool finds = reach<shared>(v, known, Label::reached(depth, batch.tails[k]));
            found.add_if(finds, v);
            edges += finds ? Label::degree(known) : 0;
        }
        batch.count = 0;
        return edges;
    }

    // Drops edges whose heads have a label as good, without a branch: what is left nearly always takes the branch to the
    // compare-and-swap.
    void keep_improving(EdgeBatch& batch, int32_t depth) const {
        int64_t kept = 0;
        for (int64_t k = 0; k < batch.count; k++) {
            const int32_t u = batch.tails[k], v = batch.heads[k];
            batch.tails[kept] = u;
            batch.heads[kept] = v;
            kept += Label::improves(Label::reached(depth, u), load(labels[v]));
        }
        batch.count = kept;
    }

    // Gives v a label unless it has a better one. True for the one call that finds v.
    template <bool shared>
    bool reach(int32_t v, Word known, Word label) {
        if constexpr (!shared) {
            labels[v] = Label::improves(label, known) ? label : known;
            return Label::is_unreached(known);
        }
        while (Label::improves(label, known)) {
            const bool finds = Label::is_unreached(known);
            if (__atomic_compare_exchange_n(&labels[v], &known, label, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
                return finds;
            }
        }
        return false;
    }

    // Bottom-up steps until the frontier has become small, then the frontier as a queue again.
    bool bottom_up() {
        if (!queue_to_bitmap()) return false;
        int64_t awake = state.end - state.head;
        int64_t before;
        int32_t depth = state.depth;
        do {
            before = awake;
            depth++;
            const bool goes_on = team.for_chunks(n, chunk_vertices, [&](int64_t from, int64_t to) {
                const int64_t found = adopt(from, to, depth);
                __atomic_fetch_add(&state.awake, found, __ATOMIC_RELAXED);
                team.advance(found);
            });
            if (!goes_on) return false;
            awake = state.awake;
            team.barrier();
            if (team.first()) {
                state.awake = 0;
                state.reached += awake;
                if (awake > 0) state.depth = depth;
            }
            team.barrier();
            uint64_t* const f = front;
            front = next;
            next = f;
        } while (awake > 0 && (awake >= before || awake > n / top_down_below) &&
                 !(args.max_depth >= 0 && depth >= args.max_depth));
        return bitmap_to_queue();
    }

    // Which vertices of a word may still be found by way of an in-edge.
    uint64_t open_word(int64_t w) const {
        const int64_t* const in_offsets = args.in_graph.offsets;
        const int64_t end = w * 64 + 64 < n ? w * 64 + 64 : n;
        uint64_t word = 0;
        for (int64_t v = w * 64; v < end; v++) {
            const bool open = Label::is_unreached(labels[v]) & (in_offsets[v] < in_offsets[v + 1]);
            word |= static_cast<uint64_t>(open) << (v & 63);
        }
        return word;
    }

    bool queue_to_bitmap() {
        int64_t from, to;
        team.share(static_cast<int64_t>(s.words), 8, from, to);
        for (int64_t w = from; w < to; w++) {
            front[w] = 0;
            s.open[w] = open_word(w);
        }
        team.barrier();
        const int64_t head = state.head;
        return team.for_chunks(state.end - head, 1024, [&](int64_t from, int64_t to) {
            for (int64_t i = head + from; i < head + to; i++) {
                const int32_t v = s.queue[i];
                __atomic_fetch_or(&front[v >> 6], 1ull << (v & 63), __ATOMIC_RELAXED);
            }
        });
    }

    // Lets the open vertices of [from, to) look for a neighbour in the frontier. The range is whole words of the
    // bitmaps, so `next` and `open` have one writer.
    int64_t adopt(int64_t from, int64_t to, int32_t depth) {
        const int64_t* const in_offsets = args.in_graph.offsets;
        const int32_t* const in_neighbours = args.in_graph.neighbours;
        int32_t seekers[chunk_vertices + rows_ahead];
        int64_t count = 0;
        for (int64_t w = from >> 6; w < (to + 63) >> 6; w++) {
            next[w] = 0;
            for (uint64_t bits = s.open[w]; bits != 0; bits &= bits - 1) {
                seekers[count++] = static_cast<int32_t>(w * 64 + __builtin_ctzll(bits));
            }
        }
        for (int64_t i = 0; i < rows_ahead; i++) seekers[count + i] = static_cast<int32_t>(from);
        int64_t found = 0;
        for (int64_t i = 0; i < count; i++) {
            __builtin_prefetch(&in_neighbours[in_offsets[seekers[i + rows_ahead]]]);
            const int32_t v = seekers[i];
            const int32_t parent = seek(in_neighbours + in_offsets[v], in_neighbours + in_offsets[v + 1]);
            if (parent < 0) continue;
            labels[v] = Label::reached(depth, parent);
            next[v >> 6] |= 1ull << (v & 63);
            found++;
        }
        for (int64_t w = from >> 6; w < (to + 63) >> 6; w++) s.open[w] &= ~next[w];
        return found;
    }

    // A neighbour of a row that is in the frontier, the smallest where that is asked for, or -1.
    int32_t seek(const int32_t* row, const int32_t* const last) const {
        // In a sorted row the first hit is the smallest.
        const bool first_hit = args.parents_mode != GATUN_PARENTS_SMALLEST || args.in_graph.sorted != 0;
        int32_t best = -1;
        while (row < last && !team.stopping()) {
            const int32_t* const end = last - row < longest_piece ? last : row + longest_piece;
            for (; row < end; row++) {
                const int32_t u = *row;
                if (((front[u >> 6] >> (u & 63)) & 1) == 0) continue;
                if (first_hit) return u;
                if (static_cast<uint32_t>(u) < static_cast<uint32_t>(best)) best = u;
            }
        }
        return best;
    }

    bool bitmap_to_queue() {
        if (team.first()) {
            state.head = state.end = state.tail = 0;  // the queue's old contents are not needed any more
            state.next_edges = 0;
        }
        team.barrier();
        const bool goes_on = team.for_chunks(static_cast<int64_t>(s.words), 1024, [&](int64_t from, int64_t to) {
            Found found(s.queue, state.tail);
            int64_t edges = 0;
            for (int64_t w = from; w < to; w++) {
                for (uint64_t bits = front[w]; bits != 0; bits &= bits - 1) {
                    const int32_t v = static_cast<int32_t>(w * 64 + __builtin_ctzll(bits));
                    found.add(v);
                    edges += offsets[v + 1] - offsets[v];
                }
            }
            found.flush();
            __atomic_fetch_add(&state.next_edges, edges, __ATOMIC_RELAXED);
        });
        if (!goes_on) return false;
        if (team.first()) {
            state.end = state.tail;
            state.frontier_edges = state.next_edges;
            state.next_edges = 0;
            // Bottom-up steps do not count the edges they leave behind. One top-down step at least, before the
            // search may turn around again.
            state.unexplored = args.graph.entries;
            state.bottom_up = 0;
        }
        team.barrier();
        return true;
    }

    gatun_csr_bfs_args& args;
    Team& team;
    const csr::BfsScratch s;
    BfsState& state;
    const int64_t n;
    const int64_t* const offsets;
    const int32_t* const neighbours;
    Word* const labels;
    uint64_t* front;
    uint64_t* next;
};

}  // namespace

int32_t csr_bfs(gatun_csr_bfs_args& args, gatun_team* shared, uint32_t worker, uint32_t workers) {
    Team team(shared, worker, workers);
    switch (args.parents_mode) {
        case GATUN_PARENTS_NONE: return Search<DistanceLabel>(args, team).run();
        case GATUN_PARENTS_ANY: return Search<ParentLabel<false>>(args, team).run();
        default: return Search<ParentLabel<true>>(args, team).run();
    }
}

}  // namespace gatun::GATUN_TIER
