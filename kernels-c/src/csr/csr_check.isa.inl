#include "core/team.hpp"
#include "gatun/csr_check.h"

namespace gatun::GATUN_TIER {

namespace {

constexpr int64_t chunk_rows = 4096;
constexpr int64_t none = INT64_MAX;

// Longer rows are looked at in pieces, so that a cancelled call ends soon.
constexpr int64_t longest_piece = 1 << 20;

bool offset_is_right(const gatun_csr& g, int64_t row) {
    if (row == 0) return g.offsets[0] == 0;
    if (row == g.vertices) return g.offsets[row] == g.entries;
    return g.offsets[row] >= g.offsets[row - 1] && g.offsets[row] <= g.entries;
}

bool entry_is_bad(const gatun_csr& g, int64_t first, int64_t e) {
    const bool outside = static_cast<uint32_t>(g.neighbours[e]) >= static_cast<uint32_t>(g.vertices);
    return outside || (g.sorted && e > first && g.neighbours[e] < g.neighbours[e - 1]);
}

// The first bad entry of a row, or none; also none when the call is to end.
int64_t bad_entry(const gatun_csr& g, int64_t row, const Team& team) {
    const uint32_t n = static_cast<uint32_t>(g.vertices);
    const int64_t first = g.offsets[row], last = g.offsets[row + 1];
    for (int64_t from = first; from < last && !team.stopping(); from += longest_piece) {
        const int64_t to = from + longest_piece < last ? from + longest_piece : last;
        bool bad = false;  // without branches, so that it vectorises; a bad piece is gone through again
        for (int64_t e = from; e < to; e++) bad |= static_cast<uint32_t>(g.neighbours[e]) >= n;
        if (g.sorted) {
            for (int64_t e = from > first ? from : first + 1; e < to; e++) {
                bad |= g.neighbours[e] < g.neighbours[e - 1];
            }
        }
        if (!bad) continue;
        int64_t e = from;
        while (!entry_is_bad(g, first, e)) e++;
        return e;
    }
    return none;
}

// Ends the call after a pass that was cancelled or has met faults. fault_at says what is wrong at a position.
template <class FaultAt>
int32_t end(gatun_csr_check_args& args, Team& team, FaultAt&& fault_at) {
    const int32_t ended = team.status();
    const int64_t position = team.first_fault();
    team.barrier();  // all have read both before the details are written
    if (ended != GATUN_STATUS_OK) return ended;
    if (team.first()) {
        int64_t value = 0;
        const char* message = nullptr;
        args.fault = fault_at(position, value, message);
        team.fail(GATUN_STATUS_INVALID_ARGUMENT, position, value, message);
    }
    return GATUN_STATUS_INVALID_ARGUMENT;
}

}  // namespace

int32_t csr_check(gatun_csr_check_args& args, gatun_team* shared, uint32_t worker, uint32_t workers) {
    Team team(shared, worker, workers);
    const gatun_csr& g = args.graph;
    if (team.first()) {
        args.fault = GATUN_CSR_FAULT_NONE;
        team.set_total(g.vertices);
    }
    if (!team.running()) return team.status();

    const bool offsets_ascend = team.for_chunks(g.vertices + 1, 16 * chunk_rows, [&](int64_t from, int64_t to) {
        for (int64_t row = from; row < to; row++) {
            if (offset_is_right(g, row)) continue;
            team.note_fault(row);
            return;
        }
    });
    if (!offsets_ascend) {
        return end(args, team, [&](int64_t row, int64_t& value, const char*& message) {
            value = g.offsets[row];
            message = "offsets do not ascend";
            return GATUN_CSR_FAULT_OFFSET;
        });
    }

    const bool rows_are_right = team.for_chunks(g.vertices, chunk_rows, [&](int64_t from, int64_t to) {
        for (int64_t row = from; row < to; row++) {
            const int64_t entry = bad_entry(g, row, team);
            if (entry == none) continue;
            team.note_fault(entry);
            return;
        }
        team.advance(to - from);
    });
    if (rows_are_right) return GATUN_STATUS_OK;
    return end(args, team, [&](int64_t entry, int64_t& value, const char*& message) {
        value = g.neighbours[entry];
        const bool outside = value < 0 || value >= g.vertices;
        message = outside ? "neighbour out of range" : "row is not sorted";
        return outside ? GATUN_CSR_FAULT_NEIGHBOUR : GATUN_CSR_FAULT_ORDER;
    });
}

}  // namespace gatun::GATUN_TIER
