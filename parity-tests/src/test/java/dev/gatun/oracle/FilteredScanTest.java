package dev.gatun.oracle;

import dev.gatun.RunOptions;
import dev.gatun.parquet.Predicate;
import dev.gatun.support.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A filtered scan gives the rows that a full scan gives and the predicate wants.
class FilteredScanTest {
  private static final int PREDICATES = 5;

  @Provide
  Arbitrary<RandomParquet> recipes() {
    return RandomParquet.recipes();
  }

  @Property(tries = 100)
  void filterAfterFullScan(@ForAll("recipes") RandomParquet recipe) throws IOException {
    Path file = Files.createTempFile("gatun", ".parquet");
    try {
      recipe.write(file);
      List<List<Object>> columns = Columns.read(file, RunOptions.defaults(), scan -> scan);
      RandomPredicate random =
          new RandomPredicate(recipe.schema(), columns, new SplittableRandom(recipe.seed()));
      for (int i = 0; i < PREDICATES && random.possible(); i++) {
        Predicate predicate = random.predicate(3);
        List<List<Object>> expected = wanted(columns, random, predicate);
        for (Setup setup : Setup.engines()) {
          Columns.assertSame(
              expected,
              Columns.read(file, setup.options(), scan -> scan.filter(predicate)),
              setup + ", " + predicate);
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private static List<List<Object>> wanted(
      List<List<Object>> columns, RandomPredicate random, Predicate predicate) {
    int[] rows =
        IntStream.range(0, columns.getFirst().size())
            .filter(row -> Boolean.TRUE.equals(random.test(predicate, row)))
            .toArray();
    List<List<Object>> wanted = new ArrayList<>();
    for (List<Object> column : columns) {
      List<Object> kept = new ArrayList<>();
      IntStream.of(rows).forEach(row -> kept.add(column.get(row)));
      wanted.add(kept);
    }
    return wanted;
  }
}
