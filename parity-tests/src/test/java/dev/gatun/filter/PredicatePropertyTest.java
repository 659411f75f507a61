package dev.gatun.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.parquet.filter.BoundPredicate;
import dev.gatun.internal.parquet.filter.ColumnFacts;
import dev.gatun.internal.parquet.filter.LeafTest;
import dev.gatun.internal.parquet.filter.RowRanges;
import dev.gatun.internal.parquet.filter.Verdict;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.Predicate;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Random predicates over random columns, against an oracle that knows SQL only.
class PredicatePropertyTest {
  private static final int COLUMNS = 3;

  /// Columns, rows and a predicate of them.
  private static final class Case {
    final SplittableRandom random;
    final int rows;
    final Map<String, Kind> kinds = new HashMap<>();
    final List<ReadNode> schema = new ArrayList<>();
    final List<List<Object>> values = new ArrayList<>();
    final Predicate predicate;

    Case(long seed, int rows) {
      random = new SplittableRandom(seed);
      this.rows = rows;
      for (int i = 0; i < COLUMNS; i++) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        kinds.put("c" + i, kind);
        schema.add(node(i, kind));
        values.add(column(kind));
      }
      predicate = predicate(3);
    }

    private static ReadNode node(int index, Kind kind) {
      LeafColumn leaf =
          new LeafColumn(index, List.of("c" + index), kind.physical, kind.width, 1, 0);
      return new ReadNode(new Field("c" + index, kind.type, true), 0, 0, 1, -1, leaf, List.of());
    }

    private List<Object> column(Kind kind) {
      int nullsOf = random.nextInt(4);
      boolean same = random.nextInt(5) == 0;
      List<Object> column = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        boolean isNull = nullsOf == 3 || nullsOf > 0 && random.nextInt(4) < nullsOf;
        Object value = same && row > 0 ? column.getFirst() : isNull ? null : kind.value(random);
        column.add(value);
      }
      return column;
    }

    private Predicate predicate(int depth) {
      int choice = random.nextInt(depth == 0 ? 5 : 8);
      String column = "c" + random.nextInt(COLUMNS);
      Kind kind = kinds.get(column);
      return switch (choice) {
        case 0 -> Predicate.isNull(column);
        case 1 ->
            new Predicate.In(
                column,
                Stream.generate(() -> kind.literal(random)).limit(random.nextInt(20)).toList());
        case 2 ->
            kind == Kind.TEXT
                ? Predicate.prefix(column, Kind.text(random))
                : Predicate.between(column, kind.literal(random), kind.literal(random));
        case 3, 4 -> {
          Predicate.Comparison[] all = Predicate.Comparison.values();
          yield new Predicate.Compare(
              column, all[random.nextInt(all.length)], kind.literal(random));
        }
        case 5 -> Predicate.not(predicate(depth - 1));
        case 6 -> Predicate.and(predicate(depth - 1), predicate(depth - 1));
        default -> Predicate.or(predicate(depth - 1), predicate(depth - 1));
      };
    }

    /// Whether the predicate is true, row by row.
    List<Boolean> expected() {
      Oracle oracle = new Oracle(kinds);
      List<Boolean> expected = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        int at = row;
        Boolean truth = oracle.test(predicate, name -> values.get(name.charAt(1) - '0').get(at));
        expected.add(Boolean.TRUE.equals(truth));
      }
      return expected;
    }

    /// What a footer may say of some rows of a column.
    ColumnFacts facts(LeafColumn column, int from, int to) {
      Kind kind = kinds.get(column.name());
      List<Object> some = values.get(column.index()).subList(from, to);
      List<Object> told =
          some.stream().filter(v -> v != null && !(v instanceof Double d && d.isNaN())).toList();
      long nulls = some.stream().filter(v -> v == null).count();
      long nans = some.stream().filter(v -> v instanceof Double d && d.isNaN()).count();
      Object min = told.stream().min((a, b) -> Oracle.order(kind, a, b)).orElse(null);
      Object max = told.stream().max((a, b) -> Oracle.order(kind, a, b)).orElse(null);
      boolean known = min != null && random.nextInt(5) > 0;
      return new ColumnFacts(
          kind.order(),
          known ? ArrayBuilder.plain(kind, min) : null,
          known ? ArrayBuilder.plain(kind, max) : null,
          some.size(),
          random.nextInt(4) == 0 ? -1 : nulls,
          random.nextInt(3) == 0 ? nans : -1);
    }
  }

  @Property(tries = 3000)
  void selectsWhatIsTrue(@ForAll long seed, @ForAll @IntRange(max = 150) int rows) {
    Case given = new Case(seed, rows);
    List<Boolean> expected = given.expected();
    BoundPredicate bound = BoundPredicate.bind(given.predicate, given.schema);
    List<ArrayData> arrays = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      Kind kind = given.kinds.get("c" + i);
      boolean coded = given.random.nextInt(4) == 0;
      List<Object> values = given.values.get(i);
      arrays.add(coded ? ArrayBuilder.dictionary(kind, values) : ArrayBuilder.array(kind, values));
    }
    for (Setup setup : setups()) {
      assertEquals(
          expected, select(setup, bound, arrays, rows), () -> given.predicate + " " + setup);
    }
  }

  private static List<Setup> setups() {
    return Stream.concat(
            Stream.of(Setup.JAVA), Setup.natives().stream().filter(setup -> setup.threads() == 1))
        .toList();
  }

  private static List<Boolean> select(
      Setup setup, BoundPredicate bound, List<ArrayData> arrays, int rows) {
    return setup.run(
        options -> {
          MemorySegment selection = Arena.ofAuto().allocate((rows + 7L) / 8);
          long passed =
              bound
                  .filter(setup.engine())
                  .select(column -> arrays.get(column.index()), rows, selection);
          List<Boolean> selected = new ArrayList<>();
          for (int row = 0; row < rows; row++) {
            byte eight = selection.get(ValueLayout.JAVA_BYTE, row / 8);
            selected.add((eight >> row % 8 & 1) != 0);
          }
          assertEquals(selected.stream().filter(one -> one).count(), passed);
          return selected;
        });
  }

  @Property(tries = 5000)
  void statisticsAreNeverWrong(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int rows) {
    Case given = new Case(seed, rows);
    List<Boolean> expected = given.expected();
    BoundPredicate bound = BoundPredicate.bind(given.predicate, given.schema);
    BoundPredicate rest = bound.given(test -> test.verdict(given.facts(test.column(), 0, rows)));
    if (rest.verdict() != Verdict.SOME) {
      boolean all = rest.verdict() == Verdict.ALL;
      assertTrue(expected.stream().allMatch(one -> one == all), given.predicate::toString);
    }
    List<ArrayData> arrays = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      arrays.add(ArrayBuilder.array(given.kinds.get("c" + i), given.values.get(i)));
    }
    assertEquals(expected, select(Setup.JAVA, rest, arrays, rows), given.predicate::toString);
  }

  @Property(tries = 3000)
  void pagesThatAreLeftOutHaveNoRow(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
    Case given = new Case(seed, rows);
    List<Boolean> expected = given.expected();
    RowRanges ranges =
        BoundPredicate.bind(given.predicate, given.schema).rows(rows, test -> pages(given, test));
    for (int row = 0; row < rows; row++) {
      assertTrue(
          !expected.get(row) || ranges.overlaps(row, row + 1), given.predicate + " " + ranges);
    }
  }

  private static RowRanges pages(Case given, LeafTest<?> test) {
    int size = given.random.nextInt(1, 8);
    List<Long> sizes = new ArrayList<>();
    List<ColumnFacts> facts = new ArrayList<>();
    for (int from = 0; from < given.rows; from += size) {
      int to = Math.min(given.rows, from + size);
      sizes.add((long) to - from);
      facts.add(given.facts(test.column(), from, to));
    }
    return test.rows(facts, sizes);
  }

  @Property(tries = 1000)
  void theTextReadsAsThePredicate(@ForAll long seed) {
    Case given = new Case(seed, 60);
    Predicate read = Predicate.parse(given.predicate.toString());
    assertEquals(read, Predicate.parse(read.toString()));
    BoundPredicate.bind(read, given.schema);
  }
}
