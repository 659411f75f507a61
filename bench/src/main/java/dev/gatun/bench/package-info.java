/// Benchmarks: JMH per kernel, and a runner that joins a whole-process comparison with other
/// programs.
@NullMarked
package dev.gatun.bench;

import org.jspecify.annotations.NullMarked;
