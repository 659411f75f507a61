/// Graphs in compressed sparse row form: reading edge lists, building, algorithms.
@NullMarked
package dev.gatun.graph;

import org.jspecify.annotations.NullMarked;
