package dev.gatun.hostile;

/// What reading a file came to.
sealed interface Verdict {
  /// It could be read.
  record Read(long rows, long digest) implements Verdict {}

  /// The library refused it.
  ///
  /// @param type name of the exception's class
  record Refused(String type, String message) implements Verdict {}

  /// Anything else.
  record Broken(Throwable problem) implements Verdict {}

  /// Whether the other engine may say this where one says that.
  default boolean agrees(Verdict other) {
    return switch (this) {
      case Read _ -> equals(other);
      case Refused(String type, _) ->
          other instanceof Refused refused && refused.type().equals(type);
      case Broken _ -> false;
    };
  }
}
