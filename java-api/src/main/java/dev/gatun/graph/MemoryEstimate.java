package dev.gatun.graph;

/// Memory that a call will need at most.
///
/// @param resultBytes off the heap, until the result is closed
/// @param scratchBytes during the call: off the heap on the native engine, mostly on the heap on
///     the Java engine
public record MemoryEstimate(long resultBytes, long scratchBytes) {
  /// Both together, in bytes.
  public long totalBytes() {
    return resultBytes + scratchBytes;
  }
}
