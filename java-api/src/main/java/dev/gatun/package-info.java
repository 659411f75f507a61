/// What every part of Gatun shares: engines, run options, cancellation, progress, errors, metrics.
@NullMarked
package dev.gatun;

import org.jspecify.annotations.NullMarked;
