/// Gatun's counters as Micrometer meters: [dev.gatun.micrometer.GatunMetrics].
///
/// Micrometer's jars have no descriptors, only names, so this module works on the module path and
/// cannot be linked into an image by jlink.
module dev.gatun.micrometer {
  requires dev.gatun;
  requires transitive micrometer.core;

  exports dev.gatun.micrometer;
}
