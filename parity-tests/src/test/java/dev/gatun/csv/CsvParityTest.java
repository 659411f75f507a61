package dev.gatun.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gatun.Gatun;
import dev.gatun.arrow.DataType;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import dev.gatun.support.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/// The reader as a whole, on random texts: on every engine, with any number of threads and size of
/// batches it comes to what a simple reader comes to.
class CsvParityTest {
  private static final TextFile FILE = new TextFile(".csv");
  private static final int MANY = 1 << 20;
  private static final int[] BATCH_BYTES = {1, 2, 3, 7, 64, 1000};

  private long before;

  @BeforeTry
  void look() {
    before = Gatun.metrics().memory().liveBytes();
  }

  @AfterTry
  void nothingIsLeft() {
    assertEquals(before, Gatun.metrics().memory().liveBytes(), "bytes left behind");
  }

  @AfterContainer
  static void deleteFile() {
    FILE.close();
  }

  @Provide
  Arbitrary<CsvText> documents() {
    return CsvArbitraries.documents();
  }

  @Provide
  Arbitrary<CsvText> tables() {
    return CsvTables.tables(false);
  }

  @Provide
  Arbitrary<CsvText> faulty() {
    return CsvTables.tables(true);
  }

  /// Java, and natives of the best tier with 1 to 4 threads.
  private static List<Setup> setups() {
    List<Setup> best =
        Setup.natives().stream()
            .filter(setup -> setup.tier().equals(Setup.natives().getLast().tier()))
            .toList();
    return Stream.concat(Stream.of(Setup.JAVA), best.stream()).toList();
  }

  private static CsvScan scan(CsvText text) {
    return CsvScan.of(FILE.write(text.bytes())).dialect(text.dialect());
  }

  /// What does not depend on the text of messages.
  private record Result(
      List<String> names,
      List<DataType> types,
      List<List<Object>> columns,
      List<NaiveReader.Place> rejects,
      Object failure) {

    /// Which columns there are may not be known before the first record is.
    static Result orFailure(
        List<String> names, List<DataType> types, List<List<Object>> columns, Object failure) {
      return failure != null && columns.stream().allMatch(List::isEmpty)
          ? new Result(List.of(), List.of(), List.of(), List.of(), failure)
          : new Result(names, types, columns, List.of(), failure);
    }

    static Result of(CsvOutcome outcome) {
      if (outcome.failure() != null) {
        return orFailure(
            outcome.names(), outcome.types(), outcome.columns(), failure(outcome.failure()));
      }
      return new Result(
          outcome.names(),
          outcome.types(),
          outcome.columns(),
          outcome.rejects().stream().map(NaiveReader.Place::of).toList(),
          null);
    }

    private static Object failure(Object failure) {
      return failure instanceof CsvProblem problem ? NaiveReader.Place.of(problem) : failure;
    }

    static Result rejecting(NaiveReader reader) {
      return new Result(
          reader.names(), reader.types(), reader.columns(true), reader.problems(), null);
    }

    /// The rows before the first problem, and that.
    static Result failing(NaiveReader reader) {
      List<NaiveReader.Place> problems = reader.problems();
      return orFailure(
          reader.names(),
          reader.types(),
          reader.columns(false),
          problems.isEmpty() ? null : problems.getFirst());
    }

    /// Where nothing is handed out before an error.
    static Result allOrNothing(NaiveReader reader) {
      return reader.problems().isEmpty()
          ? failing(reader)
          : new Result(List.of(), List.of(), List.of(), List.of(), reader.problems().getFirst());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anyTextAsStrings(@ForAll("documents") CsvText text) {
    Result expected = Result.failing(NaiveReader.strings(text));
    CsvScan scan = scan(text).asStrings();
    for (Setup setup : setups()) {
      CsvScan mine = scan.options(setup.options());
      assertEquals(expected, Result.of(CsvOutcome.open(mine)), setup::toString);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void columnsOfTypesAskedFor(@ForAll("faulty") CsvText text) {
    Result expected = Result.failing(NaiveReader.typed(text, CsvFormats.defaults()));
    CsvScan scan = scan(text).schema(text.schema());
    for (Setup setup : setups()) {
      assertEquals(
          expected, Result.of(CsvOutcome.open(scan.options(setup.options()))), setup::toString);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void rejects(@ForAll("faulty") CsvText text) {
    Result expected = Result.rejecting(NaiveReader.typed(text, CsvFormats.defaults()));
    CsvScan scan = scan(text).schema(text.schema()).rejects(MANY);
    for (Setup setup : setups()) {
      CsvScan mine = scan.options(setup.options());
      assertEquals(expected, Result.of(CsvOutcome.open(mine)), setup::toString);
      assertEquals(expected, Result.of(CsvOutcome.read(mine)), setup::toString);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void typesFoundOut(@ForAll("faulty") CsvText text) {
    NaiveReader reader = NaiveReader.inferred(text, CsvFormats.defaults());
    Result whole = Result.allOrNothing(reader);
    Result firstRows = Result.failing(NaiveReader.inferredSoFar(text, CsvFormats.defaults()));
    Result rejecting = Result.rejecting(reader);
    CsvScan scan = scan(text);
    for (Setup setup : setups()) {
      CsvScan mine = scan.options(setup.options());
      assertEquals(whole, Result.of(CsvOutcome.read(mine)), setup::toString);
      assertEquals(firstRows, Result.of(CsvOutcome.open(mine)), setup::toString);
      assertEquals(rejecting, Result.of(CsvOutcome.read(mine.rejects(MANY))), setup::toString);
      assertEquals(rejecting, Result.of(CsvOutcome.open(mine.rejects(MANY))), setup::toString);
    }
  }

  /// A border between batches at every place, whether rows are good or bad.
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void everyBorder(@ForAll("faulty") CsvText text) {
    Result expected = Result.rejecting(NaiveReader.typed(text, CsvFormats.defaults()));
    Result failing = Result.failing(NaiveReader.typed(text, CsvFormats.defaults()));
    CsvScan scan = scan(text).schema(text.schema());
    for (int bytes = 1; bytes <= text.bytes().length + 1; bytes++) {
      Setup setup = setups().get(bytes % setups().size());
      CsvScan mine = scan.options(setup.options()).batchBytes(bytes);
      String what = setup + " by " + bytes;
      assertEquals(expected, Result.of(CsvOutcome.open(mine.rejects(MANY))), what);
      assertEquals(failing, Result.of(CsvOutcome.open(mine)), what);
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void typesFoundOutInBatches(@ForAll("faulty") CsvText text) {
    NaiveReader reader = NaiveReader.inferred(text, CsvFormats.defaults());
    Result rejecting = Result.rejecting(reader);
    Result whole = Result.allOrNothing(reader);
    CsvScan scan = scan(text);
    for (int bytes : BATCH_BYTES) {
      for (Setup setup : setups()) {
        CsvScan mine = scan.options(setup.options()).batchBytes(bytes);
        String what = setup + " by " + bytes;
        assertEquals(whole, Result.of(CsvOutcome.read(mine)), what);
        assertEquals(rejecting, Result.of(CsvOutcome.open(mine.rejects(MANY))), what);
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void someColumns(@ForAll("faulty") CsvText text, @ForAll Random random) {
    CsvScan scan = scan(text).rejects(MANY).type("column_1", new DataType.Utf8());
    CsvOutcome all = CsvOutcome.read(scan);
    List<String> names = new ArrayList<>(all.names());
    Collections.shuffle(names, random);
    List<String> some = names.subList(0, names.isEmpty() ? 0 : 1 + random.nextInt(names.size()));
    for (Setup setup : setups()) {
      CsvOutcome part =
          CsvOutcome.open(scan.options(setup.options()).columns(some.toArray(String[]::new)));
      if (some.isEmpty()) {
        continue;
      }
      assertNull(part.failure(), setup::toString);
      assertEquals(some, part.names(), setup::toString);
      assertEquals(all.rows(), part.rows(), setup::toString);
      for (int i = 0; i < some.size(); i++) {
        int column = all.names().indexOf(some.get(i));
        assertEquals(all.types().get(column), part.types().get(i), setup::toString);
        assertEquals(all.columns().get(column), part.columns().get(i), setup::toString);
      }
      assertEquals(all.rejects(), part.rejects(), setup::toString);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aLimit(@ForAll("tables") CsvText text, @ForAll Random random) {
    CsvDialect dialect = text.dialect().ragged(CsvDialect.Ragged.TRUNCATE);
    CsvScan scan = scan(text).dialect(dialect).asStrings();
    CsvOutcome all = CsvOutcome.read(scan);
    int limit = random.nextInt((int) all.rows() + 2);
    int rows = (int) Math.min(limit, all.rows());
    for (Setup setup : setups()) {
      CsvScan mine = scan.options(setup.options()).limit(limit).batchBytes(random.nextInt(100));
      for (CsvOutcome part : List.of(CsvOutcome.open(mine), CsvOutcome.read(mine))) {
        assertNull(part.failure(), setup::toString);
        assertEquals(
            all.columns().stream().map(column -> column.subList(0, rows)).toList(),
            part.columns(),
            setup + ", limit " + limit);
      }
    }
  }

  /// A stream gives what the file does.
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void streams(@ForAll("faulty") CsvText text) {
    Path file = FILE.write(text.bytes());
    CsvScan scan = CsvScan.of(file).dialect(text.dialect()).schema(text.schema()).rejects(MANY);
    Result expected = Result.of(CsvOutcome.open(scan));
    for (Setup setup : setups()) {
      CsvScan mine =
          CsvScan.of("memory", new SlowStream(text.bytes()))
              .dialect(text.dialect())
              .schema(text.schema())
              .rejects(MANY)
              .batchBytes(50)
              .options(setup.options());
      assertEquals(expected, Result.of(CsvOutcome.open(mine)), setup::toString);
    }
  }
}
