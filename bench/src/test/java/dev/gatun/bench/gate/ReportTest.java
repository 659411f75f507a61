package dev.gatun.bench.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.bench.gate.Comparison.Build;
import dev.gatun.bench.gate.Duel.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A comparison in which each thing that can happen does.
class ReportTest {
  private static final Rule RULE = new Rule(0.1, 0.05, 2, 2, 0.05);

  private static Series measured(Case one, double head) {
    Series series = new Series(one);
    for (int round = 0; round < 2; round++) {
      double[] base = {10, 10};
      series.add(new Outcome(base, new double[] {head, head}, "end", "end"));
    }
    series.decide(RULE.verdict(2, series.estimate(RULE.confidence(1))));
    return series;
  }

  private static Series without(Case one, String base, String head) {
    Series series = new Series(one);
    series.add(new Outcome(new double[0], new double[0], base, head));
    return series;
  }

  private static Comparison of(Series... all) {
    Map<String, Object> machine = Map.of("cpu", "some <cpu>", "cores", 2, "tier", "avx2");
    return new Comparison(
        new Build("main", "0123456789abcdef"),
        new Build("a & b", ""),
        RULE,
        List.of(all),
        machine,
        "2026-01-01T00:00:00Z",
        60);
  }

  @Test
  void failuresAreNamed() {
    Comparison comparison =
        of(
            measured(Cases.ALL.get(0), 10),
            measured(Cases.ALL.get(1), 12),
            without(Cases.ALL.get(2), "end", "failed it threw"));
    assertEquals("FAILED: csr_build, csr_bfs", comparison.summary());
    String markdown = Tables.markdown(comparison);
    assertTrue(
        markdown.contains("| csr_build | 10.00 | 12.00 | 1.200 [1.200, 1.200] | **slower** |"),
        markdown);
    assertTrue(markdown.contains("**fails in head: failed it threw**"), markdown);
    assertTrue(markdown.contains("against main (0123456789)"), markdown);
  }

  @Test
  void whatIsInOneOnlyDoesNotFail() {
    Comparison comparison =
        of(
            measured(Cases.ALL.get(0), 9),
            without(Cases.ALL.get(1), "absent", "end"),
            without(Cases.ALL.get(2), "end", "absent"),
            without(Cases.ALL.get(3), "failed it threw", "end"));
    assertTrue(comparison.passed());
    List<Verdict> verdicts = comparison.all().stream().map(Series::verdict).toList();
    assertEquals(
        List.of(Verdict.FASTER, Verdict.ONLY_HEAD, Verdict.ONLY_BASE, Verdict.BASE_BROKEN),
        verdicts);
  }

  @Test
  void theChartIsXml() throws Exception {
    String svg = RatioChart.svg(of(measured(Cases.ALL.get(0), 12), measured(Cases.ALL.get(1), 10)));
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new org.xml.sax.InputSource(new java.io.StringReader(svg)));
    assertEquals(2, document.getElementsByTagName("circle").getLength());
  }
}
