package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.FileSet;
import dev.gatun.Gatun;
import dev.gatun.MemoryLimitException;
import dev.gatun.RunOptions;
import dev.gatun.csv.CsvScan;
import dev.gatun.graph.CsrGraph;
import dev.gatun.hash.HashForm;
import dev.gatun.hash.HashOptions;
import dev.gatun.hash.Hashing;
import dev.gatun.support.ChildJvm;
import dev.gatun.support.Shapes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a service's flight recording has of Gatun, made as operators do it: by a flag and the
/// template.
class RecordingTest {
  @TempDir private Path folder;

  /// In a JVM of its own: long enough for the thresholds of the template.
  static final class Service {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      StringBuilder text = new StringBuilder("n\n");
      for (int i = 0; i < 200_000; i++) {
        text.append(i).append('\n');
      }
      Path file = Path.of(arguments[0]);
      Files.writeString(file, text);
      CsvScan.of(file).read().close();
      RunOptions tight = RunOptions.defaults().memoryLimit(1000);
      assertThrows(
          MemoryLimitException.class,
          () -> CsrGraph.builder().build(Shapes.path(10_000).list(), tight));
      // The memory event comes every second.
      Thread.sleep(1200);
    }
  }

  private List<RecordedEvent> record(String settings) throws IOException {
    Path template = folder.resolve("gatun.jfc");
    try (InputStream in = Gatun.class.getResourceAsStream("/META-INF/gatun.jfc")) {
      assertNotNull(in, "the template is in the jar");
      Files.write(template, in.readAllBytes());
    }
    Path recording = folder.resolve("run.jfr");
    String flag =
        "-XX:StartFlightRecording:filename=%s,%s"
            .formatted(recording, settings.replace("gatun.jfc", template.toString()));
    // The child's own choice would be what is packed.
    String natives = Gatun.nativeAvailable().available() ? "on" : "off";
    List<String> flags = List.of(flag, "-Dgatun.native=" + natives);
    ChildJvm.run(Service.class, flags, Map.of(), folder.resolve("n.csv").toString());
    return RecordingFile.readAllEvents(recording);
  }

  private static List<RecordedEvent> of(List<RecordedEvent> events, String name) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("dev.gatun." + name))
        .toList();
  }

  @Test
  void theTemplateRecordsWhatMatters() throws IOException {
    List<RecordedEvent> events = record("settings=gatun.jfc");
    Set<String> names =
        events.stream()
            .map(event -> event.getEventType().getName())
            .filter(name -> !name.startsWith("jdk."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(
        names.containsAll(
            List.of(
                "dev.gatun.Call",
                "dev.gatun.KernelStatistics",
                "dev.gatun.Memory",
                "dev.gatun.MemoryLimit",
                "dev.gatun.NativeLibrary")),
        names::toString);
    assertFalse(names.contains("dev.gatun.KernelCalls"), "only when asked for");

    List<RecordedEvent> calls = of(events, "Call");
    assertTrue(calls.stream().anyMatch(e -> e.getString("operation").equals("csv scan")));
    assertTrue(calls.stream().allMatch(e -> e.getDuration().toNanos() >= 1_000_000));

    RecordedEvent limit = of(events, "MemoryLimit").getFirst();
    assertEquals("building the graph", limit.getString("operation"));
    assertEquals(1000, limit.getLong("limit"));
    assertTrue(limit.getLong("requested") + limit.getLong("held") > 1000);
    assertNotNull(limit.getStackTrace());

    assertTrue(of(events, "Memory").stream().anyMatch(e -> e.getLong("peak") > 0));

    RecordedEvent library = of(events, "NativeLibrary").getFirst();
    boolean natives = Gatun.nativeAvailable().available();
    assertEquals(natives, library.getString("state").equals("LOADED"));
    assertEquals(natives ? 64 : 0, library.getString("sha256").length());
    assertFalse(library.getString("reason").isEmpty());

    String engine = natives ? "NATIVE" : "JAVA";
    RecordedEvent index =
        of(events, "KernelStatistics").stream()
            .filter(e -> e.getString("kernel").equals("csv_index"))
            .findFirst()
            .orElseThrow();
    assertEquals(engine, index.getString("engine"));
    assertTrue(index.getLong("elements") >= 200_000);
  }

  /// `settings=default` beside it keeps the JVM's own events; an option adds the kernels of scans.
  @Test
  void theTemplateGoesWithAnotherOne() throws IOException {
    List<RecordedEvent> events = record("settings=default,settings=gatun.jfc,kernel-calls=true");
    assertFalse(of(events, "Call").isEmpty());
    assertFalse(of(events, "KernelCalls").isEmpty());
    assertTrue(
        events.stream().anyMatch(e -> e.getEventType().getName().equals("jdk.CPUInformation")));
  }

  @Test
  void aHashCacheTellsWhatItWasWorth() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    for (String name : List.of("a", "b", "c")) {
      Path file = Files.writeString(files.resolve(name), name);
      // The cache trusts no time that is close to now.
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    }
    HashOptions options = HashOptions.defaults().cache(folder.resolve("cache"));
    Runnable hash = () -> Hashing.hashFiles(FileSet.in(files), HashForm.TREE, options);
    assertEquals(
        List.of("false 3 0", "true 3 3"),
        Observed.recorded(
                "dev.gatun.HashCache",
                () -> {
                  hash.run();
                  hash.run();
                })
            .stream()
            .map(e -> e.getBoolean("usable") + " " + e.getLong("files") + " " + e.getLong("hits"))
            .toList());
  }

  /// Nobody has asked for the native library, so a recording does not load it either.
  @Test
  void nothingIsLoadedForARecording() {
    RunOptions java = RunOptions.defaults().engine(Engine.JAVA);
    assertEquals(1, Observed.recorded("dev.gatun.Call", () -> build(java)).size());
    assertEquals(
        "[]",
        ChildJvm.run(JavaOnly.class, List.of(), Map.of()).lines().reduce((_, l) -> l).orElse(""));
  }

  private static void build(RunOptions options) {
    CsrGraph.builder().build(Shapes.path(10).list(), options).close();
  }

  /// Prints the events about the library of a program that runs on the Java engine.
  static final class JavaOnly {
    public static void main(String[] arguments) {
      RunOptions java = RunOptions.defaults().engine(Engine.JAVA);
      Observed.recorded("dev.gatun.Call", () -> build(java));
      System.out.println(Observed.recorded("dev.gatun.NativeLibrary", () -> build(java)));
    }
  }
}
