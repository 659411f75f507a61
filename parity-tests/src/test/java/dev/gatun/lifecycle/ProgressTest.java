package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.ProgressListener;
import dev.gatun.RunOptions;
import dev.gatun.lifecycle.LongRuns.LongRun;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a listener hears from every kernel.
class ProgressTest {
  private static LongRuns longRuns;

  @BeforeAll
  static void prepare() {
    longRuns = new LongRuns();
  }

  @AfterAll
  static void release() {
    longRuns.close();
  }

  private record Report(String stage, long done, long total, Thread thread) {}

  @TestFactory
  Stream<DynamicTest> reportsAscendToTheTotalOnTheCallingThread() {
    return eachRun(
        longRuns.ending(),
        (longRun, setup) -> {
          List<Report> reports = new ArrayList<>();
          RunOptions run =
              setup
                  .options()
                  .progress(
                      (stage, done, total) ->
                          reports.add(new Report(stage, done, total, Thread.currentThread())));
          longRun.start().apply(run).close();

          List<Report> kernel =
              reports.stream().filter(report -> report.stage().equals(longRun.kernel())).toList();
          assertTrue(kernel.size() >= 2, () -> "reports: " + reports);
          for (Report report : kernel) {
            assertEquals(Thread.currentThread(), report.thread());
            assertTrue(report.done() >= 0, report::toString);
            assertTrue(report.total() == 0 || report.done() <= report.total(), report::toString);
          }
          assertTrue(kernel.getLast().total() > 0, () -> "reports: " + reports);
          assertEquals(kernel.getLast().total(), kernel.getLast().done());
        });
  }

  @TestFactory
  Stream<DynamicTest> whatAListenerThrowsEndsTheCall() {
    return eachRun(
        longRuns.all(),
        (longRun, setup) -> {
          long before = Gatun.metrics().memory().liveBytes();
          IllegalStateException enough = new IllegalStateException("enough");
          ProgressListener thrower =
              (stage, _, _) -> {
                if (stage.equals(longRun.kernel())) {
                  throw enough;
                }
              };
          RunOptions run = setup.options().progress(thrower);
          assertEquals(
              enough, assertThrows(IllegalStateException.class, () -> longRun.start().apply(run)));
          assertEquals(before, Gatun.metrics().memory().liveBytes());
        });
  }

  /// While the workers are inside the kernel, too.
  @TestFactory
  Stream<DynamicTest> whatAListenerThrowsLaterEndsTheCall() {
    LongRun endless = new LongRun("pagerank", "csr_pagerank", longRuns.pageRank());
    return eachRun(
        List.of(endless),
        (longRun, setup) -> {
          long before = Gatun.metrics().memory().liveBytes();
          int[] calls = new int[1];
          ProgressListener thrower =
              (_, _, _) -> {
                if (++calls[0] == 3) {
                  throw new IllegalStateException("enough");
                }
              };
          RunOptions run = setup.options().progress(thrower);
          assertThrows(IllegalStateException.class, () -> longRun.start().apply(run));
          assertEquals(3, calls[0]);
          assertEquals(before, Gatun.metrics().memory().liveBytes());
        });
  }

  private interface RunTest {
    void run(LongRun longRun, Setup setup) throws Exception;
  }

  private static Stream<DynamicTest> eachRun(List<LongRun> longRuns, RunTest test) {
    return Setup.engines().stream()
        .flatMap(
            setup ->
                longRuns.stream()
                    .map(
                        longRun ->
                            Named.test(longRun + " on " + setup, () -> test.run(longRun, setup))));
  }
}
