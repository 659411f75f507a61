#include "core/error.hpp"
#include "parquet/parquet_footer.hpp"
#include "parquet/thrift_shapes.hpp"
#include "parquet/thrift_walk.hpp"

namespace gatun::GATUN_TIER {

namespace {

// The fields of a struct that is read, none of which may occur twice.
struct Fields {
    ThriftWalk& walk;
    uint64_t seen = 0;
    int32_t id = 0;
    int type = 0;

    // Goes to the next field; false at the end of the struct and after a fault.
    bool next() {
        if (!walk.field(type, id) || type == wire_stop) return false;
        if (id >= 64) return true;
        const uint64_t bit = 1ull << id;
        if (seen & bit) return walk.fault("a field that occurs twice");
        seen |= bit;
        return true;
    }

    bool has(uint64_t required) {
        return walk.wrong == nullptr && ((seen & required) == required || walk.fault("a required field is missing"));
    }
};

struct Pass {
    const parquet::FooterIndex& index;
    gatun_parquet_footer& out;
    ThriftWalk walk;
    ThriftShapes shapes = {};

    int32_t offset() const { return static_cast<int32_t>(walk.p - index.data); }

    // Notes where a value begins and passes over it.
    bool place(const Fields& fields, int type, int32_t& at, int depth) {
        if (fields.type != type) return walk.fault("a value of another type than belongs there");
        at = offset();
        return walk.skip(type, depth);
    }

    bool structs(const Fields& fields, uint64_t& count) {
        if (fields.type != wire_list) return walk.fault("a value of another type where a list belongs");
        int type = 0;
        if (!walk.list(type, count)) return false;
        return count == 0 || type == wire_struct || walk.fault("a list of something else than structs");
    }

    bool file() {
        Fields fields{walk};
        while (fields.next()) {
            bool right = false;
            switch (fields.id) {
                case 1: right = walk.integer32(fields.type, out.version); break;
                case 2: right = place(fields, wire_list, out.schema, 1); break;
                case 3: right = walk.integer(fields.type, out.rows); break;
                case 4: right = row_groups(fields); break;
                case 5: right = place(fields, wire_list, out.key_values, 1); break;
                case 6: right = place(fields, wire_binary, out.created_by, 1); break;
                case 7: right = place(fields, wire_list, out.column_orders, 1); break;
                case 8: out.encrypted = 1; [[fallthrough]];
                default: right = walk.skip_field(fields.type, 1);
            }
            if (!right) return false;
        }
        out.length = offset();
        return fields.has(1 << 1 | 1 << 2 | 1 << 3 | 1 << 4);
    }

    bool row_groups(const Fields& list) {
        uint64_t count = 0;
        if (!structs(list, count)) return false;
        for (uint64_t i = 0; i < count; i++) {
            gatun_parquet_row_group group = {};
            if (!row_group(group)) return false;
            if (i < index.row_group_capacity) index.row_groups[i] = group;
        }
        out.row_groups = static_cast<int32_t>(count);
        return true;
    }

    bool row_group(gatun_parquet_row_group& group) {
        group.compressed_size = -1;
        group.file_offset = -1;
        group.ordinal = -1;
        group.first_chunk = out.chunks;
        group.start = offset();
        Fields fields{walk};
        while (fields.next()) {
            bool right = false;
            switch (fields.id) {
                case 1: right = chunks(fields, group); break;
                case 2: right = walk.integer(fields.type, group.total_byte_size); break;
                case 3: right = walk.integer(fields.type, group.rows); break;
                case 4: right = place(fields, wire_list, group.sorting, 2); break;
                case 5: right = walk.integer(fields.type, group.file_offset); break;
                case 6: right = walk.integer(fields.type, group.compressed_size); break;
                case 7: right = walk.integer32(fields.type, group.ordinal); break;
                default: right = walk.skip_field(fields.type, 2);
            }
            if (!right) return false;
        }
        return fields.has(1 << 1 | 1 << 2 | 1 << 3);
    }

    bool chunks(const Fields& list, gatun_parquet_row_group& group) {
        uint64_t count = 0;
        if (!structs(list, count)) return false;
        const uint64_t first = static_cast<uint64_t>(out.chunks);
        for (uint64_t i = first; i < first + count; i++) {
            if (i < index.chunk_capacity) index.chunks[i] = offset();
            const uint8_t* const next = shapes.skip(walk.p, walk.end);
            if (next != nullptr) {
                walk.p = next;
            } else if (!walk.skip_struct(2)) {
                return false;
            }
        }
        out.chunks = static_cast<int32_t>(first + count);
        group.chunk_count = static_cast<int32_t>(count);
        group.chunks_end = offset();
        return true;
    }
};

}  // namespace

int32_t parquet_footer_index(const parquet::FooterIndex& index, gatun_error* error) {
    *index.out = {};
    Pass pass{index, *index.out, {index.data, index.data + index.size}};
    if (pass.file()) return GATUN_STATUS_OK;
    return fail(error, GATUN_STATUS_FORMAT, pass.walk.wrong_at - index.data, 0, pass.walk.wrong);
}

}  // namespace gatun::GATUN_TIER
