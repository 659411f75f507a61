package dev.gatun.bench.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks at what `bench/prove-gate` made the gate do: folders `planted-KERNEL` and `same-N` of
/// results. It is proven when each planted one failed for its kernel alone and no same one did.
public final class Proof {
  private static final String PLANTED = "planted-";

  private final List<Object> runs = new ArrayList<>();
  private int wrong;
  private int planted;
  private int same;

  private Proof() {}

  /// Exits with 0 when it is proven, 1 when it is not, 2 when results are missing.
  ///
  /// @param args the folder, and the file for the summary
  public static void main(String[] args) {
    try {
      System.exit(new Proof().run(Path.of(args[0]), Path.of(args[1])) ? 0 : 1);
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("prove-gate: " + e.getMessage());
      System.exit(2);
    }
  }

  private boolean run(Path folder, Path summary) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    try (Stream<Path> folders = Files.list(folder).filter(Files::isDirectory)) {
      for (Path one : folders.filter(Proof::isRun).sorted().toList()) {
        Map<String, Object> result = Results.read(one.resolve("result.json"));
        for (String shared : List.of("date", "machine", "base", "threshold", "confidence")) {
          json.putIfAbsent(shared, Results.member(result, shared));
        }
        look(one.getFileName().toString(), result);
      }
    }
    boolean proven = wrong == 0 && planted > 0 && same > 0;
    json.put("proven", proven);
    json.put("runs", runs);
    Results.write(summary, json);
    System.out.printf(
        "%s: %d with a planted slow-down, %d without a change, %d came out wrong%n",
        proven ? "proven" : "NOT proven", planted, same, wrong);
    return proven;
  }

  private static boolean isRun(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(PLANTED) || name.startsWith("same-");
  }

  private void look(String name, Map<String, Object> result) {
    Set<String> expected = new TreeSet<>();
    if (name.startsWith(PLANTED)) {
      expected.add(name.substring(PLANTED.length()));
      planted++;
    } else {
      same++;
    }
    Set<String> slower = new TreeSet<>();
    List<Object> notable = new ArrayList<>();
    double widest = 0;
    List<Double> widths = new ArrayList<>();
    for (Object entry : (List<?>) Results.member(result, "cases")) {
      Map<?, ?> one = (Map<?, ?>) entry;
      String kernel = (String) Results.member(one, "kernel");
      Object verdict = Results.member(one, "verdict");
      if (verdict.equals(Verdict.SLOWER.text())) {
        slower.add(kernel);
      }
      boolean remarkable = !verdict.equals(Verdict.SAME.text());
      if (one.get("rounds") instanceof List<?> rounds) {
        double width = Math.log(Results.number(one, "upper") / Results.number(one, "lower")) / 2;
        widths.add(width);
        widest = Math.max(widest, width);
        if (remarkable || rounds.size() > Compare.FEW || expected.contains(kernel)) {
          notable.add(brief(one, rounds.size()));
        }
      }
    }
    boolean right = expected.equals(slower);
    wrong += right ? 0 : 1;
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("run", name);
    run.put("right", right);
    run.put("passed", result.get("passed"));
    run.put("seconds", result.get("seconds"));
    run.put("load", ((Map<?, ?>) Results.member(result, "machine")).get("load"));
    run.put("expectedSlower", expected);
    run.put("foundSlower", slower);
    // Half the interval, as a part of the ratio.
    double[] all = widths.stream().mapToDouble(w -> w).toArray();
    run.put("medianHalfWidth", Results.brief(Estimate.median(all), 3));
    run.put("widestHalfWidth", Results.brief(widest, 3));
    run.put("notable", notable);
    runs.add(run);
    System.out.printf(
        "%-28s %-6s slower: %s%n",
        name, right ? "right" : "WRONG", slower.isEmpty() ? "none" : String.join(", ", slower));
  }

  private static Map<String, Object> brief(Map<?, ?> one, int pairs) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (String member : List.of("name", "verdict", "ratio", "lower", "upper")) {
      json.put(member, one.get(member));
    }
    json.put("pairs", pairs);
    return json;
  }
}
