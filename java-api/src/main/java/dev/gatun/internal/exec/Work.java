package dev.gatun.internal.exec;

/// The size of a kernel call's input, for counters and events.
///
/// @param elements what the kernel counts its work in: entries, tuples, values
/// @param bytes size of the input
public record Work(long elements, long bytes) {}
