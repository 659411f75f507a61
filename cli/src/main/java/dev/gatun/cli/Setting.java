package dev.gatun.cli;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.Gatun.NativeAvailability;
import java.util.Map;

/// What calls will run on, as options, properties and environment have it.
///
/// @param wish the engine that was asked for
/// @param natives whether there are native kernels
/// @param threads workers of parallel kernels
record Setting(Engine wish, NativeAvailability natives, int threads) {
  /// What holds in this scope.
  static Setting now() {
    Map<String, String> info = Gatun.debugInfo();
    String threads = info.getOrDefault("threads", "");
    return new Setting(
        Engine.parse(info.getOrDefault("engine", "auto")),
        Gatun.nativeAvailable(),
        threads.matches("\\d+")
            ? Integer.parseInt(threads)
            : Runtime.getRuntime().availableProcessors());
  }

  /// The engine that will run.
  Engine engine() {
    return natives.available() && wish != Engine.JAVA ? Engine.NATIVE : Engine.JAVA;
  }

  /// The CPU tier that will run.
  String isa() {
    return engine() == Engine.NATIVE ? Gatun.isa() : "java";
  }
}
