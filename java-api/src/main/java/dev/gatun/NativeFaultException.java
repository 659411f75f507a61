package dev.gatun;

import org.jspecify.annotations.Nullable;

/// A fault inside the native library: a defect of Gatun, never of the caller's data. Under
/// [Engine#AUTO] it is logged, counted, and the call runs on Java instead.
public final class NativeFaultException extends GatunException {
  private static final long serialVersionUID = 1L;

  /// For the native engine.
  ///
  /// @param message kernel and status
  /// @param cause what the binding threw, if it did
  public NativeFaultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
