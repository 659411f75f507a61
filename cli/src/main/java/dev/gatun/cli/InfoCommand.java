package dev.gatun.cli;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `gatun info`: how Gatun runs on this machine.
@Command(
    name = "info",
    description = "Version, platform, engine and why, CPU tier, library, threads, memory.",
    footerHeading = "%nExamples:%n",
    footer = {"  gatun info", "  gatun info --json --engine java"})
final class InfoCommand extends GatunCommand {
  private static final String NONE = "none";

  @Override
  protected Report run(Progress progress) {
    long start = System.nanoTime();
    Setting setting = Setting.now();
    Map<String, String> info = Gatun.debugInfo();
    Report report = new Report();
    describe(report, setting, info);
    info.forEach((key, text) -> report.json(key.replace('.', '_'), typed(text)));
    return report
        .json("engine_setting", EnumConverter.spelling(setting.wish()))
        .json("engine", EnumConverter.spelling(setting.engine()))
        .json("isa", setting.isa())
        .json("threads", setting.threads())
        .json("elapsed_ms", Units.millis(Duration.ofNanos(System.nanoTime() - start)))
        .json("bytes_read", 0);
  }

  private static void describe(Report report, Setting setting, Map<String, String> info) {
    String processors = value(info, "processors");
    String memory =
        "%s, peak %s, kept for re-use %s"
            .formatted(
                size(info, "memory.live"), size(info, "memory.peak"), size(info, "memory.pooled"));
    report
        .fact("version", "Gatun " + value(info, "version"))
        .fact("platform", value(info, "platform") + ", Java " + value(info, "java"))
        .fact("engine", describeEngine(setting))
        .fact("CPU tier", describeTier(setting, value(info, "isa.detected")))
        .fact("threads", setting.threads() + " on " + processors + " processors")
        .gap()
        .fact("library", value(info, "native") + ": " + value(info, "native.reason"));
    if (setting.natives().available()) {
      report
          .fact("  file", value(info, "native.path"))
          .fact("  SHA-256", value(info, "native.sha256"))
          .fact("  build", value(info, "native.build"));
    }
    report
        .gap()
        .fact("memory limit", size(info, "memory.limit"))
        .fact("memory in use", memory)
        .fact("last failure", value(info, "last.failure"));
  }

  private static String describeEngine(Setting setting) {
    boolean available = setting.natives().available();
    return switch (setting.wish()) {
      case AUTO -> available ? "native (auto)" : "java (auto, as native is not loaded)";
      case NATIVE -> available ? "native (as set)" : "none: native is set, but not loaded";
      case JAVA -> "java (as set)";
    };
  }

  private static String describeTier(Setting setting, String detected) {
    String isa = setting.isa();
    return setting.engine() == Engine.JAVA
        ? "none on the Java engine"
        : isa
            + (isa.equals(detected)
                ? " (the best of this machine)"
                : " (of up to " + detected + ")");
  }

  private static String value(Map<String, String> info, String key) {
    return info.getOrDefault(key, "unknown");
  }

  private static String size(Map<String, String> info, String key) {
    return typed(value(info, key)) instanceof Long bytes ? Units.bytes(bytes) : value(info, key);
  }

  /// Numbers as numbers, `none` as null.
  private static @Nullable Object typed(String text) {
    if (text.equals(NONE)) {
      return null;
    }
    return text.matches("\\d{1,18}") ? (Object) Long.valueOf(text) : text;
  }
}
