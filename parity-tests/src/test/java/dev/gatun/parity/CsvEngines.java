package dev.gatun.parity;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import java.util.List;

/// What a test of fixed values runs on.
final class CsvEngines {
  private CsvEngines() {}

  /// Java, and native where it is loaded.
  static List<Engine> all() {
    return Gatun.nativeAvailable().available()
        ? List.of(Engine.JAVA, Engine.NATIVE)
        : List.of(Engine.JAVA);
  }
}
