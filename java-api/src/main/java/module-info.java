/// Native-speed graphs on the JVM. Start at [dev.gatun.Gatun] and [dev.gatun.graph.CsrGraph].
module dev.gatun {
  requires transitive org.jspecify;
  requires dev.gatun.bindings;
  requires jdk.jfr;
  requires aircompressor.v3;

  exports dev.gatun;
  exports dev.gatun.graph;
  exports dev.gatun.internal.exec to
      dev.gatun.parity,
      dev.gatun.bench;
  exports dev.gatun.internal.kernel to
      dev.gatun.parity,
      dev.gatun.bench;
}
