#include <cstring>
#include <type_traits>

#include "core/error.hpp"
#include "core/x86.hpp"
#include "csr/csr_build.hpp"

namespace gatun::GATUN_TIER {

namespace {

using csr::Tuples;

// An entry without weight, so that one template serves weighted and unweighted builds.
struct None {};

// Calls body(row, column, i) for each entry that tuple i stands for, in order. Ids are checked first.
template <class Body>
inline __attribute__((always_inline)) int32_t for_entries(const gatun_csr_build_plan& plan, const Tuples& t,
    gatun_error* error, Body&& body) {
    const uint32_t n = static_cast<uint32_t>(plan.vertices);
    const bool keep_loops = plan.keep_loops != 0;
    const auto run = [&](auto symmetric, auto reversed) -> int32_t {
        for (int64_t i = 0; i < t.count; i++) {
            const uint32_t u = static_cast<uint32_t>(t.source[i * t.stride]);
            const uint32_t v = static_cast<uint32_t>(t.target[i * t.stride]);
            if (u >= n || v >= n) [[unlikely]] {
                return fail(error, GATUN_STATUS_OUT_OF_RANGE, t.first + i, static_cast<int32_t>(u >= n ? u : v),
                    "vertex id out of range");
            }
            if (u == v) [[unlikely]] {
                if (keep_loops) body(u, v, i);
                continue;
            }
            if constexpr (symmetric.value) {
                body(u, v, i);
                body(v, u, i);
            } else if constexpr (reversed.value) {
                body(v, u, i);
            } else {
                body(u, v, i);
            }
        }
        return GATUN_STATUS_OK;
    };
    using Yes = std::true_type;
    using No = std::false_type;
    if (plan.symmetric) return run(Yes{}, No{});
    if (plan.reversed) return run(No{}, Yes{});
    return run(No{}, No{});
}

// Writes a cache line past the caches where that can be done: it is not read soon, and what it overwrites need not be
// read at all.
inline void write_line(void* to, const void* from) {
#if defined(__x86_64__)
    if ((reinterpret_cast<uintptr_t>(to) & 15) == 0) {
        for (int k = 0; k < 4; k++) {
            _mm_stream_si128(static_cast<__m128i*>(to) + k, _mm_load_si128(static_cast<const __m128i*>(from) + k));
        }
        return;
    }
#endif
    std::memcpy(to, from, 64);
}

// Makes such lines visible to other threads in the order that the program says.
inline void end_lines() {
#if defined(__x86_64__)
    _mm_sfence();
#endif
}

// Sends `slots` entries of a bucket's line, ending before `end`, to their place.
template <class Key, class Weight>
inline bool flush(Key* keys, Weight* weights, const Key* line, const Weight* weight_line, int64_t start, int64_t end,
    uint64_t capacity) {
    constexpr int64_t slots = 64 / sizeof(Key);
    if (static_cast<uint64_t>(end) > capacity) return false;
    const int64_t line_start = (end - 1) & -slots;
    const int64_t from = start > line_start ? start : line_start;
    const int64_t skip = from - line_start;
    if (end - from == slots) {
        write_line(keys + from, line);
        if constexpr (sizeof(Weight) >= 4) std::memcpy(weights + from, weight_line, slots * sizeof(Weight));
    } else if (from < end) {
        std::memcpy(keys + from, line + skip, (end - from) * sizeof(Key));
        if constexpr (sizeof(Weight) >= 4) std::memcpy(weights + from, weight_line + skip, (end - from) * sizeof(Weight));
    }
    return true;
}

template <class Key, class Weight>
int32_t scatter(const gatun_csr_build_plan& plan, const Tuples& t, int64_t* cursors, void* scratch, void* keys_out,
    void* weights_out, uint64_t capacity, gatun_error* error) {
    constexpr int64_t slots = 64 / sizeof(Key);
    const csr::Combiner combiner(plan, scratch);
    Key* const keys = static_cast<Key*>(keys_out);
    Weight* const weights = static_cast<Weight*>(weights_out);
    Key* const lines = reinterpret_cast<Key*>(combiner.keys);
    Weight* const weight_lines = reinterpret_cast<Weight*>(combiner.weights);
    const Weight* const tuple_weights = static_cast<const Weight*>(t.weights);
    if (*combiner.begun == 0) {
        *combiner.begun = 1;
        for (int32_t b = 0; b < plan.buckets; b++) {
            if (cursors[b] < 0) return fail(error, GATUN_STATUS_INVALID_ARGUMENT, b, cursors[b], "negative cursor");
            combiner.starts[b] = cursors[b];
        }
    }

    const auto too_small = [&] { return fail(error, GATUN_STATUS_CAPACITY, t.first, 0, "more entries than counted"); };
    const auto flush_line = [&](int64_t b, int64_t end) {
        return flush(keys, weights, lines + b * slots, weight_lines + b * slots, combiner.starts[b], end, capacity);
    };
    if (t.count == 0) {
        for (int32_t b = 0; b < plan.buckets; b++) {
            if (!flush_line(b, cursors[b])) return too_small();
        }
        end_lines();
        return GATUN_STATUS_OK;
    }

    const int32_t shift = plan.bucket_shift;
    const int32_t columns = csr::column_bits(plan);
    const uint32_t row_mask = (1u << shift) - 1;
    bool fits = true;
    const int32_t status = for_entries(plan, t, error, [&](uint32_t row, uint32_t column, int64_t i) {
        const int64_t b = row >> shift;
        const int64_t at = cursors[b]++;
        // A full line goes out when its place is needed again: right after its last store it could not yet be loaded.
        if ((at & (slots - 1)) == 0) fits &= flush_line(b, at);
        const int64_t slot = b * slots + (at & (slots - 1));
        lines[slot] = static_cast<Key>(static_cast<Key>(row & row_mask) << columns | column);
        if constexpr (sizeof(Weight) >= 4) weight_lines[slot] = tuple_weights[i];
    });
    if (status != GATUN_STATUS_OK) return status;
    return fits ? GATUN_STATUS_OK : too_small();
}

// How bits [low, high) of keys are cut into digits, the lowest first.
class Digits {
  public:
    // Few entries are not worth wide digits: clearing and summing histograms would cost more than a further pass.
    Digits(uint32_t count, int32_t low, int32_t high)
        : low(low), bits(high - low), widest(count < 1024 ? 6 : count < 3072 ? 8 : csr::most_digit_bits),
          count((bits + widest - 1) / widest) {}

    int32_t shift(int32_t digit) const { return low + bits * digit / count; }
    uint32_t size(int32_t digit) const { return 1u << (shift(digit + 1) - shift(digit)); }

  private:
    const int32_t low;
    const int32_t bits;
    const int32_t widest;

  public:
    const int32_t count;
};

// Counts `digits` digits of each key from `first` on in one pass, since increments of one histogram wait for each other.
template <int32_t digits, class Key>
void count_digits(const Digits& all, int32_t first, const Key* keys, uint32_t count,
    uint32_t (*histograms)[csr::most_digit_values]) {
    int32_t shift[digits];
    Key mask[digits];
    for (int32_t d = 0; d < digits; d++) {
        shift[d] = all.shift(first + d);
        mask[d] = static_cast<Key>(all.size(first + d) - 1);
    }
    for (uint32_t i = 0; i < count; i++) {
        const Key key = keys[i];
        for (int32_t d = 0; d < digits; d++) histograms[first + d][(key >> shift[d]) & mask[d]]++;
    }
}

// From the counts of a digit's values to where each value's keys begin.
inline void counts_to_begins(uint32_t* histogram, uint32_t size) {
    uint32_t sum = 0;
    for (uint32_t d = 0; d < size; d++) {
        const uint32_t here = histogram[d];
        histogram[d] = sum;
        sum += here;
    }
}

// Stable least-significant-digit radix sort by bits [low, high) of the keys. Returns whether the result is in the other
// buffers.
template <class Key, class Weight>
bool radix_sort(Key* keys, Weight* weights, Key* other_keys, Weight* other_weights, uint32_t count, int32_t low,
    int32_t high, uint32_t (*histograms)[csr::most_digit_values]) {
    const Digits digits(count, low, high);
    for (int32_t d = 0; d < digits.count; d++) std::memset(histograms[d], 0, digits.size(d) * sizeof **histograms);
    int32_t counted = 0;
    for (; digits.count - counted > 4; counted += 3) count_digits<3>(digits, counted, keys, count, histograms);
    switch (digits.count - counted) {
        case 4: count_digits<4>(digits, counted, keys, count, histograms); break;
        case 3: count_digits<3>(digits, counted, keys, count, histograms); break;
        case 2: count_digits<2>(digits, counted, keys, count, histograms); break;
        case 1: count_digits<1>(digits, counted, keys, count, histograms); break;
        default: break;
    }
    bool swapped = false;
    for (int32_t d = 0; d < digits.count; d++) {
        uint32_t* const begins = histograms[d];
        counts_to_begins(begins, digits.size(d));
        const int32_t shift = digits.shift(d);
        const Key mask = static_cast<Key>(digits.size(d) - 1);
        for (uint32_t i = 0; i < count; i++) {
            const Key key = keys[i];
            const uint32_t to = begins[(key >> shift) & mask]++;
            other_keys[to] = key;
            if constexpr (sizeof(Weight) >= 4) other_weights[to] = weights[i];
        }
        Key* const k = keys;
        keys = other_keys;
        other_keys = k;
        Weight* const w = weights;
        weights = other_weights;
        other_weights = w;
        swapped = !swapped;
    }
    return swapped;
}

// Whether a comes before b: as numbers, -0 before +0, NaN before or after everything.
template <class T>
inline bool before(T a, T b, bool nan_first) {
    if constexpr (std::is_floating_point_v<T>) {
        if (a != a) return nan_first && b == b;
        if (b != b) return !nan_first;
        if (a == b) return __builtin_signbit(a) && !__builtin_signbit(b);
    }
    return a < b;
}

// Adds a duplicate's weight to the one kept. False when an integer sum does not fit.
template <class T>
inline bool merge(int32_t policy, T& kept, T next) {
    switch (policy) {
        case GATUN_DUPLICATES_SUM:
            if constexpr (std::is_floating_point_v<T>) kept += next;
            else return !__builtin_add_overflow(kept, next, &kept);
            break;
        case GATUN_DUPLICATES_MIN:
            if (before(next, kept, true)) kept = next;
            break;
        case GATUN_DUPLICATES_MAX:
            if (before(kept, next, false)) kept = next;
            break;
        default: break;  // FIRST
    }
    return true;
}

template <class Key, class Weight>
int32_t sort_bucket(const gatun_csr_build_plan& plan, int32_t bucket, Key* keys, Weight* weights, uint32_t count,
    void* scratch, int32_t* degrees, uint64_t* kept, gatun_error* error) {
    const csr::SortScratch buffers(plan, count, scratch);
    const int32_t columns = csr::column_bits(plan);
    const int64_t rows = csr::rows_of(plan, bucket);
    Key largest = 0;
    for (uint32_t i = 0; i < count; i++) largest = keys[i] > largest ? keys[i] : largest;
    if (static_cast<int64_t>(largest >> columns) >= rows) {
        return fail(error, GATUN_STATUS_OUT_OF_RANGE, bucket, static_cast<int64_t>(largest), "key outside its bucket");
    }

    Key* other_keys = reinterpret_cast<Key*>(buffers.keys);
    Weight* other_weights = reinterpret_cast<Weight*>(buffers.weights);
    const bool swapped = radix_sort(keys, weights, other_keys, other_weights, count, plan.sort_columns ? 0 : columns,
        csr::key_bits(plan), buffers.histograms);
    const Key* const sorted = swapped ? other_keys : keys;
    const Weight* const sorted_weights = swapped ? other_weights : weights;

    // degrees[row] first is where the row ends: a plain store, while a counter in memory would be waited for.
    std::memset(degrees, 0, static_cast<size_t>(rows) * sizeof *degrees);
    const bool merging = plan.duplicates != GATUN_DUPLICATES_KEEP;
    uint32_t out = 0;
    for (uint32_t i = 0; i < count; i++) {
        const Key key = sorted[i];
        const bool again = merging && out > 0 && keys[out - 1] == key;
        if constexpr (sizeof(Weight) >= 4) {
            if (!again) {
                weights[out] = sorted_weights[i];
            } else if (!merge(plan.duplicates, weights[out - 1], sorted_weights[i])) {
                return fail(error, GATUN_STATUS_OVERFLOW, -1,
                    (static_cast<int64_t>(bucket) << plan.bucket_shift) + static_cast<int64_t>(key >> columns),
                    "sum of duplicate weights does not fit its type");
            }
        }
        out += !again;
        keys[out - 1] = key;
        degrees[key >> columns] = static_cast<int32_t>(out);
    }
    int32_t begin = 0;
    for (int64_t row = 0; row < rows; row++) {
        const int32_t end = degrees[row] == 0 ? begin : degrees[row];
        degrees[row] = end - begin;
        begin = end;
    }
    *kept = out;
    return GATUN_STATUS_OK;
}

// Calls body with a value of the key type and one of the weight type. Moving weights needs their size only.
template <class Body>
inline int32_t by_size(const gatun_csr_build_plan& plan, Body&& body) {
    const int32_t weight = csr::weight_bytes(plan);
    if (plan.key_bytes == 4) {
        if (weight == 0) return body(uint32_t{}, None{});
        return weight == 4 ? body(uint32_t{}, int32_t{}) : body(uint32_t{}, int64_t{});
    }
    if (weight == 0) return body(uint64_t{}, None{});
    return weight == 4 ? body(uint64_t{}, int32_t{}) : body(uint64_t{}, int64_t{});
}

// The same with the weight's arithmetic type.
template <class Key, class Body>
inline int32_t by_weight(const gatun_csr_build_plan& plan, Body&& body) {
    switch (plan.weight_type) {
        case GATUN_WEIGHT_INT32: return body(Key{}, int32_t{});
        case GATUN_WEIGHT_INT64: return body(Key{}, int64_t{});
        case GATUN_WEIGHT_FLOAT32: return body(Key{}, float{});
        case GATUN_WEIGHT_FLOAT64: return body(Key{}, double{});
        default: return body(Key{}, None{});
    }
}

template <class Key, class Weight>
void emit(const gatun_csr_build_plan& plan, const Key* keys, const Weight* weights, uint64_t count,
    int32_t* neighbours, Weight* out_weights) {
    const Key mask = static_cast<Key>((uint64_t{1} << csr::column_bits(plan)) - 1);
    for (uint64_t i = 0; i < count; i++) neighbours[i] = static_cast<int32_t>(keys[i] & mask);
    if constexpr (sizeof(Weight) >= 4) std::memcpy(out_weights, weights, count * sizeof(Weight));
}

}  // namespace

int32_t csr_build_count(const gatun_csr_build_plan& plan, const int32_t* source, const int32_t* target,
    int64_t stride, int64_t count, int64_t first, int64_t* counts, gatun_error* error) {
    const int32_t shift = plan.bucket_shift;
    const Tuples tuples{source, target, nullptr, stride, count, first};
    return for_entries(plan, tuples, error, [&](uint32_t row, uint32_t, int64_t) { counts[row >> shift]++; });
}

int32_t csr_build_scatter(const gatun_csr_build_plan& plan, const Tuples& tuples, int64_t* cursors, void* scratch,
    void* keys, void* weights, uint64_t capacity, gatun_error* error) {
    return by_size(plan, [&](auto key, auto weight) {
        return scatter<decltype(key), decltype(weight)>(
            plan, tuples, cursors, scratch, keys, weights, capacity, error);
    });
}

int32_t csr_build_sort(const gatun_csr_build_plan& plan, int32_t bucket, void* keys, void* weights, uint64_t count,
    void* scratch, int32_t* degrees, uint64_t* kept, gatun_error* error) {
    const auto run = [&](auto key, auto weight) {
        return sort_bucket(plan, bucket, static_cast<decltype(key)*>(keys), static_cast<decltype(weight)*>(weights),
            static_cast<uint32_t>(count), scratch, degrees, kept, error);
    };
    return plan.key_bytes == 4 ? by_weight<uint32_t>(plan, run) : by_weight<uint64_t>(plan, run);
}

int32_t csr_build_emit(const gatun_csr_build_plan& plan, int32_t bucket, const void* keys, const void* weights,
    uint64_t count, const int32_t* degrees, int64_t base, int64_t* offsets, int32_t* neighbours, void* out_weights,
    gatun_error* error) {
    const int64_t rows = csr::rows_of(plan, bucket);
    int64_t at = base;
    for (int64_t r = 0; r < rows; r++) {
        offsets[r] = at;
        at += degrees[r];
    }
    if (static_cast<uint64_t>(at - base) != count) {
        return fail(error, GATUN_STATUS_INVALID_ARGUMENT, bucket, at - base, "degrees do not sum to the entries");
    }
    return by_size(plan, [&](auto key, auto weight) {
        emit(plan, static_cast<const decltype(key)*>(keys), static_cast<const decltype(weight)*>(weights), count,
            neighbours, static_cast<decltype(weight)*>(out_weights));
        return static_cast<int32_t>(GATUN_STATUS_OK);
    });
}

}  // namespace gatun::GATUN_TIER
