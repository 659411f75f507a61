package dev.gatun;

/// A call ended early because its [CancellationToken] was cancelled or its thread interrupted.
/// Everything the call had allocated is freed.
public final class OperationCancelledException extends GatunException {
  private static final long serialVersionUID = 1L;

  /// For the call that ends.
  ///
  /// @param operation what was cancelled
  public OperationCancelledException(String operation) {
    super(operation + " was cancelled", null);
  }
}
