#include "core/x86.hpp"  // before others that include the intrinsics: it silences them

#include <cstring>

#include "core/team.hpp"
#include "csr/csr_triangles.hpp"
#include "csr/csr_triangles_order.hpp"
#include "csr/csr_triangles_ordered.hpp"
#include "csr/csr_triangles_short.hpp"

namespace gatun::GATUN_TIER {

namespace {

using csr::TrianglesPart;
using csr::TrianglesState;

// Rows are compared as they are when no degree is above this, and the mean degree of neighbours is not above that many
// times the mean degree.
constexpr int64_t short_row = 1024;
constexpr int64_t skewed_above = 4;

class Triangles {
  public:
    Triangles(gatun_csr_triangles_args& args, Team& team)
        : a(args), team(team), n(args.graph.vertices),
          s(n, args.graph.entries, args.per_vertex != nullptr, args.arcs != nullptr, team.workers, args.scratch,
              args.scratch_bytes) {}

    int32_t run() {
        if (!survey() || !(s.state->ordered ? count_ordered() : ShortRows(a, team, s).run())) return team.status();
        if (team.first()) {
            a.count = a.wedges = 0;
            for (uint32_t w = 0; w < team.workers; w++) {
                a.count += s.parts[w].count;
                a.wedges += s.parts[w].wedges;
            }
        }
        return GATUN_STATUS_OK;
    }

  private:
    // Looks at the degrees, clears the result, and chooses the way.
    bool survey() {
        TrianglesPart part{};
        int64_t begin, end;
        team.share(n, 64, begin, end);
        for (int64_t v = begin; v < end; v++) {
            const int64_t degree = a.graph.offsets[v + 1] - a.graph.offsets[v];
            part.wedges += degree * (degree - 1) / 2;
            part.most = degree > part.most ? degree : part.most;
        }
        if (a.per_vertex != nullptr) {
            memset(a.per_vertex + begin, 0, sizeof *a.per_vertex * static_cast<size_t>(end - begin));
        }
        s.parts[team.worker] = part;
        if (!team.running()) return false;
        if (team.first()) s.state->ordered = a.arcs != nullptr || is_skewed();
        return team.running();
    }

    bool is_skewed() const {
        double wedges = 0, entries = static_cast<double>(a.graph.entries);
        int64_t most = 0;
        for (uint32_t w = 0; w < team.workers; w++) {
            wedges += static_cast<double>(s.parts[w].wedges);
            most = s.parts[w].most > most ? s.parts[w].most : most;
        }
        return most > short_row || 2 * wedges * static_cast<double>(n) > skewed_above * entries * entries;
    }

    bool count_ordered() {
        if (team.first()) team.set_total(2 * n);
        return DegreeOrder(a, team, s).run() && OrderedRows(a, team, s).run();
    }

    gatun_csr_triangles_args& a;
    Team& team;
    const int64_t n;
    const TrianglesScratch s;
};

}  // namespace

int32_t csr_triangles(gatun_csr_triangles_args& args, gatun_team* team, uint32_t worker, uint32_t workers) {
    Team all(team, worker, workers);
    return Triangles(args, all).run();
}

}  // namespace gatun::GATUN_TIER
