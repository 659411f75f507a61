package dev.gatun;

/// A call needed more off-heap memory than its limit, the process's limit, or the system allows.
/// Nothing of the call stays allocated.
public final class MemoryLimitException extends GatunException {
  private static final long serialVersionUID = 1L;

  private final long requested;
  private final long limit;

  /// For whoever accounts for the memory.
  ///
  /// @param message one line: what was asked for, what the limit is, how to raise it
  /// @param requested bytes asked for on top of what was in use
  /// @param limit the limit in bytes, or -1 when the operating system refused
  public MemoryLimitException(String message, long requested, long limit) {
    super(message, null);
    this.requested = requested;
    this.limit = limit;
  }

  /// Bytes asked for on top of what was in use.
  public long requested() {
    return requested;
  }

  /// The limit in bytes, or -1 when the operating system refused.
  public long limit() {
    return limit;
  }
}
