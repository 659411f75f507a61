package dev.gatun.bench.gate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Says where something was measured.
final class Machine {
  private Machine() {}

  static Map<String, Object> describe(String tier) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("cpu", cpu());
    facts.put("cores", Runtime.getRuntime().availableProcessors());
    facts.put("tier", tier);
    facts.put(
        "system", System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT) + " " + arch());
    facts.put("java", Runtime.version().toString());
    // What else was running; with the two JVMs of the gate taking turns, its own part is about 1.
    facts.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    return facts;
  }

  private static String arch() {
    return System.getProperty("os.arch");
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(arch());
    } catch (IOException e) {
      return arch();
    }
  }
}
