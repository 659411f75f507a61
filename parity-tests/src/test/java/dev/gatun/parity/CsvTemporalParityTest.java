package dev.gatun.parity;

import dev.gatun.Engine;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvTemporal;
import dev.gatun.internal.kernel.CsvTemporal.Offsets;
import dev.gatun.internal.kernel.TemporalPattern;
import dev.gatun.support.NeedsNatives;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsvTemporalParityTest {
  static final CsvRules RULES = rules("", "NULL");

  static CsvRules rules(String... nulls) {
    List<byte[]> tokens = new ArrayList<>();
    for (String token : nulls) {
      tokens.add(bytes(token));
    }
    return new CsvRules('"', '"', '.', 0, tokens);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static CsvTemporal kernel(Engine engine) {
    return Kernels.CSV_TEMPORAL.on(engine);
  }

  /// What a column is to become, with cells for it.
  ///
  /// @param bits of a value
  record Target(TemporalCells cells, int bits, Opening opening) {
    interface Opening {
      CsvConverter open(CsvTemporal kernel, CsvRules rules);
    }

    static Target random(SplittableRandom random) {
      TimeUnit unit = TimeUnit.values()[random.nextInt(4)];
      Offsets offsets = Offsets.values()[random.nextInt(3)];
      TemporalCells cells = TemporalCells.random(unit, offsets, random);
      TemporalPattern pattern =
          cells.pattern() == null ? null : TemporalPattern.of(cells.pattern());
      return switch (cells.kind()) {
        case DATE -> new Target(cells, 32, (kernel, rules) -> kernel.date(rules, pattern));
        case TIME ->
            new Target(
                cells,
                unit.compareTo(TimeUnit.MICROSECOND) < 0 ? 32 : 64,
                (kernel, rules) -> kernel.time(rules, unit, pattern));
        case TIMESTAMP ->
            new Target(
                cells, 64, (kernel, rules) -> kernel.timestamp(rules, unit, offsets, pattern));
      };
    }
  }

  @NeedsNatives
  @Property(tries = 3000)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 200) int rows,
      @ForAll @IntRange(min = 1, max = 50) int width,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Target target = Target.random(random);
    List<byte[]> cells = target.cells.column(rows, random);
    List<String> nulls =
        new ArrayList<>(List.of("", "NULL", "NA", "null").subList(0, random.nextInt(5)));
    while (random.nextInt(3) == 0) {
      nulls.add(target.cells.valid(random));
    }
    CsvRules rules = rules(nulls.toArray(String[]::new));
    CellColumn.of(cells, width, random.nextInt(width))
        .assertParity(engine -> target.opening.open(kernel(engine), rules), target.bits);
  }
}
