// Communities by modularity. One build serves all CPU tiers: the work is random reads of neighbours' communities and of
// their places in a tally, which wider registers do not speed up.
#define GATUN_TIER base

#include "csr/csr_communities.hpp"

#include "core/error.hpp"
#include "core/team.hpp"
#include "csr/csr_communities_move.hpp"
#include "csr/csr_communities_rows.hpp"
#include "csr/csr_problem.hpp"
#include "csr/row_blocks.hpp"

namespace {

using gatun::base::Mover;
using gatun::base::Refiner;
using gatun::base::RowBlocks;
using gatun::base::Team;
using gatun::csr::CommunityScratch;
using gatun::csr::GivenRows;
using gatun::csr::LevelRows;
using gatun::csr::Ones;
using gatun::csr::Sums;
using gatun::csr::Tally;
using gatun::csr::Units;

// Vertices, or work in entries, that a worker takes at a time.
constexpr int64_t chunk = 1 << 14;
constexpr int64_t chunk_work = 1 << 16;

// Groups that a worker makes vertices of the next level at a time.
constexpr int64_t chunk_groups = 64;

int64_t all_entries(const gatun_csr_communities_args& a) {
    return a.graph.entries + (a.in_graph.vertices != 0 ? a.in_graph.entries : 0);
}

CommunityScratch scratch_of(const gatun_csr_communities_args& a, uint32_t workers) {
    return CommunityScratch(a.method, a.graph.vertices, all_entries(a), workers, a.scratch, a.scratch_bytes);
}

template <class Weights>
class Communities {
  public:
    Communities(gatun_csr_communities_args& args, Team& team, int64_t heaviest)
        : a(args), team(team), n(args.graph.vertices), s(scratch_of(args, team.workers)),
          given(args.graph, args.in_graph, heaviest),
          tally(s.places + n * team.worker, s.keys + s.distinct * team.worker, s.sums + s.distinct * team.worker) {}

    int32_t run() {
        const bool done = weigh() && (a.method == GATUN_COMMUNITIES_GIVEN ? count_inside(given) : search()) && finish();
        if (!done) return team.status();
        if (team.first()) {
            a.levels = levels;
            a.iterations = iterations;
            a.rounds = rounds;
        }
        return GATUN_STATUS_OK;
    }

  private:
    // Every round and every pass has an order of its own: vertices that keep changing places, because they choose at the
    // same time, do so once.
    uint64_t order_seed() const { return a.seed + static_cast<uint64_t>(gatun::csr::community_passes * rounds); }

    bool leiden() const { return a.method == GATUN_COMMUNITIES_LEIDEN; }

    // Calls body(v) for all vertices of the graph given, in blocks of about equal work.
    template <class Body>
    bool for_rows(Body&& body) {
        const RowBlocks blocks(a.graph, chunk_work, INT32_MAX);
        return team.for_chunks(blocks.count, 1, [&](int64_t block, int64_t) {
            for (int64_t v = blocks.begin(block), end = blocks.begin(block + 1); v < end; v++) body(v);
        });
    }

    template <class Body>
    bool for_vertices(int64_t count, Body&& body) {
        return team.for_chunks(count, chunk, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) body(v);
        });
    }

    // Strengths of all vertices and of their communities: each alone, or as given.
    bool weigh() {
        const bool search = a.method != GATUN_COMMUNITIES_GIVEN;
        if (team.first()) *s.state = gatun::csr::CommunityState{};
        const bool cleared = team.running() && for_vertices(n, [&](int64_t v) {
            const int32_t label = search ? static_cast<int32_t>(v) : a.labels[v];
            s.communities[v] = label;
            s.volumes[v] = 0;
            if (search) s.vertex_of[v] = static_cast<int32_t>(v);
        });
        if (!cleared) return false;
        int64_t own_total = 0, own_inside = 0;
        const bool weighed = for_rows([&](int64_t v) {
            int64_t strength = 0, loops = 0;
            given.for_row(v, s.communities, [&](int32_t u, int64_t weight) {
                strength += weight;
                if (u == v) loops += weight;
            });
            if (search) s.strengths[v] = s.volumes[v] = strength;
            else __atomic_fetch_add(&s.volumes[s.communities[v]], strength, __ATOMIC_RELAXED);
            own_total += strength;
            own_inside += loops;
        });
        if (!weighed) return false;
        __atomic_fetch_add(&s.state->total, own_total, __ATOMIC_RELAXED);
        __atomic_fetch_add(&s.state->inside, own_inside, __ATOMIC_RELAXED);
        if (!team.running()) return false;
        total = s.state->total;
        inside = s.state->inside;
        per_strength = total > 0 ? a.resolution / static_cast<double>(total) : 0;
        return true;
    }

    // Weight inside communities.
    template <class Rows>
    bool count_inside(const Rows& rows) {
        if (!team.running()) return false;  // all have read the one before
        if (team.first()) s.state->inside = 0;
        if (!team.running()) return false;
        int64_t own = 0;
        const auto count = [&](int64_t v) {
            const int32_t community = s.communities[v];
            rows.for_row(v, s.communities, [&](int32_t u, int64_t weight) { own += s.communities[u] == community ? weight : 0; });
        };
        const bool counted = rows.vertices == n ? for_rows(count) : for_vertices(rows.vertices, count);
        if (!counted) return false;
        __atomic_fetch_add(&s.state->inside, own, __ATOMIC_RELAXED);
        if (!team.running()) return false;
        inside = s.state->inside;
        return true;
    }

    // Modularity of the level's communities.
    double modularity(int64_t vertices) const {
        if (total == 0) return 0;
        double squares = 0;
        for (int64_t c = 0; c < vertices; c++) squares += square(s.volumes[c]);
        return static_cast<double>(inside) / static_cast<double>(total) - a.resolution * squares;
    }

    double square(int64_t volume) const {
        const double share = static_cast<double>(volume) / static_cast<double>(total);
        return share * share;
    }

    bool search() {
        known = modularity(n);
        for (;;) {
            const double before = known;
            level_vertices = n;
            round_levels = 0;
            bool more = true;
            if (!level(given, more)) return false;
            while (more) {
                const LevelRows rows(level_vertices, s.offsets[current], s.neighbours, s.weights);
                if (!level(rows, more)) return false;
            }
            rounds++;
            const bool last = rounds == a.max_rounds || !(known - before > a.min_gain);
            if (last) return true;
            if (!start_over()) return false;
        }
    }

    // Takes the communities found back to the vertices of the graph given.
    bool start_over() {
        const bool named = for_vertices(n, [&](int64_t v) { s.choices[v] = s.communities[s.vertex_of[v]]; });
        const bool weighed = named && for_rows([&](int64_t v) {
            int64_t strength = 0;
            given.for_row(v, s.communities, [&](int32_t, int64_t weight) { strength += weight; });
            s.strengths[v] = strength;
            s.communities[v] = s.choices[v];
            s.vertex_of[v] = static_cast<int32_t>(v);
            s.volumes[v] = 0;
        });
        return weighed && add_volumes(n);
    }

    // Moves the level's vertices and makes the next level's graph, if there is to be `more`.
    template <class Rows>
    bool level(const Rows& rows, bool& more) {
        more = false;
        const int64_t vertices = rows.vertices;
        const bool begun = for_vertices(vertices, [&](int64_t v) {
            s.choices[v] = s.initial[v] = s.communities[v];
            s.awake[v] = 1;
        });
        if (!begun) return false;
        const int64_t passes = Mover<Rows>(rows, s, tally, team, per_strength, order_seed()).run();
        if (passes < 0) return false;
        iterations += passes;
        const bool moved = passes > 1;
        bool last = false;
        if (moved) {
            const int64_t inside_before = inside;
            if (!count_inside(rows)) return false;
            const double reached = modularity(vertices);
            if (!(reached > known)) {  // vertices that moved at once got into each other's way
                inside = inside_before;
                return restore(vertices) && (!leiden() || split(rows));
            }
            levels++;
            round_levels++;
            if (team.first()) team.set_progress(levels);
            last = round_levels == a.max_levels || reached - known < a.min_gain;
            known = reached;
        }
        if (!number(s.communities, vertices, false)) return false;
        if (s.state->count == vertices) return true;
        if (!leiden()) {
            if (!moved || last) return true;
        } else {
            if (last) return split(rows);
            if (!refine(rows)) return false;
            if (!number(s.parts, vertices, true)) return false;
            if (s.state->count == vertices) return split(rows);
        }
        more = true;
        return contract(rows);
    }

    // Back to the communities that the level started with.
    bool restore(int64_t vertices) {
        const bool restored = team.running() && for_vertices(vertices, [&](int64_t v) {
            s.communities[v] = s.initial[v];
            s.volumes[v] = 0;
        });
        return restored && add_volumes(vertices);
    }

    bool add_volumes(int64_t vertices) {
        return for_vertices(vertices, [&](int64_t v) {
            __atomic_fetch_add(&s.volumes[s.communities[v]], s.strengths[v], __ATOMIC_RELAXED);
        });
    }

    // Numbers the level's groups, each called by one of its vertices, by their first vertices: numbers[name]. For parts,
    // also notes by number what their communities will be called in the next level: after their first part.
    bool number(const int32_t* groups, int64_t vertices, bool parts) {
        if (team.first()) {
            int32_t* const numbers = s.numbers;
            int32_t count = 0;
            for (int64_t v = 0; v < vertices; v++) numbers[v] = -1;
            if (parts) {
                for (int64_t v = 0; v < vertices; v++) s.part_volumes[v] = -1;
            }
            for (int64_t v = 0; v < vertices; v++) {
                int32_t& number = numbers[groups[v]];
                if (number >= 0) continue;
                if (parts) {
                    int64_t& first_part = s.part_volumes[s.communities[v]];
                    if (first_part < 0) first_part = count;
                    s.initial[count] = static_cast<int32_t>(first_part);
                }
                number = count++;
            }
            s.state->count = count;
        }
        return team.running();
    }

    template <class Rows>
    bool refine(const Rows& rows) {
        const int64_t communities = s.state->count;
        const bool named = for_vertices(rows.vertices, [&](int64_t v) { s.choices[v] = s.numbers[s.communities[v]]; });
        if (!named || !group(s.choices, rows.vertices, communities)) return false;
        return team.for_chunks(communities, chunk_groups, [&](int64_t begin, int64_t end) {
            Refiner<Rows> refiner(rows, s, tally, per_strength);
            for (int64_t c = begin; c < end; c++) {
                refiner.divide(s.members + s.starts[c], s.starts[c + 1] - s.starts[c], [&] { return team.stopping(); });
            }
        });
    }

    // Sorts vertices by their groups' numbers.
    bool group(const int32_t* groups, int64_t vertices, int64_t count) {
        if (team.first()) {
            int32_t* const starts = s.starts;
            for (int64_t g = 0; g <= count; g++) starts[g] = 0;
            for (int64_t v = 0; v < vertices; v++) starts[groups[v]]++;
            int32_t before = 0;
            for (int64_t g = 0; g <= count; g++) {
                const int32_t here = starts[g];
                starts[g] = before;
                before += here;
            }
            for (int64_t v = 0; v < vertices; v++) s.members[starts[groups[v]]++] = static_cast<int32_t>(v);
            for (int64_t g = count; g > 0; g--) starts[g] = starts[g - 1];
            starts[0] = 0;
        }
        return team.running();
    }

    // Makes numbered groups of the level the vertices of the next.
    template <class Rows>
    bool contract(const Rows& rows) {
        const int64_t vertices = rows.vertices, count = s.state->count;
        const int32_t* const groups = leiden() ? s.parts : s.communities;
        const bool named = for_vertices(vertices, [&](int64_t v) { s.choices[v] = s.numbers[groups[v]]; });
        if (!named || !for_vertices(n, [&](int64_t v) { s.vertex_of[v] = s.choices[s.vertex_of[v]]; })) return false;
        // The new graph goes behind the level's or, while that has no room, is made from the graph given.
        const int64_t kept = s.state->kept;
        if (!team.running()) return false;  // all have read it
        const bool room = vertices < n && 2 * kept <= all_entries(a);
        const bool made = room ? group(s.choices, vertices, count) && collect(rows, s.choices, count, kept)
                               : group(s.vertex_of, n, count) && collect(given, s.vertex_of, count, 0);
        if (!made) return false;
        level_vertices = count;
        current = 1 - current;
        const bool named_anew = for_vertices(count, [&](int64_t v) {
            s.communities[v] = leiden() ? s.initial[v] : static_cast<int32_t>(v);
            s.volumes[v] = 0;
        });
        return named_anew && add_volumes(count);
    }

    // The rows of groups of vertices added up.
    template <class Rows>
    bool collect(const Rows& rows, const int32_t* groups, int64_t count, int64_t at) {
        int64_t* const offsets = s.offsets[1 - current];
        const bool sized = for_vertices(count, [&](int64_t g) {
            int64_t most = 0;
            for (int32_t i = s.starts[g]; i < s.starts[g + 1]; i++) most += rows.degree(s.members[i]);
            offsets[g] = most;
        });
        if (!sized) return false;
        if (team.first()) {
            for (int64_t g = 0; g < count; g++) {
                const int64_t most = offsets[g];
                offsets[g] = at;
                at += most;
            }
        }
        if (!team.running()) return false;
        const bool collected = team.for_chunks(count, chunk_groups, [&](int64_t begin, int64_t end) {
            Sums row(tally.places());
            for (int64_t g = begin; g < end && !team.stopping(); g++) {
                row.begin(s.neighbours + offsets[g], s.weights + offsets[g]);
                int64_t strength = 0;
                for (int32_t i = s.starts[g]; i < s.starts[g + 1]; i++) {
                    rows.for_row(s.members[i], groups, [&](int32_t u, int64_t weight) {
                        row.add(groups[u], weight);
                        strength += weight;
                    });
                }
                s.numbers[g] = static_cast<int32_t>(row.count);
                s.strengths[g] = strength;
            }
        });
        if (!collected) return false;
        if (team.first()) {
            int64_t to = 0;
            for (int64_t g = 0; g < count; g++) {
                const int64_t from = offsets[g];
                offsets[g] = to;
                for (int32_t i = 0; i < s.numbers[g]; i++, to++) {
                    s.neighbours[to] = s.neighbours[from + i];
                    s.weights[to] = s.weights[from + i];
                }
            }
            offsets[count] = s.state->kept = to;
        }
        return team.running();
    }

    // Communities of several vertices may have come apart, since a vertex can leave those it held together. Calls each
    // piece by its first vertex.
    template <class Rows>
    bool split(const Rows& rows) {
        if (team.first()) {
            int32_t* const pieces = s.parts;
            for (int32_t v = 0; v < rows.vertices; v++) pieces[v] = v;
            for (int32_t v = 0; v < rows.vertices && !team.stopping(); v++) {
                rows.for_row(v, s.communities, [&](int32_t u, int64_t weight) {
                    if (weight == 0 || s.communities[u] != s.communities[v]) return;
                    const int32_t one = piece_of(pieces, u), other = piece_of(pieces, v);
                    if (one < other) pieces[other] = one;
                    else pieces[one] = other;
                });
            }
            for (int32_t v = 0; v < rows.vertices; v++) {
                s.communities[v] = piece_of(pieces, v);
                s.volumes[v] = 0;
            }
        }
        return team.running() && add_volumes(rows.vertices);
    }

    static int32_t piece_of(int32_t* pieces, int32_t v) {
        while (pieces[v] != v) v = pieces[v] = pieces[pieces[v]];
        return v;
    }

    // Numbers the communities by their smallest vertices, and scores them in that order.
    bool finish() {
        if (team.first()) {
            const bool search = a.method != GATUN_COMMUNITIES_GIVEN;
            for (int64_t v = 0; v < n; v++) s.numbers[v] = -1;
            int32_t* const smallest = search ? s.choices : nullptr;
            int32_t count = 0;
            double squares = 0;
            for (int64_t v = 0; v < n; v++) {
                const int32_t community = s.communities[search ? s.vertex_of[v] : v];
                int32_t& number = s.numbers[community];
                if (number < 0) {
                    number = count++;
                    if (total > 0) squares += square(s.volumes[community]);
                    if (search) smallest[number] = static_cast<int32_t>(v);
                }
                a.compact[v] = number;
                if (search) a.labels[v] = smallest[number];
            }
            a.count = count;
            a.modularity =
                total > 0 ? static_cast<double>(inside) / static_cast<double>(total) - a.resolution * squares : 0;
        }
        return team.running();
    }

    gatun_csr_communities_args& a;
    Team& team;
    const int64_t n;
    const CommunityScratch s;
    const GivenRows<Weights> given;
    Tally tally;

    // The same on every worker.
    int64_t total = 0, inside = 0;
    double per_strength = 0;
    double known = 0;  // modularity of the communities found so far
    int64_t level_vertices = 0;
    int64_t levels = 0, iterations = 0, rounds = 0;
    int64_t round_levels = 0;
    int current = 0;  // which offsets are the level's
};

int32_t refuse(const gatun_csr_communities_args& a, Team& team, bool weight) {
    const int32_t ended = team.status();
    const int64_t position = team.first_fault();
    team.barrier();  // all have read both before the details are written
    if (ended != GATUN_STATUS_OK) return ended;
    const int32_t status = weight ? GATUN_STATUS_INVALID_ARGUMENT : GATUN_STATUS_OUT_OF_RANGE;
    if (team.first()) {
        team.fail(status, position, weight ? 0 : a.labels[position],
            weight ? "weight is negative or not finite" : "label out of range");
    }
    return status;
}

// Checks what the caller's arrays hold, finds the heaviest weight, and runs.
template <class Weight>
int32_t run_weighted(gatun_csr_communities_args& a, Team& team) {
    auto* const state = scratch_of(a, team.workers).state;
    if (team.first()) state->heaviest = 0;
    if (!team.running()) return team.status();
    const Weight* const weights = static_cast<const Weight*>(a.graph.weights);
    const bool valid = team.for_chunks(a.graph.entries, chunk_work, [&](int64_t begin, int64_t end) {
        Weight heaviest = 0;
        for (int64_t e = begin; e < end; e++) {
            if (!Units<Weight>::is_valid(weights[e])) return team.note_fault(e);
            heaviest = weights[e] > heaviest ? weights[e] : heaviest;
        }
        const int64_t bits = Units<Weight>::bits(heaviest);
        int64_t known = __atomic_load_n(&state->heaviest, __ATOMIC_RELAXED);
        while (bits > known && !__atomic_compare_exchange_n(
                                   &state->heaviest, &known, bits, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
        }
    });
    if (!valid) return refuse(a, team, true);
    const int64_t heaviest = state->heaviest;
    if (!team.running()) return team.status();  // all have read it
    return Communities<Units<Weight>>(a, team, heaviest).run();
}

int32_t run(gatun_csr_communities_args& a, Team& team) {
    if (a.method == GATUN_COMMUNITIES_GIVEN) {
        const bool valid = team.for_chunks(a.graph.vertices, chunk_work, [&](int64_t begin, int64_t end) {
            for (int64_t v = begin; v < end; v++) {
                if (a.labels[v] < 0 || a.labels[v] >= a.graph.vertices) return team.note_fault(v);
            }
        });
        if (!valid) return refuse(a, team, false);
    }
    switch (a.graph.weight_type) {
        case GATUN_WEIGHT_INT32: return run_weighted<int32_t>(a, team);
        case GATUN_WEIGHT_INT64: return run_weighted<int64_t>(a, team);
        case GATUN_WEIGHT_FLOAT32: return run_weighted<float>(a, team);
        case GATUN_WEIGHT_FLOAT64: return run_weighted<double>(a, team);
        default: return Communities<Ones>(a, team, 0).run();
    }
}

const char* problem(const gatun_csr_communities_args& a, uint32_t worker, uint32_t workers) {
    const char* wrong = gatun::csr::problem(a.graph, worker, workers);
    if (wrong == nullptr && a.in_graph.vertices != 0) {
        wrong = gatun::csr::problem(a.in_graph, worker, workers);
        if (a.in_graph.vertices != a.graph.vertices || a.in_graph.entries != a.graph.entries ||
            a.in_graph.weight_type != a.graph.weight_type) {
            wrong = "in_graph is not as large as graph";
        }
    }
    if (wrong != nullptr) return wrong;
    if (a.method < GATUN_COMMUNITIES_GIVEN || a.method > GATUN_COMMUNITIES_LEIDEN) return "unknown method";
    if (a.graph.vertices > 0 && a.labels == nullptr) return "labels is NULL";
    if (a.graph.vertices > 0 && a.compact == nullptr) return "compact is NULL";
    if (!(a.resolution >= 0 && a.resolution < __builtin_huge_val())) return "resolution is not a finite number from 0 up";
    if (a.max_rounds < 1) return "max_rounds is less than 1";
    if (a.max_levels < 1) return "max_levels is less than 1";
    if (!(a.min_gain >= 0)) return "min_gain is negative or NaN";
    return nullptr;
}

}  // namespace

extern "C" {

uint64_t gatun_csr_communities_scratch(int32_t method, int64_t vertices, int64_t entries, uint32_t workers) {
    return CommunityScratch(method, vertices, entries, workers, nullptr, 0).scratch.bytes();
}

int32_t gatun_csr_communities(gatun_csr_communities_args* args, gatun_team* team, uint32_t worker, uint32_t workers) {
    if (args == nullptr || team == nullptr) return GATUN_STATUS_INVALID_ARGUMENT;
    const char* const wrong = problem(*args, worker, workers);
    if (wrong != nullptr) return gatun::csr::refuse(team, worker, wrong);
    if (args->graph.vertices == 0) {
        if (worker == 0) {
            args->count = args->levels = args->iterations = args->rounds = 0;
            args->modularity = 0;
        }
        return GATUN_STATUS_OK;
    }
    if (!scratch_of(*args, workers).scratch.fits()) {
        return gatun::csr::refuse_scratch(team, worker, args->scratch_bytes);
    }
    Team all(team, worker, workers);
    return run(*args, all);
}
}
