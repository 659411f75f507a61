// A union-find forest in an array of labels, which several workers may change at the same time: a vertex's label is an
// earlier vertex of its component, or the vertex itself for a root. Roots are hung under smaller ones only, so the root
// of a finished tree is the smallest vertex of its component, whatever the order of the links.
#pragma once

#include <cstdint>

namespace gatun::csr {

class Forest {
  public:
    explicit Forest(int32_t* labels) : labels(labels) {}

    int32_t label(int64_t v) const { return __atomic_load_n(&labels[v], __ATOMIC_RELAXED); }
    void set(int64_t v, int32_t label) const { __atomic_store_n(&labels[v], label, __ATOMIC_RELAXED); }
    void prefetch(int32_t v) const { __builtin_prefetch(&labels[v]); }

    // Joins the trees of two vertices. Only a root's label is fought for. Everything else read may be old without harm:
    // who was an ancestor once is one for ever.
    void link(int32_t a, int32_t b) const {
        a = label(label(a));
        b = label(label(b));
        while (a != b) {
            int32_t& high = a > b ? a : b;
            const int32_t low = a > b ? b : a, above = label(high);
            if (above == high) {
                if (hang(high, low)) return;
            } else {
                const int32_t further = label(above);
                set(high, further);  // halves the way of whoever comes next
                high = further;
            }
        }
    }

    int32_t root(int32_t v) const { return climb(label(v), -1); }

    // Hangs a vertex right under its root, and returns that; `enough`, when it is met, may stand for its root. Never
    // writes to a root, which another worker may just hang elsewhere.
    int32_t flatten(int32_t v, int32_t enough = -1) const {
        const int32_t first = label(v), up = climb(first, enough);
        if (up != first) set(v, up);
        return up;
    }

  private:
    int32_t climb(int32_t up, int32_t enough) const {
        int32_t above = label(up);
        while (up != above && up != enough) {
            up = above;
            above = label(up);
        }
        return up;
    }

    bool hang(int32_t root, int32_t under) const {
        int32_t expected = root;
        return __atomic_compare_exchange_n(&labels[root], &expected, under, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
    }

    int32_t* const labels;
};

}  // namespace gatun::csr
