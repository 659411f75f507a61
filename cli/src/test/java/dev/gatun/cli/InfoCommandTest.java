package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InfoCommandTest {
  @Test
  void peopleGetLabelledLines() {
    String out = Cli.run("info").succeeded().out();
    assertTrue(out.startsWith("version        Gatun " + Gatun.version() + "\n"), out);
    assertTrue(out.contains("\nengine "), out);
    assertTrue(out.contains("\nmemory limit   none\n"), out);
    assertTrue(out.contains(Gatun.nativeAvailable().reason()), out);
  }

  @Test
  void programsGetEverything() {
    Map<String, Object> json = Cli.run("info", "--json").succeeded().json();
    assertEquals(Gatun.version(), json.get("version"));
    assertEquals(Runtime.getRuntime().availableProcessors(), json.get("processors"));
    assertEquals(0, json.get("bytes_read"));
    boolean natives = Gatun.nativeAvailable().available();
    assertEquals(natives ? "loaded" : "not loaded", json.get("native"));
    for (String key : Gatun.debugInfo().keySet()) {
      assertTrue(json.containsKey(key.replace('.', '_')), key);
    }
    assertTrue(json.get("elapsed_ms") instanceof Number);
  }

  @Test
  void optionsShow() {
    Cli run =
        Cli.run("info", "--json", "--engine", "java", "--threads", "3", "--memory-limit", "2g");
    assertEquals("java", run.succeeded().json("engine"));
    assertEquals("java", run.json("isa"));
    assertEquals(3, run.json("threads"));
    assertEquals(2L << 30, run.json("memory_limit"));
    String text = Cli.run("info", "--engine", "java", "--memory-limit", "2g").out();
    assertTrue(text.contains("java (as set)"), text);
    assertTrue(text.contains("memory limit   2.15 GB"), text);
  }

  @Test
  void tierCanBeCapped() {
    String before = Gatun.isa();
    Cli run = Cli.run("info", "--json", "--isa", "scalar");
    String expected = Gatun.nativeAvailable().available() ? "scalar" : "java";
    assertEquals(expected, run.succeeded().json("isa"));
    if (!before.equals("java")) {
      Gatun.capIsa(before);
    }
  }
}
