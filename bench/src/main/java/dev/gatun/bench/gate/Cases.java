package dev.gatun.bench.gate;

import java.util.List;
import java.util.Locale;

/// What the gate measures: at least one case of each kernel, and one of each path through a kernel
/// that is code of its own. A test compares the list with the registry and with the benchmarks.
public final class Cases {
  /// Stands for the CPU tier that is active.
  static final String ACTIVE_TIER = "ACTIVE";

  private static final String CONTENDER = "contender native-1 java-1";
  private static final String ENGINE = "engine NATIVE JAVA";
  private static final String COLUMN_ENGINE = "engine native java";

  /// All of them.
  public static final List<Case> ALL =
      List.of(
          csr("csr_check", "CsrCheckBenchmark.check", "scale=16"),
          csr("csr_build", "CsrBuildBenchmark.build", "shape=kron, scale=16"),
          csr("csr_bfs", "CsrBfsBenchmark.bfs", "shape=kron, scale=16"),
          csr("csr_pagerank", "CsrPagerankBenchmark.pageRank", "shape=kron, scale=16"),
          csr("csr_components", "CsrComponentsBenchmark.components", "shape=kron, scale=16"),
          csr("csr_sssp", "CsrSsspBenchmark.shortestPaths", "shape=kron, scale=16"),
          csr("csr_triangles", "CsrTrianglesBenchmark.triangles", "shape=kron, scale=16"),
          csr("csr_core", "CsrCoreBenchmark.cores", "shape=kron, scale=16"),
          csr("csr_similarity", "CsrSimilarityBenchmark.pairs", "shape=kron, scale=16"),
          csr("csr_dfs", "CsrDfsBenchmark.dfs", "shape=kron, scale=16"),
          csr("csr_betweenness", "CsrBetweennessBenchmark.betweenness", "shape=kron, scale=16"),
          csr("csr_msbfs", "CsrMsbfsBenchmark.searches", "shape=kron, scale=16"),
          csr("csr_scc", "CsrSccBenchmark.components", "shape=kron, scale=16"),
          csr("csr_toposort", "CsrToposortBenchmark.order", "shape=kron, scale=16"),
          csr("csr_bipartite", "CsrBipartiteBenchmark.sides", "shape=road, scale=16"),
          csr("csr_colouring", "CsrColouringBenchmark.colours", "shape=kron, scale=16"),
          csr("csr_spanning", "CsrSpanningBenchmark.spanningForest", "shape=kron, scale=16"),
          csr("csr_centrality", "CsrCentralityBenchmark.eigenvector", "shape=kron, scale=16"),
          csr("csr_walks", "CsrWalksBenchmark.node2vec", "shape=kron, scale=16"),
          csr("csr_reorder", "CsrReorderBenchmark.hubSort", "shape=kron, scale=16"),
          csr(
              "csr_label_propagation",
              "CsrLabelPropagationBenchmark.propagate",
              "shape=kron, scale=16"),
          csr("csr_communities", "CsrCommunitiesBenchmark.louvain", "shape=kron, scale=16"),
          codec("SNAPPY"),
          codec("LZ4_RAW"),
          codec("ZSTD"),
          codec("GZIP"),
          engine("parquet_nesting", "offsets", "ParquetNestingBenchmark.offsets"),
          engine("parquet_nesting", "validity", "ParquetNestingBenchmark.validity"),
          engine("parquet_nesting", "records", "ParquetNestingBenchmark.records"),
          methods("parquet_hybrid", "1 bit", "ParquetHybridBenchmark", "bitWidth=1"),
          methods("parquet_hybrid", "10 bits", "ParquetHybridBenchmark", "bitWidth=10"),
          methods("parquet_delta", "", "ParquetDeltaBenchmark", "bitWidth=11"),
          bytes("PLAIN"),
          bytes("DELTA_LENGTH"),
          bytes("DELTA_PREFIX"),
          methods("parquet_split", "4 bytes", "ParquetSplitBenchmark", "width=4"),
          methods("parquet_split", "8 bytes", "ParquetSplitBenchmark", "width=8"),
          convert("INT32_TO_INT16"),
          convert("INT96_TO_NANOS"),
          convert("BIG_ENDIAN_TO_128"),
          methods("parquet_footer", "", "ParquetFooterBenchmark", "rowGroups=100"),
          engine("column_spread", "8 bytes", "ColumnSpreadBenchmark.width8"),
          engine("column_spread", "bits", "ColumnSpreadBenchmark.bits"),
          engine("column_spread", "offsets", "ColumnSpreadBenchmark.offsets"),
          column("column_filter", "int32", "ColumnFilterBenchmark.int32"),
          column("column_filter", "float64", "ColumnFilterBenchmark.float64"),
          column("column_filter", "strings", "ColumnFilterBenchmark.strings"),
          column("column_select", "8 bytes", "ColumnSelectBenchmark.fixed8"),
          column("column_select", "bits", "ColumnSelectBenchmark.bits"),
          column("column_select", "strings", "ColumnSelectBenchmark.strings"),
          methods("column_dictionary", "", "ColumnDictionaryBenchmark", "distinct=300, size=12"),
          index("plain"),
          index("quoted"),
          methods("csv_utf8", "", "CsvUtf8Benchmark", "others=2"),
          methods("csv_int64", "short", "CsvInt64Benchmark", "shape=SHORT"),
          methods("csv_int64", "quoted", "CsvInt64Benchmark", "shape=QUOTED"),
          numbers("csv_double", "short", "CsvDoubleBenchmark"),
          numbers("csv_double", "random", "CsvDoubleBenchmark"),
          numbers("csv_decimal", "coordinate", "CsvDecimalBenchmark"),
          methods("csv_bool", "", "CsvBoolBenchmark", "words=true false"),
          Case.ofMethods(
              "csv_temporal", "", "CsvTemporalBenchmark kernel reference", "form=SECONDS"),
          methods("csv_string", "title", "CsvStringBenchmark", "kind=TITLE"),
          methods("csv_string", "body", "CsvStringBenchmark", "kind=BODY"),
          sha256("one message", "messages=1, size=1048576"),
          sha256("many messages", "messages=256, size=4096"),
          sha256("short messages", "messages=4096, size=256"),
          methods("sql_scan", "schema", "SqlScanBenchmark", "kind=schema"),
          methods("sql_scan", "seed", "SqlScanBenchmark", "kind=seed"));

  private Cases() {}

  private static Case csr(String kernel, String method, String parameters) {
    return Case.ofParameter(kernel, "", method, CONTENDER, parameters);
  }

  private static Case codec(String codec) {
    return Case.ofParameter(
        "codec_decompress",
        codec.replace("_RAW", "").toLowerCase(Locale.ROOT),
        "CodecDecompressBenchmark.decompress",
        "contender native java",
        "page=text, codec=" + codec);
  }

  private static Case engine(String kernel, String detail, String method) {
    return Case.ofParameter(kernel, detail, method, ENGINE, "");
  }

  private static Case column(String kernel, String detail, String method) {
    return Case.ofParameter(kernel, detail, method, COLUMN_ENGINE, "percent=50");
  }

  private static Case methods(String kernel, String detail, String type, String parameters) {
    return Case.ofMethods(kernel, detail, type + " natives reference", parameters);
  }

  private static Case bytes(String encoding) {
    return methods(
        "parquet_bytes",
        encoding.toLowerCase(Locale.ROOT),
        "ParquetBytesBenchmark",
        "size=30, encoding=" + encoding);
  }

  private static Case convert(String conversion) {
    return methods(
        "parquet_convert",
        conversion.toLowerCase(Locale.ROOT),
        "ParquetConvertBenchmark",
        "conversion=" + conversion);
  }

  private static Case index(String text) {
    return methods(
        "csv_index", text, "CsvIndexBenchmark", "text=" + text + ", tier=" + ACTIVE_TIER);
  }

  private static Case sha256(String detail, String parameters) {
    return methods("hash_sha256", detail, "HashSha256Benchmark", parameters + ", method=AUTO");
  }

  private static Case numbers(String kernel, String shape, String type) {
    return Case.ofMethods(kernel, shape, type + " nativeKernel reference", "shape=" + shape);
  }
}
