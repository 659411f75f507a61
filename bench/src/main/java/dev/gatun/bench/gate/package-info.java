/// The performance gate: compares two builds, or the two engines of one, and decides.
@NullMarked
package dev.gatun.bench.gate;

import org.jspecify.annotations.NullMarked;
