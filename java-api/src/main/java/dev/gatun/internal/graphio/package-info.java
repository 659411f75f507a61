/// Edge lists from files and streams: lines, fields, ids, and the tuples they become.
@NullMarked
package dev.gatun.internal.graphio;

import org.jspecify.annotations.NullMarked;
