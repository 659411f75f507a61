package dev.gatun.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.InputSource;
import dev.gatun.Metrics;
import dev.gatun.RunOptions;
import dev.gatun.arrow.DataType;
import dev.gatun.csv.CsvScan;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.RandomGraphs;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a service shows of Gatun on an endpoint of Prometheus.
class GatunMetricsTest {
  private static final RunOptions JAVA = RunOptions.defaults().engine(Engine.JAVA);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private static String kernel(String name, String kernel, String engine) {
    return "gatun_kernel_" + name + "{engine=\"" + engine + "\",kernel=\"" + kernel + "\"}";
  }

  private static String call(String name, String operation) {
    return "gatun_call_" + name + "{operation=\"" + operation + "\"}";
  }

  /// The samples when nothing that was counted before is missing any more.
  private static Map<String, Double> settled(Prometheus service) throws Exception {
    Thread.sleep(Snapshots.MAX_AGE_NANOS / 1_000_000 + 50);
    service.samples(); // finds operations that are new
    return service.samples();
  }

  private static double added(Map<String, Double> before, Map<String, Double> after, String name) {
    Double now = after.get(name);
    assertNotNull(now, name);
    return now - before.getOrDefault(name, 0.0);
  }

  @Test
  void showsWhatWasCalled() throws Exception {
    try (Prometheus service = new Prometheus(new GatunMetrics())) {
      Map<String, Double> before = settled(service);
      try (CsrGraph graph = CsrGraph.builder().build(RandomGraphs.rmat(8, 8, 1), JAVA)) {
        for (int source = 0; source < 3; source++) {
          graph.bfs(Bfs.from(source), JAVA).close();
        }
        byte[] text = "a\n1\nx\n".getBytes(StandardCharsets.UTF_8);
        CsvScan scan = CsvScan.of(InputSource.of("text", text)).options(JAVA);
        scan.read().close();
        assertThrows(
            RuntimeException.class,
            () -> scan.type("a", new DataType.Int(64, true)).read().close());

        Map<String, Double> after = settled(service);
        assertEquals(3, added(before, after, call("seconds_count", "bfs")));
        assertTrue(added(before, after, call("seconds_sum", "bfs")) > 0);
        assertEquals(0, added(before, after, call("failures_total", "bfs")));
        assertEquals(0, added(before, after, call("cancelled_total", "bfs")));
        assertEquals(2, added(before, after, call("seconds_count", "csv scan")));
        assertEquals(1, added(before, after, call("failures_total", "csv scan")));

        assertEquals(3, added(before, after, kernel("seconds_count", "csr_bfs", "java")));
        assertTrue(added(before, after, kernel("seconds_sum", "csr_bfs", "java")) > 0);
        double entries = added(before, after, kernel("elements_total", "csr_bfs", "java"));
        assertEquals(3.0 * graph.entries(), entries);
        assertTrue(added(before, after, kernel("bytes_total", "csr_bfs", "java")) > entries);
        assertEquals(0, added(before, after, kernel("failures_total", "csr_bfs", "java")));
        assertEquals(0, added(before, after, kernel("seconds_count", "csr_bfs", "native")));
        assertEquals(0, after.get("gatun_kernel_fallbacks_total{kernel=\"csr_bfs\"}"));

        assertTrue(added(before, after, "gatun_input_bytes_total") >= 2 * text.length);
        assertEquals(
            Gatun.metrics().memory().liveBytes(), after.get("gatun_memory_live_bytes").longValue());
        assertTrue(after.get("gatun_memory_live_bytes") > 0);
        assertTrue(after.get("gatun_memory_peak_bytes") >= after.get("gatun_memory_live_bytes"));
        assertTrue(after.containsKey("gatun_memory_pooled_bytes"));
      }
      assertEquals(0, settled(service).get("gatun_memory_live_bytes"));
    }
  }

  @Test
  void saysWhatRuns() throws Exception {
    try (Prometheus service = new Prometheus(new GatunMetrics())) {
      List<String> info =
          service.samples().keySet().stream().filter(s -> s.startsWith("gatun_info{")).toList();
      assertEquals(1, info.size());
      assertEquals(
          Map.of(
              "version", Gatun.version(),
              "isa", Gatun.isa(),
              "platform", Gatun.debugInfo().get("platform"),
              "native", Gatun.nativeAvailable().available() ? "loaded" : "not loaded"),
          labels(info.getFirst()));
    }
  }

  /// The number of series does not depend on what users do: a kernel or operation of a new name
  /// is the only thing that may add any.
  @Test
  void labelsAreBounded() throws Exception {
    try (Prometheus service = new Prometheus(new GatunMetrics())) {
      Set<String> kernels = new HashSet<>();
      Set<String> engines = new TreeSet<>();
      Set<String> names = new TreeSet<>();
      for (String sample : settled(service).keySet()) {
        Map<String, String> labels = labels(sample);
        if (labels.containsKey("kernel")) {
          kernels.add(labels.get("kernel"));
          names.add(sample.substring(0, sample.indexOf('{')));
        }
        if (labels.containsKey("engine")) {
          engines.add(labels.get("engine"));
        }
      }
      assertEquals(new HashSet<>(Gatun.kernelNames()), kernels);
      assertEquals(Set.of("java", "native"), engines);
      assertEquals(
          Set.of(
              "gatun_kernel_seconds_count",
              "gatun_kernel_seconds_sum",
              "gatun_kernel_elements_total",
              "gatun_kernel_bytes_total",
              "gatun_kernel_failures_total",
              "gatun_kernel_fallbacks_total"),
          names);
      long series =
          service.samples().keySet().stream().filter(s -> s.startsWith("gatun_kernel_")).count();
      assertEquals(11L * Gatun.kernelNames().size(), series);
    }
  }

  @Test
  void describesEachFamilyOnce() throws Exception {
    try (Prometheus service = new Prometheus(new GatunMetrics())) {
      List<String> lines = service.text().lines().filter(l -> l.startsWith("# TYPE")).toList();
      assertEquals(new HashSet<>(lines).size(), lines.size());
      assertTrue(lines.contains("# TYPE gatun_kernel_bytes_total counter"), lines::toString);
      assertTrue(lines.contains("# TYPE gatun_kernel_seconds summary"), lines::toString);
      assertTrue(lines.contains("# TYPE gatun_memory_live_bytes gauge"), lines::toString);
    }
  }

  @Test
  void showsChosenKernelsUnderFurtherLabels() throws Exception {
    GatunMetrics chosen =
        new GatunMetrics(name -> name.equals("csr_bfs"), Tags.of("service", "routes"));
    try (Prometheus service = new Prometheus(chosen)) {
      Set<String> kernels =
          service.samples().keySet().stream()
              .map(GatunMetricsTest::labels)
              .peek(labels -> assertEquals("routes", labels.get("service")))
              .filter(labels -> labels.containsKey("kernel"))
              .map(labels -> labels.get("kernel"))
              .collect(Collectors.toSet());
      assertEquals(Set.of("csr_bfs"), kernels);
    }
  }

  /// Micrometer refers weakly to what is counted: it must not be collected.
  @Test
  void countersOutliveTheBinder() throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new GatunMetrics().bindTo(registry);
    try (CsrGraph graph = CsrGraph.builder().build(RandomGraphs.rmat(6, 4, 1), JAVA);
        BfsResult hops = graph.bfs(Bfs.from(0), JAVA)) {
      assertTrue(hops.reached() > 0);
    }
    System.gc();
    Thread.sleep(Snapshots.MAX_AGE_NANOS / 1_000_000 + 50);
    var timer =
        registry.get("gatun.kernel").tags("kernel", "csr_bfs", "engine", "java").functionTimer();
    assertTrue(timer.count() >= 1);
  }

  @Test
  void takesOneSnapshotForManyReads() {
    int[] taken = {0};
    long[] now = {0};
    Metrics metrics = Gatun.metrics();
    Snapshots snapshots =
        new Snapshots(
            () -> {
              taken[0]++;
              return metrics;
            },
            () -> now[0]);
    for (int i = 0; i < 100; i++) {
      snapshots.kernel("csr_bfs", Engine.JAVA);
      snapshots.operation("bfs");
    }
    assertEquals(1, taken[0]);
    now[0] = Snapshots.MAX_AGE_NANOS - 1;
    snapshots.metrics();
    assertEquals(1, taken[0]);
    now[0]++;
    snapshots.metrics();
    assertEquals(2, taken[0]);
  }

  private static Map<String, String> labels(String sample) {
    return LABEL
        .matcher(sample)
        .results()
        .collect(Collectors.toMap((MatchResult label) -> label.group(1), label -> label.group(2)));
  }
}
