package dev.gatun.oracle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import dev.gatun.parquet.ParquetScan;
import dev.gatun.support.ArrowLayout;
import dev.gatun.support.ArrowValues;
import dev.gatun.support.ParquetBatches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Files of parquet-java, read by both engines as parquet-java reads them.
/// `-Dgatun.parquet.tries=N` adds N files.
class ParquetReadParityTest {
  private static final int[] BATCH_ROWS = {1000, 7, 1};

  @Provide
  Arbitrary<RandomParquet> recipes() {
    return RandomParquet.recipes();
  }

  @Property(tries = 150)
  void everyRowIsTheOracles(@ForAll("recipes") RandomParquet recipe) throws IOException {
    check(recipe);
  }

  @Example
  void asOftenAsOneLikes() {
    int tries = Integer.getInteger("gatun.parquet.tries", 0);
    recipes()
        .sampleStream()
        .limit(tries)
        .forEach(recipe -> assertAll(recipe + "", () -> check(recipe)));
  }

  private static void check(RandomParquet recipe) throws IOException {
    Path file = Files.createTempFile("gatun", ".parquet");
    try {
      recipe.write(file);
      List<List<Object>> columns = transposed(ParquetJava.read(file, recipe.schema()), recipe);
      int odd = BATCH_ROWS[Math.floorMod(recipe.seed(), BATCH_ROWS.length)];
      for (RunOptions options : options()) {
        assertColumns(columns, read(file, options, scan -> scan), options.toString());
        assertColumns(
            columns,
            read(file, options, scan -> scan.batchRows(odd)),
            options + ", batches of " + odd);
        checkParts(file, recipe, columns, options);
      }
    } finally {
      Files.delete(file);
    }
  }

  /// A limit, and some of the columns in another order.
  private static void checkParts(
      Path file, RandomParquet recipe, List<List<Object>> columns, RunOptions options) {
    RandomGenerator random = new SplittableRandom(recipe.seed());
    int limit = random.nextInt(recipe.rows() + 1);
    List<List<Object>> first = columns.stream().map(column -> column.subList(0, limit)).toList();
    String setup = options.toString();
    assertColumns(
        first, read(file, options, scan -> scan.limit(limit)), setup + ", limit " + limit);

    int one = random.nextInt(columns.size());
    int other = (one + 1 + random.nextInt(columns.size())) % columns.size();
    List<Integer> picked = one == other ? List.of(one) : List.of(one, other);
    String[] names =
        picked.stream().map(i -> recipe.schema().fields().get(i).name()).toArray(String[]::new);
    assertColumns(
        picked.stream().map(columns::get).toList(),
        read(file, options, scan -> scan.columns(names)),
        setup + ", columns " + List.of(names));
  }

  /// Says where the first difference is: whole columns are too long to print.
  private static void assertColumns(
      List<List<Object>> expected, List<List<Object>> actual, String what) {
    assertEquals(expected.size(), actual.size(), () -> what + ": columns");
    for (int i = 0; i < expected.size(); i++) {
      List<Object> column = expected.get(i);
      List<Object> other = actual.get(i);
      String place = what + ", column " + i;
      for (int row = 0; row < Math.min(column.size(), other.size()); row++) {
        if (!Objects.equals(column.get(row), other.get(row))) {
          assertEquals(column.get(row), other.get(row), place + ", row " + row);
        }
      }
      assertEquals(column.size(), other.size(), () -> place + ": rows");
    }
  }

  private static List<RunOptions> options() {
    RunOptions one = RunOptions.defaults().threads(1);
    List<RunOptions> options = new ArrayList<>(List.of(one.engine(Engine.JAVA)));
    if (Gatun.nativeAvailable().available()) {
      options.add(one.engine(Engine.NATIVE));
      options.add(one.engine(Engine.NATIVE).threads(3));
    }
    return options;
  }

  private static List<List<Object>> transposed(List<List<Object>> rows, RandomParquet recipe) {
    List<List<Object>> columns = new ArrayList<>();
    for (int i = 0; i < recipe.columns(); i++) {
      int column = i;
      columns.add(rows.stream().map(row -> row.get(column)).collect(Collectors.toList()));
    }
    return columns;
  }

  private static List<List<Object>> read(
      Path file, RunOptions options, UnaryOperator<ParquetScan> scan) {
    List<List<Object>> columns = new ArrayList<>();
    try (ParquetBatches batches = ParquetBatches.open(file, options, scan)) {
      batches.schema().fields().forEach(_ -> columns.add(new ArrayList<>()));
      while (batches.next()) {
        for (int i = 0; i < columns.size(); i++) {
          ArrowLayout.check(batches.arrays().get(i));
          columns.get(i).addAll(ArrowValues.of(batches.arrays().get(i)));
        }
      }
    }
    return columns;
  }
}
