package dev.gatun.corpus;

import dev.gatun.graph.WeightType;
import dev.gatun.support.Edges;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A validation graph of LDBC Graphalytics.
///
/// @param ids by vertex, ascending
record LdbcGraph(long[] ids, Edges edges) {

  /// From a vertex list: `v n1 n2 …` a line; a neighbour may have no line of its own.
  static LdbcGraph ofVertexList(Path file) {
    List<long[]> pairs = new ArrayList<>();
    TreeMap<Long, Integer> vertices = new TreeMap<>();
    for (String line : Corpus.lines(file)) {
      long[] row = Arrays.stream(line.strip().split("\\s+")).mapToLong(Long::parseLong).toArray();
      Arrays.stream(row).forEach(id -> vertices.put(id, 0));
      Arrays.stream(row).skip(1).forEach(id -> pairs.add(new long[] {row[0], id}));
    }
    long[] ids = number(vertices);
    return new LdbcGraph(
        ids,
        Edges.unweighted(
            ids.length,
            pairs.stream().mapToInt(pair -> vertices.get(pair[0])).toArray(),
            pairs.stream().mapToInt(pair -> vertices.get(pair[1])).toArray()));
  }

  /// From `NAME.v`, one vertex a line, and `NAME.e`, `source target weight` a line.
  static LdbcGraph ofEdges(Path folder, String name) {
    TreeMap<Long, Integer> vertices = new TreeMap<>();
    Corpus.lines(folder.resolve(name + ".v"))
        .forEach(line -> vertices.put(Long.parseLong(line.strip()), 0));
    long[] ids = number(vertices);
    List<String[]> rows =
        Corpus.lines(folder.resolve(name + ".e")).stream()
            .map(line -> line.strip().split("\\s+"))
            .toList();
    Edges edges =
        Edges.unweighted(
            ids.length,
            rows.stream().mapToInt(row -> vertices.get(Long.parseLong(row[0]))).toArray(),
            rows.stream().mapToInt(row -> vertices.get(Long.parseLong(row[1]))).toArray());
    double[] weights = rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray();
    return new LdbcGraph(ids, edges.withWeights(WeightType.FLOAT64, weights));
  }

  private static long[] number(TreeMap<Long, Integer> vertices) {
    int next = 0;
    for (Map.Entry<Long, Integer> entry : vertices.entrySet()) {
      entry.setValue(next++);
    }
    return vertices.keySet().stream().mapToLong(id -> id).toArray();
  }

  /// The vertex with an id.
  int vertex(long id) {
    return Arrays.binarySearch(ids, id);
  }

  /// The expected value of each vertex, from `id value` a line.
  String[] values(Path file) {
    Map<Integer, String> values =
        Corpus.lines(file).stream()
            .map(line -> line.strip().split("\\s+"))
            .collect(Collectors.toMap(row -> vertex(Long.parseLong(row[0])), row -> row[1]));
    String[] byVertex = new String[ids.length];
    values.forEach((v, value) -> byVertex[v] = value);
    return byVertex;
  }
}
