package dev.gatun.examples;

import dev.gatun.Engine;
import dev.gatun.FileSet;
import dev.gatun.Gatun;
import dev.gatun.InputSource;
import dev.gatun.RunInfo;
import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Row;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import dev.gatun.hash.HashForm;
import dev.gatun.hash.HashOptions;
import dev.gatun.hash.HashResult;
import dev.gatun.hash.Hashing;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.ParquetScan;
import dev.gatun.parquet.Predicate;
import dev.gatun.parquet.StringLayout;
import dev.gatun.schema.SchemaBuild;
import dev.gatun.schema.SchemaResult;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Does Gatun run natively on this machine? Runs every family of kernels on both engines, compares
/// what they give, prints a line for each, and exits with 1 when something differs or was not
/// native. The samples are on the class path, so it runs in any folder.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.Smoke
/// ```
public final class Smoke {
  private Smoke() {}

  @FunctionalInterface
  private interface Job {
    /// Runs it and adds what it gave.
    RunInfo run(RunOptions options, List<String> lines) throws IOException;
  }

  public static void main(String[] args) {
    System.out.println("native: " + Gatun.nativeAvailable().reason());
    System.out.println("CPU tier: " + Gatun.isa());
    // Each month of the trips has other encodings, and another codec.
    boolean right =
        isRight("csr", Smoke::graphs)
            & isRight("parquet", (run, lines) -> scan(1, scan -> scan, run, lines))
            & isRight("codec", Smoke::codecs)
            & isRight("column", Smoke::filters)
            & isRight("csv", Smoke::csv)
            & isRight("hash", Smoke::hashes)
            & isRight("sql", Smoke::schema);
    System.exit(right ? 0 : 1);
  }

  private static boolean isRight(String family, Job job) {
    List<String> ofNative = new ArrayList<>();
    List<String> ofJava = new ArrayList<>();
    try {
      RunInfo info = job.run(RunOptions.defaults().engine(Engine.NATIVE), ofNative);
      job.run(RunOptions.defaults().engine(Engine.JAVA), ofJava);
      boolean right = info.engine() == Engine.NATIVE && ofNative.equals(ofJava);
      System.out.printf(
          "%-8s %s, %d lines on %s%n",
          family, right ? "ok" : "FAILED", ofNative.size(), info.engine());
      for (int i = 0; i < Math.min(ofNative.size(), ofJava.size()); i++) {
        if (!ofNative.get(i).equals(ofJava.get(i))) {
          System.out.println("  native: " + ofNative.get(i) + "\n  java:   " + ofJava.get(i));
        }
      }
      return right;
    } catch (IOException | RuntimeException e) {
      System.out.printf("%-8s FAILED, %s%n", family, e);
      return false;
    }
  }

  private static RunInfo graphs(RunOptions run, List<String> lines) throws IOException {
    try (InputStream in = open("flights.csv");
        EdgeList flights = EdgeListReader.defaults().read(in, "flights.csv", run);
        CsrGraph graph = CsrGraph.builder().undirected().build(flights, run);
        PageRankResult ranks = graph.pageRank(PageRank.defaults(), run);
        ComponentsResult components = graph.components(run);
        BfsResult hops = graph.bfs(Bfs.from(0), run);
        SsspResult ways = graph.shortestPaths(ShortestPaths.from(0), run)) {
      for (int v = 0; v < graph.vertices(); v++) {
        // The last digits of ranks may differ: the engines add up in different orders.
        lines.add(
            "%s: rank %.12f, component %d, %d hops, %s km, neighbours %s"
                .formatted(
                    graph.ids().name(v),
                    ranks.rank(v),
                    components.label(v),
                    hops.distance(v),
                    ways.distance(v),
                    Arrays.toString(graph.neighbours(v))));
      }
      return ways.info();
    }
  }

  private static RunInfo codecs(RunOptions run, List<String> lines) throws IOException {
    for (int month = 2; month < 4; month++) {
      scan(month, scan -> scan, run, lines);
    }
    return scan(4, scan -> scan, run, lines);
  }

  private static RunInfo filters(RunOptions run, List<String> lines) throws IOException {
    Predicate wanted = Predicate.parse("fare > 30 and city like 'P%'");
    scan(2, scan -> scan.filter(wanted), run, lines);
    return scan(3, scan -> scan.filter(wanted).strings(StringLayout.DICTIONARY), run, lines);
  }

  private static RunInfo scan(
      int month, UnaryOperator<ParquetScan> what, RunOptions run, List<String> lines)
      throws IOException {
    String name = "trips/2026-0" + month + ".parquet";
    try (ParquetFile file = ParquetFile.open(source(name), run);
        ParquetReader reader = what.apply(file.scan()).options(run).open()) {
      addRows(reader, lines);
      return reader.info();
    }
  }

  private static RunInfo csv(RunOptions run, List<String> lines) throws IOException {
    DataType fare = new DataType.Decimal(9, 2, 128);
    try (InputSource trips = source("trips.csv");
        CsvReader reader = CsvScan.of(trips).type("fare", fare).options(run).open()) {
      addRows(reader, lines);
      return reader.info();
    }
  }

  private static RunInfo hashes(RunOptions run, List<String> lines) throws IOException {
    Path folder = sqlFiles();
    HashOptions options = HashOptions.defaults().run(run);
    HashResult tree = Hashing.hashFiles(FileSet.in(folder), HashForm.TREE, options);
    lines.add(tree.digest().toString());
    tree.files().forEach(file -> lines.add(file.entry().path() + " " + file.digest()));
    lines.add(Hashing.hashFiles(FileSet.in(folder), HashForm.FLAT, options).digest().toString());
    return tree.info();
  }

  private static RunInfo schema(RunOptions run, List<String> lines) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    SchemaResult schema = SchemaBuild.in(sqlFiles()).options(run).write(text);
    text.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);
    lines.add(schema.sha256().toString());
    return schema.info();
  }

  private static Path sqlFiles() throws IOException {
    Path folder = Files.createTempDirectory("gatun-smoke");
    for (String name : List.of("10_tables/9_cities.sql", "20_seed/1_cities.seed.sql")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      try (InputStream in = open("schema/" + name)) {
        Files.copy(in, file);
      }
    }
    return folder;
  }

  private static void addRows(BatchReader reader, List<String> lines) {
    for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
      for (Row row : batch.rows()) {
        lines.add(
            IntStream.range(0, batch.columns().size())
                .mapToObj(column -> String.valueOf(row.getObject(column)))
                .collect(Collectors.joining(", ")));
      }
    }
  }

  private static InputSource source(String name) throws IOException {
    try (InputStream in = open(name)) {
      return InputSource.of(name, in.readAllBytes());
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Smoke.class.getResourceAsStream("/data/" + name);
    if (in == null) {
      throw new FileNotFoundException("data/" + name + " is not on the class path");
    }
    return in;
  }
}
