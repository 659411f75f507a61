/// What runs inside a measured JVM. These classes stand on the class path in front of the jar that
/// is measured, which may be of an older commit: they use nothing but JMH and `Gatun.isa()`.
@NullMarked
package dev.gatun.bench.gate.worker;

import org.jspecify.annotations.NullMarked;
