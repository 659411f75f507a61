package dev.gatun.bench.gate;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The main program of `bench/history`: keeps results, a line of JSON in a file each, and draws
/// them all as one HTML page.
public final class History {
  private static final String PAGE = "history.html";
  private static final String DATA = "/*DATA*/";

  private History() {}

  /// Exits with 0, or with 2 when a result cannot be read.
  public static void main(String[] args) {
    try {
      run(args);
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("history: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void run(String[] args) throws IOException {
    Options options = new Options(args, Set.of("--store", "--out", "--commit"), Set.of());
    Path store = Files.createDirectories(Path.of(options.get("--store", "bench/results/history")));
    for (String name : options.rest()) {
      Map<String, Object> entry = entry(Compare.jar(name), options.get("--commit", ""));
      Path file = store.resolve(fileName(entry));
      Files.writeString(file, JSON.std.asString(entry) + "\n");
      System.err.println("written: " + file);
    }
    Path page = Files.createDirectories(Path.of(options.get("--out", "build/history")));
    Files.writeString(page.resolve("index.html"), page(entries(store)));
    System.err.println("written: " + page.resolve("index.html"));
  }

  private static Map<String, Object> entry(Path file, String commit) throws IOException {
    Object json = JSON.std.anyFrom(Files.readString(file));
    Map<String, Object> entry = new LinkedHashMap<>();
    if (json instanceof List<?> runs) {
      if (commit.isEmpty()) {
        throw new IllegalArgumentException(file + " is JMH's, which names no commit: --commit");
      }
      entry.put("date", Files.getLastModifiedTime(file).toInstant().toString());
      entry.put("commit", commit);
      entry.put("cpu", "not known");
      entry.put("tier", "not known");
      entry.put("cases", ofJmh(runs));
      return entry;
    }
    Map<?, ?> result = (Map<?, ?>) json;
    boolean ratios = Results.member(result, "kind").equals("ratios");
    Map<?, ?> machine = (Map<?, ?>) Results.member(result, "machine");
    Object known =
        ratios
            ? Results.member(result, "commit")
            : Results.member((Map<?, ?>) Results.member(result, "head"), "commit");
    entry.put("date", Results.member(result, "date"));
    entry.put("commit", commit.isEmpty() ? known : commit);
    entry.put("cpu", Results.member(machine, "cpu"));
    entry.put("tier", Results.member(machine, "tier"));
    entry.put("cases", ofGate((List<?>) Results.member(result, "cases"), ratios));
    return entry;
  }

  private static Map<String, Object> ofGate(List<?> cases, boolean ratios) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object one : cases) {
      Map<?, ?> of = (Map<?, ?>) one;
      Object nanos = of.get(ratios ? "nativeNanos" : "headNanos");
      if (nanos != null) {
        values.put((String) Results.member(of, "name"), values(nanos, of.get("speedup")));
      }
    }
    return values;
  }

  /// JMH's figures, those in times an operation.
  private static Map<String, Object> ofJmh(List<?> runs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object one : runs) {
      Map<?, ?> run = (Map<?, ?>) one;
      Map<?, ?> metric = (Map<?, ?>) Results.member(run, "primaryMetric");
      double nanos = JmhUnits.nanos(metric);
      String name = (String) Results.member(run, "benchmark");
      name = name.replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
      if (run.get("params") instanceof Map<?, ?> parameters) {
        name += " " + String.join(" ", parameters.values().stream().map(Object::toString).toList());
      }
      values.put(name, values(Results.brief(nanos), null));
    }
    return values;
  }

  private static Map<String, Object> values(Object nanos, @Nullable Object speedup) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ns", nanos);
    if (speedup != null) {
      values.put("speedup", speedup);
    }
    return values;
  }

  /// Files sort by their names in the order of time.
  private static String fileName(Map<String, Object> entry) {
    String date = ((String) Results.member(entry, "date")).replaceAll("[:.]", "");
    String commit = (String) Results.member(entry, "commit");
    return date + "-" + commit.substring(0, Math.min(10, commit.length())) + ".json";
  }

  private static List<Object> entries(Path store) throws IOException {
    List<Object> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(store)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        entries.add(Results.read(file));
      }
    }
    return entries;
  }

  /// The page with the data inside.
  static String page(List<Object> entries) throws IOException {
    try (InputStream in = History.class.getResourceAsStream(PAGE)) {
      if (in == null) {
        throw new FileNotFoundException(PAGE);
      }
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // No name in the data can end the script element.
      return page.replace(DATA, JSON.std.asString(entries).replace("<", "\\u003c"));
    }
  }
}
