package dev.gatun.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchArrays;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.ParquetScan;
import dev.gatun.parquet.Predicate;
import dev.gatun.parquet.StringLayout;
import dev.gatun.support.ArrowLayout;
import dev.gatun.support.ArrowValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many files in one scan.
class DatasetScanTest {
  private static final int FILES = 4;
  private static final int ROWS = 1000;
  private static final List<Node> FIELDS =
      List.of(leaf("n", false, Form.INT64), leaf("s", true, Form.BYTES));

  @TempDir private Path folder;
  private long before;

  @BeforeEach
  void countMemory() {
    ParquetDataset.clearCache();
    before = MemoryAccount.process().live();
  }

  @AfterEach
  void everythingIsFreed() throws IOException {
    ParquetDataset.clearCache();
    assertEquals(before, MemoryAccount.process().live());
    assertEquals(0, openFiles());
  }

  private static Node leaf(String name, boolean optional, Form form) {
    return new Node.Leaf(
        name,
        optional,
        LeafType.ALL.stream()
            .filter(type -> type.form() == form && type.logical() == null)
            .findFirst()
            .orElseThrow());
  }

  /// Rows numbered through all files, in row groups of 300.
  private Path write(int number, List<Node> fields) throws IOException {
    Path file = folder.resolve("part-" + number + ".parquet");
    List<List<Object>> rows = new ArrayList<>();
    for (long n = (long) number * ROWS; n < (number + 1L) * ROWS; n++) {
      List<Object> row = new ArrayList<>();
      row.add(n);
      row.add(n % 7 == 0 ? null : "value " + n % 100);
      rows.add(row.subList(0, fields.size()));
    }
    ParquetJava.write(
        file,
        new Node.Struct("root", false, fields),
        rows,
        writing -> writing.withRowGroupRowCountLimit(300).withPageRowCountLimit(120));
    return file;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(write(i, FIELDS));
    }
    return files;
  }

  /// Files of the folder that this process has open.
  private long openFiles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return 0;
    }
    long open = 0;
    try (var all = Files.list(descriptors)) {
      for (Path descriptor : all.toList()) {
        if (Files.isSymbolicLink(descriptor)
            && Files.readSymbolicLink(descriptor).startsWith(folder)) {
          open++;
        }
      }
    }
    return open;
  }

  private static List<List<Object>> read(
      List<Path> files, int threads, UnaryOperator<ParquetScan> scan) {
    List<List<Object>> columns = new ArrayList<>();
    try (ParquetDataset dataset = ParquetDataset.of(files);
        ParquetReader reader =
            scan.apply(dataset.scan().options(RunOptions.defaults().threads(threads))).open()) {
      reader.schema().fields().forEach(_ -> columns.add(new ArrayList<>()));
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        List<ArrayData> arrays = BatchArrays.of(batch);
        for (int i = 0; i < columns.size(); i++) {
          ArrowLayout.check(arrays.get(i));
          columns.get(i).addAll(ArrowValues.of(arrays.get(i)));
        }
      }
    }
    return columns;
  }

  private static List<Object> numbers(LongStream wanted) {
    return wanted.mapToObj(n -> (Object) n).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void filesFollowEachOther(int threads) throws IOException {
    List<Path> files = files();
    for (StringLayout layout : StringLayout.values()) {
      List<List<Object>> columns = read(files, threads, scan -> scan.strings(layout));
      assertEquals(numbers(LongStream.range(0, FILES * ROWS)), columns.get(0));
      for (int i = 0; i < FILES * ROWS; i++) {
        assertEquals(i % 7 == 0 ? null : "value " + i % 100, columns.get(1).get(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void lessOfThem(int threads) throws IOException {
    List<Path> files = files();
    assertEquals(
        List.of(numbers(LongStream.range(0, 1234))),
        read(files, threads, scan -> scan.columns("n").limit(1234).batchRows(99)));
    Predicate some = Predicate.between("n", 950, 2049);
    assertEquals(
        List.of(numbers(LongStream.rangeClosed(950, 2049))),
        read(files, threads, scan -> scan.columns("n").filter(some)));
    assertEquals(
        List.of(numbers(LongStream.rangeClosed(950, 1049))),
        read(files, threads, scan -> scan.columns("n").filter(some).limit(100)));
    // The last row group of the second file, then the first of the first.
    assertEquals(
        List.of(numbers(LongStream.concat(LongStream.range(1900, 2000), LongStream.range(0, 300)))),
        read(files, threads, scan -> scan.columns("n").rowGroups(7, 0)));
  }

  @Test
  void filesWithoutRowGroups() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Path empty = folder.resolve("empty-" + i + ".parquet");
      ParquetJava.write(
          empty, new Node.Struct("root", false, FIELDS), List.of(), writing -> writing);
      files.add(empty);
    }
    files.add(1, write(0, FIELDS));
    files.add(3, write(1, FIELDS));
    assertEquals(numbers(LongStream.range(0, 2 * ROWS)), read(files, 2, scan -> scan).getFirst());
    assertEquals(List.of(), read(List.of(files.getFirst()), 1, scan -> scan).getFirst());
  }

  /// One column and one row group a file, for more threads than that.
  @Test
  void largeRowGroupsAreReadInParts() throws IOException {
    int each = 200_000;
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Path file = folder.resolve("large-" + i + ".parquet");
      long first = (long) i * each;
      ParquetJava.write(
          file,
          new Node.Struct("root", false, FIELDS.subList(0, 1)),
          LongStream.range(first, first + each).mapToObj(n -> List.<Object>of(n)).toList(),
          writing -> writing);
      files.add(file);
    }
    assertEquals(numbers(LongStream.range(0, 2 * each)), read(files, 6, scan -> scan).getFirst());
    try (ParquetDataset dataset = ParquetDataset.of(files);
        ParquetReader reader =
            dataset
                .scan()
                .filter(Predicate.ge("n", each))
                .options(RunOptions.defaults().threads(6))
                .open()) {
      long rows = 0;
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        rows += batch.rowCount();
      }
      assertEquals(each, rows);
      assertEquals(1, reader.metrics().rowGroupsSkipped());
      assertEquals(0, openFiles());
    }
  }

  @Test
  void rowGroupsAreChecked() throws IOException {
    try (ParquetDataset dataset = ParquetDataset.of(files())) {
      assertThrows(IndexOutOfBoundsException.class, () -> dataset.scan().rowGroups(FILES * 4));
    }
  }

  @Test
  void filesAreOpenWhileTheyAreRead() throws IOException {
    try (ParquetDataset dataset = ParquetDataset.of(files());
        ParquetReader reader =
            dataset.scan().batchRows(100).options(RunOptions.defaults().threads(1)).open()) {
      assertTrue(openFiles() <= 1);
      while (reader.next() != null) {
        assertTrue(openFiles() <= 2, () -> "files are left open");
      }
      assertEquals(0, openFiles());
    }
  }

  @Test
  void anotherSchemaIsNamed() throws IOException {
    Path first = write(0, FIELDS);
    Path other = write(1, List.of(FIELDS.get(0), leaf("t", true, Form.BYTES)));
    Path less = write(2, FIELDS.subList(0, 1));
    Path nullable = write(3, List.of(leaf("n", true, Form.INT64), FIELDS.get(1)));
    assertRefused(List.of(first, other), other, "t");
    assertRefused(List.of(first, less), less, "s");
    assertRefused(List.of(first, nullable), nullable, "n");
  }

  private static void assertRefused(List<Path> files, Path file, String column) {
    ParquetException e = assertThrows(ParquetFormatException.class, () -> ParquetDataset.of(files));
    assertEquals(file.toString(), e.file());
    assertEquals(column, e.column());
  }

  /// The same leaves and levels, but what may be null is the group in one and the leaf in the
  /// other.
  @Test
  void otherGroupsAreNamed() throws IOException {
    List<Path> files = new ArrayList<>();
    for (boolean outer : new boolean[] {true, false}) {
      Path file = folder.resolve(outer + ".parquet");
      Node.Struct group = new Node.Struct("g", outer, List.of(leaf("x", !outer, Form.INT64)));
      ParquetJava.write(
          file,
          new Node.Struct("root", false, List.of(group)),
          List.of(List.of(List.of(1L))),
          writing -> writing);
      files.add(file);
    }
    ParquetException e =
        assertThrows(ParquetFormatException.class, () -> read(files, 1, scan -> scan));
    assertEquals(files.get(1).toString(), e.file());
    assertEquals("g.x", e.column());
  }

  @Test
  void aMissingColumnIsSaidBeforeAnythingIsRead() throws IOException {
    List<Path> files = files();
    for (UnaryOperator<ParquetScan> wrong :
        List.<UnaryOperator<ParquetScan>>of(
            scan -> scan.columns("nope"), scan -> scan.filter(Predicate.isNull("nope")))) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> read(files, 1, wrong));
      assertTrue(e.getMessage().contains("nope"), e::getMessage);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aBrokenFileAmongGoodOnesIsNamed(int threads) throws IOException {
    List<Path> files = files();
    byte[] bytes = Files.readAllBytes(files.get(2));
    IntStream.range(4, 200).forEach(i -> bytes[i] = (byte) 0xFF);
    Files.write(files.get(2), bytes);
    List<Object> seen = new ArrayList<>();
    try (ParquetDataset dataset = ParquetDataset.of(files);
        ParquetReader reader =
            dataset.scan().options(RunOptions.defaults().threads(threads)).open()) {
      ParquetFormatException e =
          assertThrows(
              ParquetFormatException.class,
              () -> {
                for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
                  seen.addAll(ArrowValues.of(BatchArrays.of(batch).getFirst()));
                }
              });
      assertEquals(files.get(2).toString(), e.file());
      assertEquals(0, e.rowGroup());
    }
    assertEquals(numbers(LongStream.range(0, 2 * ROWS)), seen);
  }

  @Test
  void aFileThatIsGoneOrChangedIsNamed() throws IOException {
    List<Path> files = files();
    try (ParquetDataset dataset = ParquetDataset.of(files)) {
      Files.write(files.get(2), new byte[100]);
      RuntimeException changed = failure(dataset, ParquetFormatException.class);
      assertTrue(changed.getMessage().contains(files.get(2).toString()), changed::getMessage);
      Files.delete(files.get(2));
      RuntimeException gone = failure(dataset, UncheckedIOException.class);
      assertTrue(gone.getMessage().contains(files.get(2).toString()), gone::getMessage);
    }
  }

  private static <E extends RuntimeException> E failure(ParquetDataset dataset, Class<E> type) {
    try (ParquetReader reader = dataset.scan().columns("n").open()) {
      return assertThrows(
          type,
          () -> {
            Batch batch = reader.next();
            assertNotNull(batch);
            while (batch != null) {
              batch = reader.next();
            }
            assertNull(batch);
          });
    }
  }
}
