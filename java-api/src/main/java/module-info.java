/// Native-speed graphs on the JVM. Start at [dev.gatun.Gatun] and [dev.gatun.graph.CsrGraph].
module dev.gatun {
  requires transitive org.jspecify;
  requires dev.gatun.bindings;
  requires jdk.jfr;
  requires jdk.unsupported; // aircompressor decodes zstd with Unsafe

  exports dev.gatun;
  exports dev.gatun.arrow;
  exports dev.gatun.csv;
  exports dev.gatun.graph;
  exports dev.gatun.parquet;
}
