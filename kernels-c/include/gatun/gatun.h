/*
 * The whole ABI of libgatun. Rules common to every function:
 *  - fixed-width integers; inputs are `const`, outputs come with a capacity or a length fixed by the contract;
 *  - a gatun_status comes back, details in a gatun_error given by the caller;
 *  - no threads, no output, no abort; no heap allocation except gatun_memory_map and the contexts of
 *    gatun_codec_decompress_open; nothing is kept between calls;
 *  - cancellation by a flag the caller sets, progress by a counter the caller reads.
 */
#ifndef GATUN_GATUN_H
#define GATUN_GATUN_H

#include "gatun/column_dictionary.h"
#include "gatun/column_spread.h"
#include "gatun/column_filter.h"
#include "gatun/column_select.h"
#include "gatun/core.h"
#include "gatun/codec_decompress.h"
#include "gatun/csr.h"
#include "gatun/csr_betweenness.h"
#include "gatun/csr_bfs.h"
#include "gatun/csr_bipartite.h"
#include "gatun/csr_build.h"
#include "gatun/csr_centrality.h"
#include "gatun/csr_check.h"
#include "gatun/csr_colouring.h"
#include "gatun/csr_components.h"
#include "gatun/csr_core.h"
#include "gatun/csr_pagerank.h"
#include "gatun/csr_similarity.h"
#include "gatun/csr_dfs.h"
#include "gatun/csr_msbfs.h"
#include "gatun/csr_communities.h"
#include "gatun/csr_components.h"
#include "gatun/csr_label_propagation.h"
#include "gatun/csr_pagerank.h"
#include "gatun/csr_scc.h"
#include "gatun/csr_sssp.h"
#include "gatun/csr_toposort.h"
#include "gatun/csr_triangles.h"
#include "gatun/csr_reorder.h"
#include "gatun/csr_spanning.h"
#include "gatun/csr_sssp.h"
#include "gatun/csr_walks.h"
#include "gatun/csv.h"
#include "gatun/csv_bool.h"
#include "gatun/csv_int64.h"
#include "gatun/csv_decimal.h"
#include "gatun/csv_double.h"
#include "gatun/csv_temporal.h"
#include "gatun/csv_string.h"
#include "gatun/csv_utf8.h"
#include "gatun/csv_index.h"
#include "gatun/hash_sha256.h"
#include "gatun/parquet_footer.h"
#include "gatun/parquet_bytes.h"
#include "gatun/parquet_convert.h"
#include "gatun/parquet_delta.h"
#include "gatun/parquet_split.h"
#include "gatun/parquet_hybrid.h"
#include "gatun/parquet_nesting.h"
#include "gatun/sql_scan.h"

#endif
