package dev.gatun;

/// [Engine#NATIVE] was asked for and the native library is not loaded. The message says why.
public final class NativeUnavailableException extends GatunException {
  private static final long serialVersionUID = 1L;

  /// For the choice of the engine.
  ///
  /// @param reason why the library is not loaded
  public NativeUnavailableException(String reason) {
    super("engine NATIVE was asked for, but the native library is not loaded: " + reason, null);
  }
}
