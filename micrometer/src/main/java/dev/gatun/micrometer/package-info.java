/// Gatun's counters as Micrometer meters.
@NullMarked
package dev.gatun.micrometer;

import org.jspecify.annotations.NullMarked;
