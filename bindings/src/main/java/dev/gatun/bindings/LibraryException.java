package dev.gatun.bindings;

/// The search for a library is over without one. An `IOException`, in contrast, only rules out one
/// place.
final class LibraryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final NativeStatus.State state;

  LibraryException(NativeStatus.State state, String reason) {
    super(reason);
    this.state = state;
  }

  NativeStatus.State state() {
    return state;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
