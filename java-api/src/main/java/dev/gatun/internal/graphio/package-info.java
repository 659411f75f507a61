/// Edge lists from files and streams: where things are on their lines, ids, weights, and the tuples
/// they become.
@NullMarked
package dev.gatun.internal.graphio;

import org.jspecify.annotations.NullMarked;
