package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.CancellationToken;
import dev.gatun.Gatun;
import dev.gatun.InputSource;
import dev.gatun.Metrics.InputMetrics;
import dev.gatun.Metrics.OperationMetrics;
import dev.gatun.OperationCancelledException;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.CsvTable;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.KernelCounts;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Counters say what was done, no more and no less.
class MetricsTest {
  private static final InputSource TABLE =
      InputSource.of("table", "n,s\n1,one\n2,\"two\"\n3,\n".getBytes(StandardCharsets.UTF_8));

  static List<Setup> engines() {
    return Setup.engines();
  }

  /// What the counters of each kind of call have moved by.
  private static Map<String, OperationMetrics> operations(Runnable body) {
    Map<String, OperationMetrics> before = operations();
    body.run();
    Map<String, OperationMetrics> moved = new TreeMap<>();
    operations()
        .forEach(
            (name, now) -> {
              OperationMetrics then = before.get(name);
              OperationMetrics delta = then == null ? now : minus(now, then);
              if (delta.calls() > 0) {
                moved.put(name, delta);
              }
            });
    return moved;
  }

  private static Map<String, OperationMetrics> operations() {
    Map<String, OperationMetrics> operations = new TreeMap<>();
    Gatun.metrics().operations().forEach(each -> operations.put(each.operation(), each));
    return operations;
  }

  private static OperationMetrics minus(OperationMetrics now, OperationMetrics then) {
    return new OperationMetrics(
        now.operation(),
        now.calls() - then.calls(),
        now.time().minus(then.time()),
        now.failures() - then.failures(),
        now.cancelled() - then.cancelled());
  }

  private static void assertEnded(
      OperationMetrics operation, long calls, long failures, long cancelled) {
    assertEquals(calls, operation.calls(), operation::toString);
    assertEquals(failures, operation.failures(), operation::toString);
    assertEquals(cancelled, operation.cancelled(), operation::toString);
    assertTrue(operation.time().isPositive(), operation::toString);
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsWellIsNoFailure(GraphAlgorithms algorithm) {
    Map<String, OperationMetrics> moved =
        operations(
            () -> {
              try (CsrGraph graph = CsrGraph.builder().undirected().build(Shapes.path(50).list())) {
                algorithm.of(graph).run(graph, Setup.JAVA.options()).close();
              }
            });
    assertEquals(2, moved.size(), moved::toString);
    moved.values().forEach(operation -> assertEnded(operation, 1, 0, 0));
  }

  @Test
  void failuresAndCancellations() {
    CancellationToken token = new CancellationToken();
    token.cancel();
    Map<String, OperationMetrics> moved =
        operations(
            () -> {
              try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(50).list())) {
                graph.bfs(Bfs.from(0), Setup.JAVA.options()).close();
                assertThrows(
                    IllegalArgumentException.class,
                    () -> graph.bfs(Bfs.from(50), Setup.JAVA.options()));
                assertThrows(
                    OperationCancelledException.class,
                    () -> graph.bfs(Bfs.from(0), Setup.JAVA.options().cancelledBy(token)));
              }
            });
    assertEnded(moved.get("building the graph"), 1, 0, 0);
    assertEnded(moved.get("bfs"), 3, 1, 1);
  }

  private static void toTheEnd(CsvReader reader) {
    while (reader.next() != null) {
      // the rows before the one that is wrong
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aScanEndsWithItsReader(Setup setup) {
    CsvScan scan = CsvScan.of(TABLE).options(setup.options());
    CsvScan wrong =
        CsvScan.of(InputSource.of("wrong", "a,b\n1,2\n3,4\n5\n".getBytes(StandardCharsets.UTF_8)))
            .options(setup.options());
    Map<String, OperationMetrics> moved =
        operations(
            () -> {
              scan.read().close();
              scan.inspect();
              try (CsvReader reader = scan.open()) {
                assertFalse(operations().isEmpty());
              }
              try (CsvReader reader = wrong.open()) {
                assertThrows(CsvException.class, () -> toTheEnd(reader));
              }
            });
    assertEquals(1, moved.size(), moved::toString);
    assertEnded(moved.get("csv scan"), 4, 1, 0);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void kernelsOfACsvScan(Setup setup) {
    KernelCounts integers = new KernelCounts("csv_int64", setup.engine());
    KernelCounts strings = new KernelCounts("csv_string", setup.engine());
    KernelCounts index = new KernelCounts("csv_index", setup.engine());
    InputMetrics before = Gatun.metrics().input();
    long size = TABLE.size();
    List<RecordedEvent> events =
        Observed.recorded(
            "dev.gatun.KernelCalls",
            () -> {
              CsvScan scan = CsvScan.of(TABLE).options(setup.options());
              try (CsvTable table = scan.read()) {
                assertEquals(3, table.rowCount());
              }
            });
    // Once to find out the types, which the strings are tried as too, and once to convert.
    assertEquals(9, integers.elements());
    assertEquals(3, integers.calls());
    assertEquals(0, integers.bytes());
    assertEquals(0, integers.failures());
    assertTrue(integers.time().isPositive());
    assertEquals(6, strings.elements());
    assertEquals(2 * "onetwo".length(), strings.bytes());
    assertTrue(index.elements() >= 8, "cells: " + index.elements());
    assertTrue(index.bytes() >= size, "bytes: " + index.bytes());
    assertEquals(size, Gatun.metrics().input().bytes() - before.bytes());
    assertTrue(Gatun.metrics().input().reads() > before.reads());
    assertEquals(
        9,
        events.stream()
            .filter(event -> event.getString("kernel").equals("csv_int64"))
            .filter(event -> event.getString("engine").equals(setup.engine().name()))
            .mapToLong(event -> event.getLong("elements"))
            .sum());
  }

  @Test
  void namesOfKernels() {
    List<String> names = Gatun.kernelNames();
    assertTrue(
        names.containsAll(List.of("csr_bfs", "csv_int64", "parquet_hybrid")), names::toString);
    assertEquals(names.stream().sorted().distinct().toList(), names);
  }
}
