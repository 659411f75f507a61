package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.CsvLayout;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvScan;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every case of the manifest in `csv/` of the corpus, but for single values: see
/// [CsvValuesCorpusTest].
class CsvCorpusTest {
  private static final Set<CsvManifest.Kind> VALUES =
      EnumSet.of(CsvManifest.Kind.DOUBLES, CsvManifest.Kind.VALUES);
  private static final Set<CsvManifest.Kind> RECORDS =
      EnumSet.of(CsvManifest.Kind.CELLS, CsvManifest.Kind.DIGEST, CsvManifest.Kind.ERROR);

  private static final long MEMORY = 64L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /// The first time everything is slow, and the machine may be busy.
  private static final int ATTEMPTS = 4;

  private static final int DEFAULT_BATCHES = 0;
  private static final int[] ODD_BATCHES = {1, 7, 64, 1000};
  private static final int SAMPLE = 8;
  private static final int SMALL = 30_000;

  @TestFactory
  Stream<DynamicTest> cases() {
    return CsvManifest.all().stream()
        .filter(one -> !VALUES.contains(one.kind()))
        .flatMap(one -> Corpus.setups().stream().map(setup -> test(one, setup, DEFAULT_BATCHES)));
  }

  /// Tiny batches, over a part of the cases.
  @TestFactory
  Stream<DynamicTest> batchSizes() {
    List<CsvManifest> records =
        CsvManifest.all().stream()
            .filter(one -> RECORDS.contains(one.kind()) && one.text().length < SMALL)
            .toList();
    return IntStream.range(0, records.size())
        .filter(i -> i % SAMPLE == 0)
        .mapToObj(records::get)
        .flatMap(
            one ->
                IntStream.of(ODD_BATCHES)
                    .boxed()
                    .flatMap(
                        bytes -> Corpus.setups().stream().map(setup -> test(one, setup, bytes))));
  }

  private static DynamicTest test(CsvManifest one, Setup setup, int batchBytes) {
    String batches = batchBytes == DEFAULT_BATCHES ? "" : " by " + batchBytes;
    return Named.test(
        one + " on " + setup + batches,
        () -> {
          long before = Gatun.metrics().memory().liveBytes();
          check(one, setup, batchBytes);
          assertEquals(before, Gatun.metrics().memory().liveBytes(), "bytes left behind");
        });
  }

  private static CsvScan scan(CsvManifest one, Setup setup, int batchBytes) {
    return one.scan().options(setup.options()).batchBytes(batchBytes);
  }

  private static void check(CsvManifest one, Setup setup, int batchBytes) throws Exception {
    CsvScan scan = scan(one, setup, batchBytes);
    switch (one.kind()) {
      case CELLS -> assertEquals(one.expected("records"), records(one, scan).cells());
      case DIGEST -> checkDigest(one, records(one, scan));
      case ERROR -> checkError(one, records(one, scan));
      case CELLS_OR_ERROR -> {
        CsvRecords records = records(one, scan);
        if (!(records.failure() instanceof CsvProblem)) {
          assertEquals(one.expected("records"), records.cells());
        }
      }
      case TYPED -> checkTyped(one, scan);
      case REJECTS -> checkRejects(one, scan);
      case SNIFF -> checkSniffed(one, scan.inspect());
      case EXHAUSTIVE -> CsvGrammarCases.check(one, setup);
      case NOCRASH -> checkNoCrash(one, setup);
      default -> throw new AssertionError(one.kind());
    }
  }

  private static CsvRecords records(CsvManifest one, CsvScan scan) {
    CsvScan all = scan.dialect(one.dialect()).asStrings();
    return one.keepsRagged()
        ? CsvRecords.ofAnyLength(CsvOutcome.records(all))
        : CsvRecords.of(CsvOutcome.open(all));
  }

  private static void checkDigest(CsvManifest one, CsvRecords records) {
    List<List<String>> cells = records.cells();
    assertEquals(one.expected("records"), cells.size(), "records");
    cells.forEach(record -> assertEquals(one.expected("fields"), record.size(), "fields"));
    assertEquals(one.expected("sha256"), records.sha256());
  }

  private static void checkError(CsvManifest one, CsvRecords records) {
    CsvProblem problem = records.problem();
    assertEquals(CsvManifest.problem(one.expected("class")), problem.kind(), problem::toString);
    assertEquals((int) one.expected("line"), problem.line(), problem::toString);
    assertEquals(one.expected("records_before"), records.count(), problem::toString);
    assertEquals(records.count() + 1, problem.record(), problem::toString);
  }

  private static void checkTyped(CsvManifest one, CsvScan scan) {
    CsvScan typed =
        scan.dialect(one.dialect())
            .schema(one.schema())
            .formats(CsvFormats.defaults().nulls(one.nulls()));
    for (CsvOutcome outcome : List.of(CsvOutcome.open(typed), CsvOutcome.read(typed))) {
      outcome.well();
      assertEquals((long) (int) one.expected("records"), outcome.rows(), "records");
      List<Map<String, Object>> columns = one.expectedMaps("columns");
      for (int i = 0; i < columns.size(); i++) {
        CsvFigures.check(columns.get(i), outcome.names().get(i), outcome.columns().get(i));
      }
    }
  }

  private static void checkRejects(CsvManifest one, CsvScan scan) {
    CsvScan typed =
        scan.dialect(one.dialect())
            .schema(one.schema())
            .formats(CsvFormats.defaults().nulls(one.nulls()))
            .rejects(1000);
    for (CsvOutcome outcome : List.of(CsvOutcome.open(typed), CsvOutcome.read(typed))) {
      outcome.well();
      assertEquals((long) (int) one.expected("accepted"), outcome.rows(), "accepted");
      List<Map<String, Object>> rejects = new ArrayList<>();
      for (CsvProblem problem : outcome.rejects()) {
        Map<String, Object> reject = new LinkedHashMap<>();
        reject.put("line", (int) problem.line());
        reject.put("class", problem.kind().name().toLowerCase(java.util.Locale.ROOT));
        if (problem.column() > 0) {
          reject.put("column", problem.column());
        }
        rejects.add(reject);
      }
      assertEquals(lines(one.expectedMaps("rejects")), lines(rejects));
    }
  }

  /// For differences one can read.
  private static String lines(List<Map<String, Object>> maps) {
    StringBuilder lines = new StringBuilder();
    maps.forEach(map -> lines.append(map).append('\n'));
    return lines.toString();
  }

  private static void checkSniffed(CsvManifest one, CsvLayout layout) {
    assertEquals(one.expected("delimiter"), String.valueOf(layout.dialect().delimiter()));
    assertEquals(one.expected("quote"), String.valueOf(layout.dialect().quote()));
    assertEquals(
        (boolean) one.expected("header") ? CsvDialect.Header.PRESENT : CsvDialect.Header.ABSENT,
        layout.dialect().header());
    if (one.expected("types") instanceof List<?> types) {
      assertEquals(
          types.stream().map(CsvManifest::type).toList(),
          layout.schema().fields().stream().map(field -> field.type()).toList());
    }
  }

  private static void checkNoCrash(CsvManifest one, Setup setup) {
    Duration taken = PATIENCE;
    for (int attempt = 0; attempt < ATTEMPTS && taken.compareTo(PATIENCE) >= 0; attempt++) {
      long start = System.nanoTime();
      checkEnds(CsvOutcome.open(frugal(one, setup)));
      checkEnds(CsvOutcome.read(frugal(one, setup).rejects(100)));
      checkEnds(CsvOutcome.records(frugal(one, setup)));
      taken = Duration.ofNanos(System.nanoTime() - start);
    }
    assertTrue(taken.compareTo(PATIENCE) < 0, "took " + taken);
  }

  private static CsvScan frugal(CsvManifest one, Setup setup) {
    return one.scan().options(setup.options().memoryLimit(MEMORY));
  }

  private static void checkEnds(CsvOutcome outcome) {
    assertTrue(
        outcome.failure() == null || outcome.failure() instanceof CsvProblem,
        () -> outcome.failure().toString());
  }
}
