/// Graphs, Parquet and CSV at native speed. Start at [dev.gatun.graph.CsrGraph],
/// [dev.gatun.parquet.ParquetFile] and [dev.gatun.csv.CsvScan]; [dev.gatun.Gatun] is about the
/// library itself.
module dev.gatun {
  requires transitive org.jspecify;
  requires dev.gatun.bindings;
  requires jdk.jfr;
  requires static java.management; // the MBean, for those who ask for it
  requires jdk.unsupported; // aircompressor decodes zstd with Unsafe

  exports dev.gatun;
  exports dev.gatun.arrow;
  exports dev.gatun.csv;
  exports dev.gatun.graph;
  exports dev.gatun.hash;
  exports dev.gatun.parquet;
  exports dev.gatun.schema;
}
