package dev.gatun.internal.graphio;

import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read.
///
/// @param regions owners of the memory, which belong to whoever has this
/// @param pairs int32 source and target of each edge in turn
/// @param count edges
/// @param weights `count` weights, null when unweighted
/// @param weightType their type
/// @param ids what the vertices are called
/// @param symmetric whether each edge stands for both directions
public record EdgeData(
    List<Region> regions,
    MemorySegment pairs,
    long count,
    @Nullable MemorySegment weights,
    WeightType weightType,
    EdgeIds ids,
    boolean symmetric) {}
