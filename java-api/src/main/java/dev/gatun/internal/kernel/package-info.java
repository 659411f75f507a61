/// One interface per kernel: what its native and its Java form both implement.
@NullMarked
package dev.gatun.internal.kernel;

import org.jspecify.annotations.NullMarked;
