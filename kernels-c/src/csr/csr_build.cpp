// CSR from edge tuples: argument checks, and the way to the copy of each step in the active CPU tier.
#include "csr/csr_build.hpp"

#include "core/dispatch.hpp"
#include "core/error.hpp"

GATUN_DISPATCH(int32_t, csr_build_count,
    (const gatun_csr_build_plan& plan, const int32_t* source, const int32_t* target, int64_t stride, int64_t count,
        int64_t first, int64_t* counts, gatun_error* error),
    (plan, source, target, stride, count, first, counts, error))

GATUN_DISPATCH(int32_t, csr_build_scatter,
    (const gatun_csr_build_plan& plan, const gatun::csr::Tuples& tuples, int64_t* cursors, void* scratch, void* keys,
        void* weights, uint64_t capacity, gatun_error* error),
    (plan, tuples, cursors, scratch, keys, weights, capacity, error))

GATUN_DISPATCH(int32_t, csr_build_sort,
    (const gatun_csr_build_plan& plan, int32_t bucket, void* keys, void* weights, uint64_t count, void* scratch,
        int32_t* degrees, uint64_t* kept, gatun_error* error),
    (plan, bucket, keys, weights, count, scratch, degrees, kept, error))

GATUN_DISPATCH(int32_t, csr_build_emit,
    (const gatun_csr_build_plan& plan, int32_t bucket, const void* keys, const void* weights, uint64_t count,
        const int32_t* degrees, int64_t base, int64_t* offsets, int32_t* neighbours, void* out_weights,
        gatun_error* error),
    (plan, bucket, keys, weights, count, degrees, base, offsets, neighbours, out_weights, error))

namespace {

using gatun::fail;

// Buckets small enough for a sort inside the L2 cache on graphs of some ten entries a row, few enough that one cache
// line for each stays in it too.
constexpr int32_t most_buckets_log2 = 11;

bool is_plan(const gatun_csr_build_plan* plan) {
    return plan != nullptr && plan->vertices >= 0 && plan->vertices <= INT32_MAX && plan->bucket_shift >= 0 &&
           plan->bucket_shift <= 31 && plan->buckets == gatun::csr::bucket_count(*plan) &&
           (plan->key_bytes == 4 || plan->key_bytes == 8) && gatun::csr::key_bits(*plan) <= 8 * plan->key_bytes &&
           plan->weight_type >= GATUN_WEIGHT_NONE && plan->weight_type <= GATUN_WEIGHT_FLOAT64;
}

bool is_bucket(const gatun_csr_build_plan* plan, int32_t bucket) {
    return is_plan(plan) && bucket >= 0 && bucket < plan->buckets;
}

int32_t invalid(gatun_error* error, const char* message) {
    return fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, 0, message);
}

bool are_tuples(const int32_t* source, const int32_t* target, int64_t stride, int64_t count) {
    return count == 0 ||
           (count > 0 && source != nullptr && target != nullptr && (stride == 1 || stride == 2));
}

}  // namespace

extern "C" {

int32_t gatun_csr_build_plan_init(gatun_csr_build_plan* plan, gatun_error* error) {
    if (plan == nullptr) return invalid(error, "plan is NULL");
    if (plan->vertices < 0 || plan->vertices > INT32_MAX) {
        return fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, plan->vertices, "vertices not in 0 .. 2^31 - 1");
    }
    if (plan->symmetric && plan->reversed) return invalid(error, "symmetric and reversed exclude each other");
    if (plan->duplicates < GATUN_DUPLICATES_KEEP || plan->duplicates > GATUN_DUPLICATES_MAX) {
        return fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, plan->duplicates, "unknown duplicates policy");
    }
    if (plan->duplicates != GATUN_DUPLICATES_KEEP && !plan->sort_columns) {
        return invalid(error, "merging duplicates needs sort_columns");
    }
    if (plan->weight_type < GATUN_WEIGHT_NONE || plan->weight_type > GATUN_WEIGHT_FLOAT64) {
        return fail(error, GATUN_STATUS_INVALID_ARGUMENT, -1, plan->weight_type, "unknown weight type");
    }
    const int32_t bits = gatun::csr::column_bits(*plan);
    plan->bucket_shift = bits > most_buckets_log2 ? bits - most_buckets_log2 : 0;
    // One bit less a row is worth twice the buckets when it halves the keys.
    if (gatun::csr::key_bits(*plan) == 33) plan->bucket_shift--;
    plan->buckets = gatun::csr::bucket_count(*plan);
    plan->key_bytes = gatun::csr::key_bits(*plan) <= 32 ? 4 : 8;
    return GATUN_STATUS_OK;
}

int32_t gatun_csr_build_count(const gatun_csr_build_plan* plan, const int32_t* source, const int32_t* target,
    int64_t stride, int64_t count, int64_t first, int64_t* counts, gatun_error* error) {
    if (!is_plan(plan)) return invalid(error, "not a plan made by gatun_csr_build_plan_init");
    if (!are_tuples(source, target, stride, count)) return invalid(error, "not tuples");
    if (counts == nullptr && count > 0) return invalid(error, "counts is NULL");
    return gatun::dispatch_csr_build_count(*plan, source, target, stride, count, first, counts, error);
}

uint64_t gatun_csr_build_scatter_scratch(const gatun_csr_build_plan* plan) {
    return is_plan(plan) ? gatun::csr::Combiner(*plan, nullptr).bytes() : 0;
}

int32_t gatun_csr_build_scatter(const gatun_csr_build_plan* plan, const int32_t* source, const int32_t* target,
    const void* tuple_weights, int64_t stride, int64_t count, int64_t first, int64_t* cursors, void* scratch,
    void* keys, void* weights, uint64_t capacity, gatun_error* error) {
    if (!is_plan(plan)) return invalid(error, "not a plan made by gatun_csr_build_plan_init");
    if (!are_tuples(source, target, stride, count)) return invalid(error, "not tuples");
    if (plan->buckets == 0) {
        return count == 0 ? GATUN_STATUS_OK
                          : fail(error, GATUN_STATUS_OUT_OF_RANGE, first, source[0], "vertex id out of range");
    }
    if (cursors == nullptr || scratch == nullptr || (keys == nullptr && capacity > 0)) {
        return invalid(error, "cursors, scratch or keys is NULL");
    }
    const bool weighted = plan->weight_type != GATUN_WEIGHT_NONE;
    if (weighted && ((count > 0 && tuple_weights == nullptr) || (weights == nullptr && capacity > 0))) {
        return invalid(error, "weights is NULL in a weighted build");
    }
    const gatun::csr::Tuples tuples{source, target, tuple_weights, stride, count, first};
    return gatun::dispatch_csr_build_scatter(*plan, tuples, cursors, scratch, keys, weights, capacity, error);
}

uint64_t gatun_csr_build_sort_scratch(const gatun_csr_build_plan* plan, uint64_t count) {
    return is_plan(plan) ? gatun::csr::SortScratch(*plan, count, nullptr).bytes() : 0;
}

int32_t gatun_csr_build_sort(const gatun_csr_build_plan* plan, int32_t bucket, void* keys, void* weights,
    uint64_t count, void* scratch, uint64_t scratch_bytes, int32_t* degrees, uint64_t* kept, gatun_error* error) {
    if (!is_bucket(plan, bucket)) return invalid(error, "not a bucket of this plan");
    if (degrees == nullptr || kept == nullptr) return invalid(error, "degrees or kept is NULL");
    if (count > 0 && (keys == nullptr || scratch == nullptr)) return invalid(error, "keys or scratch is NULL");
    if (count > INT32_MAX) {
        return fail(error, GATUN_STATUS_UNSUPPORTED, -1, bucket, "more than 2^31 - 1 entries in a bucket");
    }
    if (plan->weight_type != GATUN_WEIGHT_NONE && count > 0 && weights == nullptr) {
        return invalid(error, "weights is NULL in a weighted build");
    }
    if (scratch_bytes < gatun_csr_build_sort_scratch(plan, count)) {
        return fail(error, GATUN_STATUS_CAPACITY, -1, static_cast<int64_t>(scratch_bytes), "scratch is too small");
    }
    return gatun::dispatch_csr_build_sort(*plan, bucket, keys, weights, count, scratch, degrees, kept, error);
}

int32_t gatun_csr_build_emit(const gatun_csr_build_plan* plan, int32_t bucket, const void* keys, const void* weights,
    uint64_t count, const int32_t* degrees, int64_t base, int64_t* offsets, int32_t* neighbours, void* out_weights,
    gatun_error* error) {
    if (!is_bucket(plan, bucket)) return invalid(error, "not a bucket of this plan");
    if (degrees == nullptr || offsets == nullptr) return invalid(error, "degrees or offsets is NULL");
    if (count > 0 && (keys == nullptr || neighbours == nullptr)) return invalid(error, "keys or neighbours is NULL");
    if (plan->weight_type != GATUN_WEIGHT_NONE && count > 0 && (weights == nullptr || out_weights == nullptr)) {
        return invalid(error, "weights is NULL in a weighted build");
    }
    return gatun::dispatch_csr_build_emit(
        *plan, bucket, keys, weights, count, degrees, base, offsets, neighbours, out_weights, error);
}
}
