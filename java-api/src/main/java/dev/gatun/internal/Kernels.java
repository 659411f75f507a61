package dev.gatun.internal;

import dev.gatun.internal.exec.Kernel;
import dev.gatun.internal.exec.Registered;
import dev.gatun.internal.exec.Twin;
import dev.gatun.internal.kernel.CodecDecompress;
import dev.gatun.internal.kernel.ColumnDictionary;
import dev.gatun.internal.kernel.ColumnFilter;
import dev.gatun.internal.kernel.ColumnSelect;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBetweenness;
import dev.gatun.internal.kernel.CsrBfs;
import dev.gatun.internal.kernel.CsrBipartite;
import dev.gatun.internal.kernel.CsrBuild;
import dev.gatun.internal.kernel.CsrCentrality;
import dev.gatun.internal.kernel.CsrCheck;
import dev.gatun.internal.kernel.CsrColouring;
import dev.gatun.internal.kernel.CsrCommunities;
import dev.gatun.internal.kernel.CsrComponents;
import dev.gatun.internal.kernel.CsrCore;
import dev.gatun.internal.kernel.CsrDfs;
import dev.gatun.internal.kernel.CsrLabelPropagation;
import dev.gatun.internal.kernel.CsrMsbfs;
import dev.gatun.internal.kernel.CsrPagerank;
import dev.gatun.internal.kernel.CsrReorder;
import dev.gatun.internal.kernel.CsrScc;
import dev.gatun.internal.kernel.CsrSimilarity;
import dev.gatun.internal.kernel.CsrSpanning;
import dev.gatun.internal.kernel.CsrSssp;
import dev.gatun.internal.kernel.CsrToposort;
import dev.gatun.internal.kernel.CsrTriangles;
import dev.gatun.internal.kernel.CsrWalks;
import dev.gatun.internal.kernel.CsvBool;
import dev.gatun.internal.kernel.CsvDecimal;
import dev.gatun.internal.kernel.CsvDouble;
import dev.gatun.internal.kernel.CsvIndex;
import dev.gatun.internal.kernel.CsvInt64;
import dev.gatun.internal.kernel.CsvString;
import dev.gatun.internal.kernel.CsvTemporal;
import dev.gatun.internal.kernel.CsvUtf8;
import dev.gatun.internal.kernel.HashSha256;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.internal.kernel.ParquetConvert;
import dev.gatun.internal.kernel.ParquetDelta;
import dev.gatun.internal.kernel.ParquetFooter;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetNesting;
import dev.gatun.internal.kernel.ParquetSplit;
import dev.gatun.internal.kernel.SqlScan;
import dev.gatun.internal.natives.CodecDecompressNative;
import dev.gatun.internal.natives.ColumnDictionaryNative;
import dev.gatun.internal.natives.ColumnFilterNative;
import dev.gatun.internal.natives.ColumnSelectNative;
import dev.gatun.internal.natives.ColumnSpreadNative;
import dev.gatun.internal.natives.CsrBetweennessNative;
import dev.gatun.internal.natives.CsrBfsNative;
import dev.gatun.internal.natives.CsrBipartiteNative;
import dev.gatun.internal.natives.CsrBuildNative;
import dev.gatun.internal.natives.CsrCentralityNative;
import dev.gatun.internal.natives.CsrCheckNative;
import dev.gatun.internal.natives.CsrColouringNative;
import dev.gatun.internal.natives.CsrCommunitiesNative;
import dev.gatun.internal.natives.CsrComponentsNative;
import dev.gatun.internal.natives.CsrCoreNative;
import dev.gatun.internal.natives.CsrDfsNative;
import dev.gatun.internal.natives.CsrLabelPropagationNative;
import dev.gatun.internal.natives.CsrMsbfsNative;
import dev.gatun.internal.natives.CsrPagerankNative;
import dev.gatun.internal.natives.CsrReorderNative;
import dev.gatun.internal.natives.CsrSccNative;
import dev.gatun.internal.natives.CsrSimilarityNative;
import dev.gatun.internal.natives.CsrSpanningNative;
import dev.gatun.internal.natives.CsrSsspNative;
import dev.gatun.internal.natives.CsrToposortNative;
import dev.gatun.internal.natives.CsrTrianglesNative;
import dev.gatun.internal.natives.CsrWalksNative;
import dev.gatun.internal.natives.CsvBoolNative;
import dev.gatun.internal.natives.CsvDecimalNative;
import dev.gatun.internal.natives.CsvDoubleNative;
import dev.gatun.internal.natives.CsvIndexNative;
import dev.gatun.internal.natives.CsvInt64Native;
import dev.gatun.internal.natives.CsvStringNative;
import dev.gatun.internal.natives.CsvTemporalNative;
import dev.gatun.internal.natives.CsvUtf8Native;
import dev.gatun.internal.natives.HashSha256Native;
import dev.gatun.internal.natives.ParquetBytesNative;
import dev.gatun.internal.natives.ParquetConvertNative;
import dev.gatun.internal.natives.ParquetDeltaNative;
import dev.gatun.internal.natives.ParquetFooterNative;
import dev.gatun.internal.natives.ParquetHybridNative;
import dev.gatun.internal.natives.ParquetNestingNative;
import dev.gatun.internal.natives.ParquetSplitNative;
import dev.gatun.internal.natives.SqlScanNative;
import dev.gatun.internal.reference.CodecDecompressReference;
import dev.gatun.internal.reference.ColumnDictionaryReference;
import dev.gatun.internal.reference.ColumnFilterReference;
import dev.gatun.internal.reference.ColumnSelectReference;
import dev.gatun.internal.reference.ColumnSpreadReference;
import dev.gatun.internal.reference.CsrBetweennessReference;
import dev.gatun.internal.reference.CsrBfsReference;
import dev.gatun.internal.reference.CsrBipartiteReference;
import dev.gatun.internal.reference.CsrBuildReference;
import dev.gatun.internal.reference.CsrCentralityReference;
import dev.gatun.internal.reference.CsrCheckReference;
import dev.gatun.internal.reference.CsrColouringReference;
import dev.gatun.internal.reference.CsrCommunitiesReference;
import dev.gatun.internal.reference.CsrComponentsReference;
import dev.gatun.internal.reference.CsrCoreReference;
import dev.gatun.internal.reference.CsrDfsReference;
import dev.gatun.internal.reference.CsrLabelPropagationReference;
import dev.gatun.internal.reference.CsrMsbfsReference;
import dev.gatun.internal.reference.CsrPagerankReference;
import dev.gatun.internal.reference.CsrReorderReference;
import dev.gatun.internal.reference.CsrSccReference;
import dev.gatun.internal.reference.CsrSimilarityReference;
import dev.gatun.internal.reference.CsrSpanningReference;
import dev.gatun.internal.reference.CsrSsspReference;
import dev.gatun.internal.reference.CsrToposortReference;
import dev.gatun.internal.reference.CsrTrianglesReference;
import dev.gatun.internal.reference.CsrWalksReference;
import dev.gatun.internal.reference.CsvBoolReference;
import dev.gatun.internal.reference.CsvDecimalReference;
import dev.gatun.internal.reference.CsvDoubleReference;
import dev.gatun.internal.reference.CsvIndexReference;
import dev.gatun.internal.reference.CsvInt64Reference;
import dev.gatun.internal.reference.CsvStringReference;
import dev.gatun.internal.reference.CsvTemporalReference;
import dev.gatun.internal.reference.CsvUtf8Reference;
import dev.gatun.internal.reference.HashSha256Reference;
import dev.gatun.internal.reference.ParquetBytesReference;
import dev.gatun.internal.reference.ParquetConvertReference;
import dev.gatun.internal.reference.ParquetDeltaReference;
import dev.gatun.internal.reference.ParquetFooterReference;
import dev.gatun.internal.reference.ParquetHybridReference;
import dev.gatun.internal.reference.ParquetNestingReference;
import dev.gatun.internal.reference.ParquetSplitReference;
import dev.gatun.internal.reference.SqlScanReference;
import java.util.List;

/// Every kernel, with its two implementations.
public final class Kernels {
  public static final Kernel<CsrCheck.Args, CsrCheck.Result> CSR_CHECK =
      new Kernel<>("csr_check", new CsrCheckReference(), new CsrCheckNative());
  public static final Kernel<CsrBuild.Args, Csr> CSR_BUILD =
      new Kernel<>("csr_build", new CsrBuildReference(), new CsrBuildNative());
  public static final Kernel<CsrBfs.Args, CsrBfs.Result> CSR_BFS =
      new Kernel<>("csr_bfs", new CsrBfsReference(), new CsrBfsNative());
  public static final Kernel<CsrPagerank.Args, CsrPagerank.Result> CSR_PAGERANK =
      new Kernel<>("csr_pagerank", new CsrPagerankReference(), new CsrPagerankNative());
  public static final Kernel<CsrComponents.Args, CsrComponents.Result> CSR_COMPONENTS =
      new Kernel<>("csr_components", new CsrComponentsReference(), new CsrComponentsNative());
  public static final Kernel<CsrSssp.Args, CsrSssp.Result> CSR_SSSP =
      new Kernel<>("csr_sssp", new CsrSsspReference(), new CsrSsspNative());
  public static final Kernel<CsrDfs.Args, CsrDfs.Result> CSR_DFS =
      new Kernel<>("csr_dfs", new CsrDfsReference(), new CsrDfsNative());
  public static final Kernel<CsrScc.Args, CsrScc.Result> CSR_SCC =
      new Kernel<>("csr_scc", new CsrSccReference(), new CsrSccNative());
  public static final Kernel<CsrToposort.Args, CsrToposort.Result> CSR_TOPOSORT =
      new Kernel<>("csr_toposort", new CsrToposortReference(), new CsrToposortNative());
  public static final Kernel<CsrBipartite.Args, CsrBipartite.Result> CSR_BIPARTITE =
      new Kernel<>("csr_bipartite", new CsrBipartiteReference(), new CsrBipartiteNative());
  public static final Kernel<CsrColouring.Args, CsrColouring.Result> CSR_COLOURING =
      new Kernel<>("csr_colouring", new CsrColouringReference(), new CsrColouringNative());
  public static final Kernel<CsrBetweenness.Args, CsrBetweenness.Result> CSR_BETWEENNESS =
      new Kernel<>("csr_betweenness", new CsrBetweennessReference(), new CsrBetweennessNative());
  public static final Kernel<CsrMsbfs.Args, CsrMsbfs.Result> CSR_MSBFS =
      new Kernel<>("csr_msbfs", new CsrMsbfsReference(), new CsrMsbfsNative());
  public static final Kernel<CsrTriangles.Args, CsrTriangles.Result> CSR_TRIANGLES =
      new Kernel<>("csr_triangles", new CsrTrianglesReference(), new CsrTrianglesNative());
  public static final Kernel<CsrCore.Args, CsrCore.Result> CSR_CORE =
      new Kernel<>("csr_core", new CsrCoreReference(), new CsrCoreNative());
  public static final Kernel<CsrSimilarity.Args, CsrSimilarity.Result> CSR_SIMILARITY =
      new Kernel<>("csr_similarity", new CsrSimilarityReference(), new CsrSimilarityNative());
  public static final Kernel<CsrLabelPropagation.Args, CsrLabelPropagation.Result>
      CSR_LABEL_PROPAGATION =
          new Kernel<>(
              "csr_label_propagation",
              new CsrLabelPropagationReference(),
              new CsrLabelPropagationNative());
  public static final Kernel<CsrCommunities.Args, CsrCommunities.Result> CSR_COMMUNITIES =
      new Kernel<>("csr_communities", new CsrCommunitiesReference(), new CsrCommunitiesNative());
  public static final Kernel<CsrSpanning.Args, CsrSpanning.Result> CSR_SPANNING =
      new Kernel<>("csr_spanning", new CsrSpanningReference(), new CsrSpanningNative());
  public static final Kernel<CsrCentrality.Args, CsrCentrality.Result> CSR_CENTRALITY =
      new Kernel<>("csr_centrality", new CsrCentralityReference(), new CsrCentralityNative());
  public static final Kernel<CsrWalks.Args, CsrWalks.Result> CSR_WALKS =
      new Kernel<>("csr_walks", new CsrWalksReference(), new CsrWalksNative());
  public static final Kernel<CsrReorder.Args, CsrReorder.Result> CSR_REORDER =
      new Kernel<>("csr_reorder", new CsrReorderReference(), new CsrReorderNative());
  public static final Twin<ColumnSpread> COLUMN_SPREAD =
      new Twin<>("column_spread", new ColumnSpreadReference(), new ColumnSpreadNative());
  public static final Twin<ParquetHybrid> PARQUET_HYBRID =
      new Twin<>("parquet_hybrid", new ParquetHybridReference(), new ParquetHybridNative());
  public static final Twin<ParquetNesting> PARQUET_NESTING =
      new Twin<>("parquet_nesting", new ParquetNestingReference(), new ParquetNestingNative());
  public static final Twin<ParquetDelta> PARQUET_DELTA =
      new Twin<>("parquet_delta", new ParquetDeltaReference(), new ParquetDeltaNative());
  public static final Twin<ParquetBytes> PARQUET_BYTES =
      new Twin<>("parquet_bytes", new ParquetBytesReference(), new ParquetBytesNative());
  public static final Twin<ParquetSplit> PARQUET_SPLIT =
      new Twin<>("parquet_split", new ParquetSplitReference(), new ParquetSplitNative());
  public static final Twin<ParquetConvert> PARQUET_CONVERT =
      new Twin<>("parquet_convert", new ParquetConvertReference(), new ParquetConvertNative());

  public static final Twin<ColumnFilter> COLUMN_FILTER =
      new Twin<>("column_filter", new ColumnFilterReference(), new ColumnFilterNative());
  public static final Twin<ColumnSelect> COLUMN_SELECT =
      new Twin<>("column_select", new ColumnSelectReference(), new ColumnSelectNative());
  public static final Twin<ColumnDictionary> COLUMN_DICTIONARY =
      new Twin<>(
          "column_dictionary", new ColumnDictionaryReference(), new ColumnDictionaryNative());
  public static final Twin<CodecDecompress> CODEC_DECOMPRESS =
      new Twin<>("codec_decompress", new CodecDecompressReference(), new CodecDecompressNative());
  public static final Twin<ParquetFooter> PARQUET_FOOTER =
      new Twin<>("parquet_footer", new ParquetFooterReference(), new ParquetFooterNative());
  public static final Twin<CsvDouble> CSV_DOUBLE =
      new Twin<>("csv_double", new CsvDoubleReference(), new CsvDoubleNative());
  public static final Twin<CsvDecimal> CSV_DECIMAL =
      new Twin<>("csv_decimal", new CsvDecimalReference(), new CsvDecimalNative());

  public static final Twin<CsvInt64> CSV_INT64 =
      new Twin<>("csv_int64", new CsvInt64Reference(), new CsvInt64Native());
  public static final Twin<CsvBool> CSV_BOOL =
      new Twin<>("csv_bool", new CsvBoolReference(), new CsvBoolNative());
  public static final Twin<CsvTemporal> CSV_TEMPORAL =
      new Twin<>("csv_temporal", new CsvTemporalReference(), new CsvTemporalNative());
  public static final Twin<CsvString> CSV_STRING =
      new Twin<>("csv_string", new CsvStringReference(), new CsvStringNative());
  public static final Twin<CsvUtf8> CSV_UTF8 =
      new Twin<>("csv_utf8", new CsvUtf8Reference(), new CsvUtf8Native());
  public static final Twin<CsvIndex> CSV_INDEX =
      new Twin<>("csv_index", new CsvIndexReference(), new CsvIndexNative());
  public static final Twin<HashSha256> HASH_SHA256 =
      new Twin<>("hash_sha256", new HashSha256Reference(), new HashSha256Native());

  public static final Twin<SqlScan> SQL_SCAN =
      new Twin<>("sql_scan", new SqlScanReference(), new SqlScanNative());

  /// All of them, in the order above.
  public static final List<Registered> ALL =
      List.of(
          CSR_CHECK,
          CSR_BUILD,
          CSR_BFS,
          CSR_PAGERANK,
          CSR_COMPONENTS,
          CSR_SSSP,
          CSR_DFS,
          CSR_SCC,
          CSR_TOPOSORT,
          CSR_BIPARTITE,
          CSR_COLOURING,
          CSR_BETWEENNESS,
          CSR_MSBFS,
          CSR_TRIANGLES,
          CSR_CORE,
          CSR_SIMILARITY,
          CSR_LABEL_PROPAGATION,
          CSR_COMMUNITIES,
          CSR_SPANNING,
          CSR_CENTRALITY,
          CSR_WALKS,
          CSR_REORDER,
          COLUMN_SPREAD,
          PARQUET_HYBRID,
          PARQUET_NESTING,
          PARQUET_DELTA,
          PARQUET_BYTES,
          PARQUET_SPLIT,
          PARQUET_CONVERT,
          COLUMN_FILTER,
          COLUMN_SELECT,
          COLUMN_DICTIONARY,
          CODEC_DECOMPRESS,
          PARQUET_FOOTER,
          CSV_DOUBLE,
          CSV_DECIMAL,
          CSV_INT64,
          CSV_BOOL,
          CSV_TEMPORAL,
          CSV_STRING,
          CSV_UTF8,
          CSV_INDEX,
          HASH_SHA256,
          SQL_SCAN);

  private Kernels() {}
}
