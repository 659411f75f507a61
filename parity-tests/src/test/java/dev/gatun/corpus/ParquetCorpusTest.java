package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.MemoryLimitException;
import dev.gatun.RunOptions;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.ParquetUnsupportedException;
import dev.gatun.support.Named;
import dev.gatun.support.ParquetBatches;
import dev.gatun.support.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file of the manifest in `parquet/` of the corpus: the figures it has, or the error that it
/// deserves.
class ParquetCorpusTest {
  private static final long MEMORY = 1L << 30;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int DEFAULT_ROWS = 0;
  private static final int[] ODD_BATCH_ROWS = {1, 7, 1000};
  private static final int SAMPLE = 8;
  private static final int SMALL = 10_000;

  @TestFactory
  Stream<DynamicTest> files() {
    return ParquetManifest.all().stream()
        .flatMap(file -> Corpus.setups().stream().map(setup -> test(file, setup, DEFAULT_ROWS)));
  }

  /// Batches of odd sizes, over a part of the files.
  @TestFactory
  Stream<DynamicTest> batchSizes() {
    List<ParquetManifest> matches =
        ParquetManifest.all().stream()
            .filter(file -> file.expect() == ParquetManifest.Expect.MATCH && file.rows() < SMALL)
            .toList();
    return IntStream.range(0, matches.size())
        .filter(i -> i % SAMPLE == 0)
        .mapToObj(matches::get)
        .flatMap(
            file ->
                IntStream.of(ODD_BATCH_ROWS)
                    .boxed()
                    .flatMap(
                        rows -> Corpus.setups().stream().map(setup -> test(file, setup, rows))));
  }

  private static DynamicTest test(ParquetManifest file, Setup setup, int batchRows) {
    String batches = batchRows == DEFAULT_ROWS ? "" : " by " + batchRows;
    return Named.test(file + " on " + setup + batches, () -> check(file, setup, batchRows));
  }

  private static void check(ParquetManifest file, Setup setup, int batchRows) {
    switch (file.expect()) {
      case MATCH -> assertMatch(file, read(file, setup, batchRows));
      case MATCH_OR_ERROR -> {
        FileFigures figures = readOrRefuse(file, setup);
        if (figures != null) {
          assertMatch(file, figures);
        }
      }
      case NO_CRASH -> readOrRefuse(file, setup);
      case ERROR_ENCRYPTED -> {
        ParquetException refusal =
            assertThrows(ParquetUnsupportedException.class, () -> read(file, setup, batchRows));
        assertTrue(
            refusal.getMessage().toLowerCase(Locale.ROOT).contains("encrypt"),
            refusal.getMessage());
      }
      case ERROR_OR_BETTER -> {
        FileFigures figures = readOrRefuse(file, setup);
        if (figures != null) {
          assertEquals(file.duckdbRows(), figures.rows(), "rows");
        }
      }
    }
  }

  private static void assertMatch(ParquetManifest file, FileFigures figures) {
    assertEquals(file.rows(), figures.rows(), "rows");
    assertEquals(List.of(), figures.differences(file.nodes()));
  }

  /// Null when the library refuses the file.
  private static FileFigures readOrRefuse(ParquetManifest file, Setup setup) {
    long start = System.nanoTime();
    try {
      return read(file, setup, DEFAULT_ROWS);
    } catch (ParquetException | MemoryLimitException e) {
      return null;
    } finally {
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(taken.compareTo(PATIENCE) < 0, () -> "took " + taken);
    }
  }

  private static FileFigures read(ParquetManifest file, Setup setup, int batchRows) {
    long before = Gatun.metrics().memory().liveBytes();
    RunOptions options = setup.options().memoryLimit(MEMORY);
    try (ParquetBatches batches =
        ParquetBatches.open(file.file(), options, scan -> scan.batchRows(batchRows))) {
      FileFigures figures = new FileFigures(batches.schema());
      while (batches.next()) {
        figures.add(batches.rows(), batches.arrays());
      }
      return figures;
    } finally {
      assertEquals(before, Gatun.metrics().memory().liveBytes(), "bytes left behind");
    }
  }
}
