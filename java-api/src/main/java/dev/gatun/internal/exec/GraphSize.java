package dev.gatun.internal.exec;

import dev.gatun.graph.WeightType;

/// What a graph kernel's need of memory depends on.
///
/// @param vertices n
/// @param entries of the graph
/// @param weightType of the graph
/// @param items sources, pairs, walks or tuples of the call, 0 where it has none
public record GraphSize(int vertices, long entries, WeightType weightType, long items) {}
