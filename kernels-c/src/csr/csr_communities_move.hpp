// One level of a search for communities: moving vertices between them, and refining them into parts.
#pragma once

#include <cstdint>

#include "core/team.hpp"
#include "csr/csr_communities.hpp"

namespace gatun::GATUN_TIER {

// The order in which a level's vertices are gone through: steps of about the golden section of n, so that neighbours by
// number, and often in the graph, are far apart.
class VisitOrder {
  public:
    VisitOrder(int64_t vertices, uint64_t seed) : n(static_cast<uint64_t>(vertices)) {
        const uint64_t random = mixed(seed);
        first = (random >> 32) % n;
        stride = ((n * 2654435769u >> 32) + (random & 0xffff)) % n;
        while (common_divisor(stride, n) != 1) stride = (stride + 1) % n;
    }

    int64_t at(int64_t i) const { return static_cast<int64_t>((first + static_cast<uint64_t>(i) * stride) % n); }

    // The vertex `steps` after v.
    int64_t next(int64_t v) const {
        const uint64_t after = static_cast<uint64_t>(v) + stride;
        return static_cast<int64_t>(after >= n ? after - n : after);
    }

  private:
    // The finaliser of splitmix64; seed 0 gives 0.
    static uint64_t mixed(uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    static uint64_t common_divisor(uint64_t a, uint64_t b) {
        while (b != 0) {
            const uint64_t rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    uint64_t n, first, stride;
};

template <class Rows>
class Mover {
  public:
    Mover(const Rows& rows, const csr::CommunityScratch& s, csr::Tally& tally, Team& team, double per_strength,
        uint64_t seed)
        : rows(rows), s(s), tally(tally), team(team), per_strength(per_strength), seed(seed), order(rows.vertices, seed),
          n(rows.vertices), batch((n + csr::community_batches - 1) / csr::community_batches) {}

    // Goes through the vertices again and again. All are awake, and choices are as communities. Returns the passes run,
    // -1 when the call ends here.
    int64_t run() {
        int64_t awake = n;
        for (int64_t pass = 1; pass <= most_passes; pass++) {
            order = VisitOrder(n, seed + static_cast<uint64_t>(pass));
            mover_count = moved = woken = 0;
            if (!(is_worth_sharing(awake) ? shared_pass() : pass_alone())) return -1;
            // Who did nothing in this pass may be here while the first worker still clears the sums of the last one.
            if (moved != 0) __atomic_fetch_add(&s.state->moved, moved, __ATOMIC_RELAXED);
            if (woken != 0) __atomic_fetch_add(&s.state->woken, woken, __ATOMIC_RELAXED);
            if (!team.running()) return -1;
            awake = s.state->woken;
            const bool done = s.state->moved == 0;
            if (!team.running()) return -1;  // all have read both
            if (team.first()) s.state->moved = s.state->woken = 0;
            if (done) return pass;
        }
        return most_passes;
    }

  private:
    static constexpr int64_t most_passes = csr::community_passes;
    static constexpr int64_t vertices_ahead = 8;

    // Entries to look at in a pass, from which on all workers do so.
    static constexpr int64_t shared_work = 1 << 18;

    bool is_worth_sharing(int64_t awake) const {
        return team.workers > 1 && awake * (rows.entries() / n + 1) >= shared_work;
    }

    bool shared_pass() {
        for (int64_t begin = 0; begin < n; begin += batch) {
            const int64_t end = begin + batch < n ? begin + batch : n;
            const int64_t share = (end - begin) / (4 * team.workers) + 1;
            mover_count = 0;
            team.take_chunks(end - begin, share < 64 ? share : 64,
                [&](int64_t from, int64_t to) { choose(begin + from, begin + to); });
            if (!team.end_chunks([] {})) return false;
            move();
            if (!team.running()) return false;
        }
        return true;
    }

    bool pass_alone() {
        for (int64_t begin = 0; begin < n && team.first() && !team.stopping(); begin += batch) {
            mover_count = 0;
            choose(begin, begin + batch < n ? begin + batch : n);
            move();
        }
        return true;
    }

    // What the vertices of a batch in these places will do.
    void choose(int64_t from, int64_t to) {
        int32_t* const movers = s.movers + s.batch * team.worker;
        int64_t v = order.at(from), far = order.at(from + vertices_ahead), near = order.at(from + vertices_ahead / 2);
        for (int64_t i = from; i < to; i++) {
            rows.prefetch_offset(far);
            if (is_awake(near)) rows.prefetch_row(near);
            if (is_awake(v)) {
                set_awake(v, 0);
                const int32_t own = s.communities[v], best = best_community(v, own);
                if (best != own) {
                    s.choices[v] = best;
                    movers[mover_count++] = static_cast<int32_t>(v);
                }
            }
            v = order.next(v);
            near = order.next(near);
            far = order.next(far);
        }
    }

    int32_t best_community(int64_t v, int32_t own) {
        tally.begin(rows.degree(v));
        rows.for_row(v, s.communities, [&](int32_t u, int64_t weight) {
            if (u != v) tally.add(s.communities[u], weight);
        });
        const int64_t strength = s.strengths[v];
        const double pull = static_cast<double>(strength);
        double most = 0, stay = 0;
        int32_t best = -1;
        bool known = false;
        const int32_t* const keys = tally.keys();
        const int64_t* const sums = tally.sums();
        for (uint32_t i = 0, count = tally.count(); i < count; i++) {
            const int32_t c = keys[i];
            const int64_t others = s.volumes[c] - (c == own ? strength : 0);
            const double gain = static_cast<double>(sums[i]) - pull * static_cast<double>(others) * per_strength;
            if (c == own) {
                stay = gain;
                known = true;
            } else if (best < 0 || gain > most || (gain == most && c < best)) {
                most = gain;
                best = c;
            }
        }
        if (!known) stay = 0 - pull * static_cast<double>(s.volumes[own] - strength) * per_strength;
        return best >= 0 && most > stay ? best : own;
    }

    // Nobody reads communities or sums meanwhile: the neighbours' are told by their choices.
    void move() {
        const int32_t* const movers = s.movers + s.batch * team.worker;
        for (int64_t i = 0; i < mover_count; i++) {
            const int64_t v = movers[i];
            const int32_t to = s.choices[v];
            __atomic_fetch_sub(&s.volumes[s.communities[v]], s.strengths[v], __ATOMIC_RELAXED);
            __atomic_fetch_add(&s.volumes[to], s.strengths[v], __ATOMIC_RELAXED);
            s.communities[v] = to;
            rows.for_row(v, s.choices, [&](int32_t u, int64_t) {
                if (s.choices[u] == to || is_awake(u)) return;
                set_awake(u, 1);
                woken++;
            });
        }
        moved += mover_count;
    }

    bool is_awake(int64_t v) const { return __atomic_load_n(&s.awake[v], __ATOMIC_RELAXED) != 0; }
    void set_awake(int64_t v, uint8_t awake) const { __atomic_store_n(&s.awake[v], awake, __ATOMIC_RELAXED); }

    const Rows& rows;
    const csr::CommunityScratch& s;
    csr::Tally& tally;
    Team& team;
    const double per_strength;  // resolution / strength of all
    const uint64_t seed;
    VisitOrder order;  // of the pass
    const int64_t n;
    const int64_t batch;
    int64_t mover_count = 0;  // of this worker, in the batch
    int64_t moved = 0, woken = 0;  // by this worker, in the pass
};

// Leiden's refinement: divides communities into well connected parts.
template <class Rows>
class Refiner {
  public:
    Refiner(const Rows& rows, const csr::CommunityScratch& s, csr::Tally& tally, double per_strength)
        : rows(rows), s(s), tally(tally), per_strength(per_strength) {}

    // Divides the community with these members, given ascending.
    template <class Stopping>
    void divide(const int32_t* members, int64_t count, const Stopping& stopping) {
        if (count == 0) return;
        const int32_t community = s.communities[members[0]];
        const int64_t volume = s.volumes[community];
        for (int64_t i = 0; i < count; i++) {
            const int32_t v = members[i];
            s.parts[v] = v;
            s.part_volumes[v] = s.strengths[v];
            s.awake[v] = 1;  // alone
            int64_t edges = 0;
            rows.for_row(v, s.communities, [&](int32_t u, int64_t weight) {
                if (u != v && s.communities[u] == community) edges += weight;
            });
            s.part_edges[v] = edges;
        }
        for (int64_t i = 0; i < count && !stopping(); i++) {
            const int32_t v = members[i];
            if (s.awake[v] && is_well_connected(v, volume)) join(v, community, volume);
        }
    }

  private:
    bool is_well_connected(int32_t part, int64_t volume) const {
        const int64_t own = s.part_volumes[part];
        const double least = static_cast<double>(own) * static_cast<double>(volume - own) * per_strength;
        return static_cast<double>(s.part_edges[part]) >= least;
    }

    void join(int32_t v, int32_t community, int64_t volume) {
        tally.begin(rows.degree(v));
        rows.for_row(v, s.communities, [&](int32_t u, int64_t weight) {
            if (u != v && s.communities[u] == community) tally.add(s.parts[u], weight);
        });
        const double pull = static_cast<double>(s.strengths[v]);
        double most = 0;
        int32_t best = -1;
        int64_t best_weight = 0;
        for (uint32_t i = 0, count = tally.count(); i < count; i++) {
            const int32_t part = tally.keys()[i];
            const int64_t weight = tally.sums()[i];
            const double gain =
                static_cast<double>(weight) - pull * static_cast<double>(s.part_volumes[part]) * per_strength;
            if (gain < 0 || weight == 0 || gain < most || (gain == most && best >= 0 && part > best)) continue;
            if (!is_well_connected(part, volume)) continue;
            most = gain;
            best = part;
            best_weight = weight;
        }
        if (best < 0) return;
        s.parts[v] = best;
        s.part_volumes[best] += s.strengths[v];
        s.part_edges[best] += s.part_edges[v] - 2 * best_weight;
        s.awake[v] = s.awake[best] = 0;
    }

    const Rows& rows;
    const csr::CommunityScratch& s;
    csr::Tally& tally;
    const double per_strength;
};

}  // namespace gatun::GATUN_TIER
