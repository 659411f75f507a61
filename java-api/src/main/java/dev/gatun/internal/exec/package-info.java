/// Running kernels: engines, workers, memory, cancellation, metrics.
@NullMarked
package dev.gatun.internal.exec;

import org.jspecify.annotations.NullMarked;
