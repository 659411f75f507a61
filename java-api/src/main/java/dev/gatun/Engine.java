package dev.gatun;

import java.util.Locale;

/// Which implementation of a kernel runs.
///
/// The nearest setting wins: the call's [RunOptions], then [Gatun#scoped], then [Gatun#configure],
/// then the system property `gatun.engine`, then the environment variable `GATUN_ENGINE`, then
/// [#AUTO].
public enum Engine {
  /// Native where the library is loaded, Java otherwise. A fault inside the native library runs the
  /// call once more on Java, is counted and logged.
  AUTO,
  /// Native only: [NativeUnavailableException] where the library is not loaded.
  NATIVE,
  /// The pure-Java reference only.
  JAVA;

  /// Reads `auto`, `native` or `java` in any case.
  ///
  /// @throws IllegalArgumentException for anything else, naming the text
  public static Engine parse(String text) {
    for (Engine engine : values()) {
      if (engine.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return engine;
      }
    }
    throw new IllegalArgumentException("engine \"" + text + "\" is none of auto, native, java");
  }
}
