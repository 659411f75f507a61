/// The registry of kernels.
@NullMarked
package dev.gatun.internal;

import org.jspecify.annotations.NullMarked;
