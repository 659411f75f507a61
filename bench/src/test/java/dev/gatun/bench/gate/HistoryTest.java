package dev.gatun.bench.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir private Path folder;

  /// What it keeps of a result.
  private Map<String, Object> kept(String json, String... more) throws IOException {
    Path result = folder.resolve("result.json");
    Files.writeString(result, json);
    Path store = folder.resolve("store");
    String[] args = {result.toString(), "--store", store.toString(), "--out", folder.toString()};
    History.main(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
    assertTrue(Files.readString(folder.resolve("index.html")).contains("\"cases\":{"));
    try (Stream<Path> files = Files.list(store)) {
      Path file = files.findFirst().orElseThrow();
      assertEquals(1, Files.readAllLines(file).size());
      return Results.read(file);
    }
  }

  @Test
  void keepsSpeedUps() throws IOException {
    Map<String, Object> entry =
        kept(
            """
            {"kind": "ratios", "date": "2026-01-02T03:04:05Z", "commit": "c0ffee",
             "machine": {"cpu": "some", "tier": "neon"},
             "cases": [{"name": "csr_bfs", "nativeNanos": 2.5, "javaNanos": 10, "speedup": 4}]}
            """);
    assertEquals(Map.of("csr_bfs", Map.of("ns", 2.5, "speedup", 4)), entry.get("cases"));
    assertEquals("c0ffee", entry.get("commit"));
  }

  @Test
  void keepsTheHeadOfAComparison() throws IOException {
    Map<String, Object> entry =
        kept(
            """
            {"kind": "compare", "date": "2026-01-02T03:04:05Z", "head": {"commit": "c0ffee"},
             "machine": {"cpu": "some", "tier": "neon"},
             "cases": [{"name": "csr_bfs", "headNanos": 2.5}, {"name": "gone"}]}
            """);
    assertEquals(Map.of("csr_bfs", Map.of("ns", 2.5)), entry.get("cases"));
  }

  @Test
  void keepsTimesOfJmh() throws IOException {
    Map<String, Object> entry =
        kept(
            """
            [{"benchmark": "dev.gatun.bench.CsvUtf8Benchmark.natives", "params": {"others": "2"},
              "primaryMetric": {"score": 5e8, "scoreUnit": "ops/s"}}]
            """,
            "--commit",
            "c0ffee");
    assertEquals(Map.of("CsvUtf8Benchmark.natives 2", Map.of("ns", 2)), entry.get("cases"));
  }

  @Test
  void namesCannotEndTheScript() throws IOException {
    String page = History.page(List.of(Map.of("cpu", "</script><b>")));
    assertFalse(page.contains("</script><b>"));
    assertTrue(page.contains("\\u003c/script>"));
  }
}
