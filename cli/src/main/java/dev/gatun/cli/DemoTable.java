package dev.gatun.cli;

import dev.gatun.cli.DemoContender.Outcome;
import dev.gatun.cli.Table.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The demo's steps by contender: times, speed-up of the last contender over the first, and whether
/// all agree with the first.
///
/// @param contenders Java first
/// @param outcomes of each contender, the same steps in the same order
record DemoTable(List<DemoContender> contenders, List<List<Outcome>> outcomes) {
  private static final double COARSE_MILLIS = 1;

  /// Adds the table, and fails the command where contenders disagree.
  void addTo(Report report) {
    Table table = new Table(columns());
    int steps = outcomes.getFirst().size();
    IntStream.range(0, steps).forEach(step -> table.add(row(step)));
    if (!compares()) {
      report.table("steps", "", table, "");
      return;
    }
    List<String> disagreeing =
        IntStream.range(0, steps)
            .filter(step -> !agrees(step))
            .mapToObj(step -> outcomes.getFirst().get(step).step())
            .toList();
    report.table("steps", "", table, "\n" + legend()).json("agrees", disagreeing.isEmpty());
    if (!disagreeing.isEmpty()) {
      report
          .warn("Java and native disagree on " + disagreeing + "; please report it")
          .status(Main.FAILED);
    }
  }

  private boolean compares() {
    return contenders.size() > 1;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("step", "step"));
    contenders.forEach(c -> columns.add(new Column(c.key() + "_ms", c.label())));
    if (compares()) {
      columns.add(new Column("speed_up", "speed-up"));
      columns.add(new Column("agrees", "agrees"));
    }
    return columns;
  }

  private Object[] row(int step) {
    List<Object> row = new ArrayList<>();
    Outcome java = outcomes.getFirst().get(step);
    row.add(java.step());
    outcomes.forEach(of -> row.add(decimals(of.get(step).millis(), timeDecimals())));
    if (compares()) {
      row.add(decimals(java.millis() / outcomes.getLast().get(step).millis(), 1));
      row.add(agrees(step));
    }
    return row.toArray();
  }

  private boolean agrees(int step) {
    List<Object> expected = outcomes.getFirst().get(step).answer();
    return outcomes.stream().allMatch(of -> DemoStep.agree(expected, of.get(step).answer()));
  }

  /// The same for all times, so that they line up.
  private int timeDecimals() {
    return outcomes.stream().flatMap(List::stream).allMatch(o -> o.millis() >= COARSE_MILLIS)
        ? 1
        : 3;
  }

  private static BigDecimal decimals(double value, int count) {
    return BigDecimal.valueOf(value).setScale(count, RoundingMode.HALF_UP);
  }

  private String legend() {
    return "speed-up: Java / "
        + contenders.getLast().label()
        + "; agrees: integers equal, PageRank within 1e-12";
  }
}
