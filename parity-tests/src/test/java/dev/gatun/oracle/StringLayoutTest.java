package dev.gatun.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchArrays;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.ParquetScan;
import dev.gatun.parquet.Predicate;
import dev.gatun.parquet.StringLayout;
import dev.gatun.support.ArrowLayout;
import dev.gatun.support.ArrowValues;
import dev.gatun.support.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Strings as dictionaries and as views are those of the default layout.
class StringLayoutTest {
  private static final List<StringLayout> LAYOUTS =
      List.of(StringLayout.DICTIONARY, StringLayout.VIEWS);
  private static final int ROWS = 20_000;

  @Provide
  Arbitrary<RandomParquet> recipes() {
    return RandomParquet.recipes();
  }

  @Property(tries = 60)
  void sameAsOffsets(@ForAll("recipes") RandomParquet recipe) throws IOException {
    Path file = Files.createTempFile("gatun", ".parquet");
    try {
      recipe.write(file);
      List<List<Object>> columns = Columns.read(file, RunOptions.defaults(), scan -> scan);
      SplittableRandom random = new SplittableRandom(recipe.seed());
      assertSameInAllLayouts(file, scan -> scan.batchRows(7));
      assertSameInAllLayouts(file, scan -> scan.limit(recipe.rows() / 2));
      RandomPredicate predicates = new RandomPredicate(recipe.schema(), columns, random);
      for (int i = 0; i < 3 && predicates.possible(); i++) {
        Predicate predicate = predicates.predicate(2);
        assertSameInAllLayouts(file, scan -> scan.filter(predicate));
        assertSameInAllLayouts(file, scan -> scan.filter(predicate).batchRows(100).limit(5));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void assertSameInAllLayouts(Path file, UnaryOperator<ParquetScan> scan) {
    for (Setup setup : Setup.engines()) {
      List<List<Object>> expected = Columns.read(file, setup.options(), scan);
      for (StringLayout layout : LAYOUTS) {
        Columns.assertSame(
            expected,
            Columns.read(file, setup.options(), whole -> scan.apply(whole).strings(layout)),
            setup + ", " + layout);
      }
    }
  }

  /// One column whose dictionary is given up inside each row group.
  private static Path mixed() throws IOException {
    Path file = Files.createTempFile("gatun", ".parquet");
    Node.Struct root =
        new Node.Struct(
            "root",
            false,
            List.of(
                new Node.Leaf("text", true, type(Form.BYTES)),
                new Node.Leaf("number", false, type(Form.INT64))));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      List<Object> row = new ArrayList<>();
      row.add(text(i));
      row.add((long) i);
      rows.add(row);
    }
    ParquetJava.write(
        file,
        root,
        rows,
        writing ->
            writing
                .withRowGroupRowCountLimit(ROWS / 4)
                .withPageRowCountLimit(300)
                .withDictionaryPageSize(5_000));
    return file;
  }

  /// Few values first, then ever new ones; some null.
  private static String text(int row) {
    int inGroup = row % (ROWS / 4);
    return row % 11 == 0 ? null : "a text " + (inGroup < 2_000 ? inGroup % 50 : row) + " of a row";
  }

  private static LeafType type(Form form) {
    return LeafType.ALL.stream()
        .filter(type -> type.form() == form && type.logical() == null)
        .findFirst()
        .orElseThrow();
  }

  @Example
  void detachedBatchesKeepTheirStrings() throws IOException {
    Path file = mixed();
    long before = MemoryAccount.process().live();
    try {
      for (Setup setup : Setup.engines()) {
        for (StringLayout layout : StringLayout.values()) {
          List<Batch> kept = new ArrayList<>();
          try (ParquetFile parquet = ParquetFile.open(file);
              ParquetReader reader =
                  parquet
                      .scan()
                      .strings(layout)
                      .batchRows(700)
                      .options(setup.options().threads(3))
                      .open()) {
            for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
              kept.add(batch.detach());
            }
          }
          int row = 0;
          for (Batch batch : kept) {
            ArrayData array = BatchArrays.of(batch).getFirst();
            ArrowLayout.check(array);
            for (Object value : ArrowValues.of(array)) {
              assertEquals(text(row++), value);
            }
            batch.close();
          }
          assertEquals(ROWS, row);
        }
      }
      assertEquals(before, MemoryAccount.process().live());
    } finally {
      Files.delete(file);
    }
  }

  @Example
  void batchesOfAChunkShareItsDictionaryAndAppendOnlyWhatIsNotInIt() throws IOException {
    Path file = mixed();
    try (ParquetFile parquet = ParquetFile.open(file);
        ParquetReader reader =
            parquet
                .scan()
                .strings(StringLayout.DICTIONARY)
                .batchRows(500)
                .options(RunOptions.defaults().threads(1))
                .open()) {
      Set<ArrayData> dictionaries = new HashSet<>();
      for (int i = 0; i < 4; i++) {
        ArrayData dictionary = dictionary(reader);
        assertTrue(dictionary.length() < 400, () -> dictionary.length() + " entries");
        dictionaries.add(dictionary);
      }
      assertEquals(1, dictionaries.size());
      int base = dictionaries.iterator().next().length();
      int last = 0;
      for (int i = 4; i < 10; i++) {
        last = dictionary(reader).length();
        assertTrue(last <= base + 500, last + " entries");
      }
      assertTrue(last > base);
      assertEquals(base, dictionary(reader).length(), 200, "of the next row group");
    } finally {
      Files.delete(file);
    }
  }

  private static ArrayData dictionary(ParquetReader reader) {
    Batch batch = reader.next();
    assertNotNull(batch);
    return BatchArrays.of(batch).getFirst().dictionary();
  }

  @Example
  void aFilterOnTheColumnItself() throws IOException {
    Path file = mixed();
    try {
      for (String wanted : List.of("a text 7 of a row", "a text 3333 of a row", "nothing")) {
        int[] rows = IntStream.range(0, ROWS).filter(i -> wanted.equals(text(i))).toArray();
        for (StringLayout layout : StringLayout.values()) {
          List<List<Object>> found =
              Columns.read(
                  file,
                  RunOptions.defaults(),
                  scan -> scan.strings(layout).filter(Predicate.eq("text", wanted)));
          assertEquals(IntStream.of(rows).mapToObj(i -> (Object) (long) i).toList(), found.get(1));
          assertEquals(IntStream.of(rows).mapToObj(_ -> (Object) wanted).toList(), found.get(0));
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  /// Only even numbers, in no order: bounds say nothing of an odd one.
  @Example
  void aRowGroupIsSkippedByItsDictionary() throws IOException {
    Path file = Files.createTempFile("gatun", ".parquet");
    try {
      Node.Struct root =
          new Node.Struct(
              "root",
              false,
              List.of(
                  new Node.Leaf("n", false, type(Form.INT64)),
                  new Node.Leaf("s", true, type(Form.BYTES))));
      List<List<Object>> rows = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        long even = i * 37 % 100 * 2L;
        rows.add(List.of(even, "text " + even));
      }
      ParquetJava.write(file, root, rows, writing -> writing.withPageRowCountLimit(1000));
      for (Setup setup : Setup.engines()) {
        for (Predicate none :
            List.of(
                Predicate.eq("n", 31L),
                Predicate.in("n", 31L, 77L),
                Predicate.eq("s", "text 31"),
                Predicate.prefix("s", "text 31"))) {
          assertSkipped(file, setup, none, 1);
        }
        assertSkipped(file, setup, Predicate.eq("n", 32L), 0);
        assertSkipped(file, setup, Predicate.prefix("s", "text 3"), 0);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void assertSkipped(Path file, Setup setup, Predicate predicate, long skipped) {
    try (ParquetFile parquet = ParquetFile.open(file);
        ParquetReader reader = parquet.scan().filter(predicate).options(setup.options()).open()) {
      assertEquals(skipped == 0, reader.next() != null, predicate::toString);
      assertEquals(skipped, reader.metrics().rowGroupsSkipped(), predicate::toString);
      assertEquals(skipped == 0, reader.metrics().pagesRead() > 0, predicate::toString);
      assertTrue(reader.metrics().bytesRead() > 0);
    }
  }
}
