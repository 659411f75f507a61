/*
 * Where things lie in a Parquet footer: the Thrift struct FileMetaData in the compact protocol.
 */
#ifndef GATUN_PARQUET_FOOTER_H
#define GATUN_PARQUET_FOOTER_H

#include "gatun/export.h"
#include "gatun/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Structs, lists and maps inside each other that a footer may have. The format's own structs need nine. */
#define GATUN_PARQUET_FOOTER_DEPTH 64

/* A row group. Offsets are from the first byte of the footer. */
typedef struct gatun_parquet_row_group {
    int64_t rows;
    int64_t total_byte_size;
    int64_t compressed_size; /* -1 when not given */
    int64_t file_offset;     /* of its first page, in the file; -1 when not given */
    int64_t first_chunk;     /* index of its first column chunk among those of all row groups */
    int32_t chunk_count;
    int32_t chunks_end; /* offset behind its last column chunk */
    int32_t sorting;    /* offset of the list of sorting columns; 0 when not given */
    int32_t ordinal;    /* -1 when not given */
    int64_t start;      /* offset of its first byte */
} gatun_parquet_row_group;

/* The parts of a footer: offsets from its first byte, 0 for what is not there. */
typedef struct gatun_parquet_footer {
    int64_t rows;
    int32_t version;
    int32_t schema;        /* list of SchemaElement */
    int32_t row_groups;    /* number of them, which may be more than there was room for */
    int32_t chunks;        /* number of column chunks, which may be more than there was room for */
    int32_t key_values;    /* list of KeyValue */
    int32_t created_by;    /* text */
    int32_t column_orders; /* list of ColumnOrder */
    int32_t encrypted;     /* 1 when some columns are encrypted, else 0 */
    int32_t length;        /* bytes of the struct; what follows is no part of it */
    int32_t reserved;
} gatun_parquet_footer;

/* Goes through the first `size` bytes of `data` once, checks that they begin with a struct FileMetaData of sound
 * structure (every length and count inside what is left, nesting up to GATUN_PARQUET_FOOTER_DEPTH, known wire types,
 * the fields it reads of their type, once each, the required ones there) and notes the parts. `chunks` receives the
 * offset of each column chunk, row group by row group. Entries beyond a capacity are counted, not written: call again
 * with more room. The insides of schema elements, column chunks and key-values are passed over, not interpreted.
 *
 * Untrusted: `data` may be anything; nothing outside it is read. O(size), no recursion beyond the depth above.
 * Thread-safe.
 * Statuses: OK; FORMAT (position = offset near the fault, value = 0); INVALID_ARGUMENT (null pointers, size above
 * 2^31 - 1). */
GATUN_EXPORT int32_t gatun_parquet_footer_index(const uint8_t* data, uint64_t size,
    gatun_parquet_row_group* row_groups, uint64_t row_group_capacity, int32_t* chunks, uint64_t chunk_capacity,
    gatun_parquet_footer* out, gatun_error* error);

#ifdef __cplusplus
}
#endif

#endif
