// The k best of what is offered, in arrays of the caller. Part of what one build serves all CPU tiers with.
#pragma once

#include <cstdint>

namespace gatun::csr {

// The first element of an ascending array that is not less than `value`, by steps that double and then halve.
inline const int32_t* first_not_below(const int32_t* from, const int32_t* end, int32_t value) {
    int64_t step = 1;
    while (step < end - from && from[step] < value) {
        from += step;
        step *= 2;
    }
    int64_t count = step < end - from ? step + 1 : end - from;
    while (count > 0) {
        const int64_t half = count / 2;
        if (from[half] < value) {
            from += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return from;
}

// A heap with the worst on top while it is filled; the larger value is better, of equal ones the smaller id.
class Top {
  public:
    Top(int32_t* ids, double* values, int32_t capacity) : ids(ids), values(values), capacity(capacity) {}

    void offer(int32_t id, double value) {
        if (count < capacity) {
            int32_t at = count++;
            while (at > 0 && worse(id, value, (at - 1) / 2)) {
                move((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            put(at, id, value);
        } else if (!worse(id, value, 0)) {
            sink(id, value, count);
        }
    }

    // Orders what there is, the best first, and fills up with (-1, 0).
    void finish() {
        const int32_t found = count;
        while (count > 1) {
            count--;
            const int32_t id = ids[count];
            const double value = values[count];
            move(0, count);
            sink(id, value, count);
        }
        for (int32_t i = found; i < capacity; i++) put(i, -1, 0);
    }

  private:
    bool worse(int32_t id, double value, int32_t at) const {
        return value < values[at] || (value == values[at] && id > ids[at]);
    }

    // Puts an element in the place of the top one, in a heap of `size`.
    void sink(int32_t id, double value, int32_t size) {
        int32_t at = 0;
        for (;;) {
            int32_t child = 2 * at + 1;
            if (child >= size) break;
            if (child + 1 < size && worse(ids[child + 1], values[child + 1], child)) child++;
            if (worse(id, value, child)) break;
            move(child, at);
            at = child;
        }
        put(at, id, value);
    }

    void move(int32_t from, int32_t to) { put(to, ids[from], values[from]); }

    void put(int32_t at, int32_t id, double value) {
        ids[at] = id;
        values[at] = value;
    }

    int32_t* const ids;
    double* const values;
    const int32_t capacity;
    int32_t count = 0;
};

}  // namespace gatun::csr
