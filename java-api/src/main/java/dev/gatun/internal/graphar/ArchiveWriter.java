package dev.gatun.internal.graphar;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.graphar.ChunkWriter.Numbers;
import dev.gatun.internal.io.IoFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Writes a graph with chunks in CSV, edges ordered by source.
public final class ArchiveWriter {
  private static final String PROPERTIES = "properties/";

  private final ArchiveData data;
  private final Path folder;

  private ArchiveWriter(ArchiveData data, Path folder) {
    this.data = data;
    this.folder = folder;
  }

  /// Writes a graph.
  ///
  /// @return its information file
  /// @throws IllegalArgumentException when a name or type cannot be written, or the folder is not
  ///     empty
  public static Path write(ArchiveData data, Path folder) {
    ArchiveWriter writer = new ArchiveWriter(data, folder);
    writer.check();
    try {
      return writer.write();
    } catch (IOException e) {
      throw IoFailures.of(folder.toString(), e);
    }
  }

  private void check() {
    checkName(data.name());
    data.vertices()
        .forEach(
            (type, vertices) -> {
              checkName(type);
              checkFields(vertices.table().schema().fields());
            });
    Set<String> names = new HashSet<>();
    for (ArchiveData.Edges edges : data.edges()) {
      checkName(edges.type());
      checkFields(edges.table().schema().fields());
      if (!names.add(name(edges))) {
        throw new IllegalArgumentException("two types of edges would be files " + name(edges));
      }
    }
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new IllegalArgumentException(folder + " is not empty");
        }
      } catch (IOException e) {
        throw IoFailures.of(folder.toString(), e);
      }
    }
  }

  /// Names of types are names of files.
  private static void checkName(String name) {
    boolean plain =
        name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0);
    if (name.isEmpty() || name.startsWith(".") || !plain) {
      throw new IllegalArgumentException("\"" + name + "\" cannot be part of a file's name");
    }
  }

  private static void checkFields(List<Field> fields) {
    for (Field field : fields) {
      typeName(field);
      if (field.name().isEmpty() || field.name().chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("\"" + field.name() + "\" cannot name a property");
      }
    }
  }

  /// The data type that values of a field have when they are written.
  private static String typeName(Field field) {
    return switch (field.type()) {
      case DataType.Bool _ -> "bool";
      case DataType.Int(int bits, boolean signed)
          when bits < Integer.SIZE || (signed && bits == Integer.SIZE) ->
          "int32";
      case DataType.Int(int bits, boolean signed) when signed || bits < Long.SIZE -> "int64";
      case DataType.FloatingPoint(int bits) -> bits <= Float.SIZE ? "float" : "double";
      case DataType.Utf8 _, DataType.Utf8View _, DataType.Dictionary(DataType.Utf8 _) -> "string";
      case DataType.Date _ -> "date";
      case DataType.Timestamp(TimeUnit unit, String zone)
          when zone == null && unit.compareTo(TimeUnit.MILLISECOND) <= 0 ->
          "timestamp";
      case DataType.Time(TimeUnit unit) when unit.compareTo(TimeUnit.MILLISECOND) <= 0 -> "time";
      default ->
          throw new IllegalArgumentException(
              "property \"%s\" is %s, which GraphAr in CSV has no form for"
                  .formatted(field.name(), field.type()));
    };
  }

  private static String name(ArchiveData.Edges edges) {
    return edges.source() + "_" + edges.type() + "_" + edges.target();
  }

  private Path write() throws IOException {
    Files.createDirectories(folder);
    StringBuilder info = new StringBuilder("name: " + data.name() + "\nprefix: ./\n");
    info.append(data.vertices().isEmpty() ? "" : "vertices:\n");
    for (var type : data.vertices().entrySet()) {
      writeVertices(type.getKey(), type.getValue());
      info.append("  - ").append(type.getKey()).append(".vertex.yml\n");
    }
    info.append(data.edges().isEmpty() ? "" : "edges:\n");
    for (ArchiveData.Edges edges : data.edges()) {
      writeEdges(edges);
      info.append("  - ").append(name(edges)).append(".edge.yml\n");
    }
    info.append("version: gar/v1\n");
    Path file = folder.resolve(data.name() + ".graph.yml");
    Files.writeString(file, info);
    return file;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String groups(List<Field> fields, List<String> primary) {
    if (fields.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("property_groups:\n  - prefix: " + PROPERTIES + "\n");
    text.append("    file_type: csv\n    properties:\n");
    for (Field field : fields) {
      boolean isPrimary = primary.contains(field.name());
      text.append("      - name: ").append(quoted(field.name())).append('\n');
      text.append("        data_type: ").append(typeName(field)).append('\n');
      text.append("        is_primary: ").append(isPrimary).append('\n');
      text.append("        is_nullable: ").append(field.nullable() && !isPrimary).append('\n');
    }
    return text.toString();
  }

  private static void count(Path file, long count) throws IOException {
    Files.write(
        file,
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(count).array());
  }

  private void writeVertices(String type, ArchiveData.Vertices vertices) throws IOException {
    Path home = Files.createDirectories(folder.resolve("vertex").resolve(type));
    List<Field> fields = vertices.table().schema().fields();
    long rows = vertices.table().rows();
    count(home.resolve("vertex_count"), rows);
    if (!fields.isEmpty()) {
      Path chunks = Files.createDirectories(home.resolve(PROPERTIES));
      try (TableRows table = new TableRows(vertices.table())) {
        for (long first = 0; first < rows; first += vertices.chunkSize()) {
          Path file = chunks.resolve("chunk" + first / vertices.chunkSize());
          try (ChunkWriter writer =
              new ChunkWriter(file, List.of(ArchiveReader.VERTEX_INDEX), fields)) {
            long end = Math.min(rows, first + vertices.chunkSize());
            for (long row = first; row < end; row++) {
              writer.write(table, row, row);
            }
          }
        }
      }
    }
    Files.writeString(
        folder.resolve(type + ".vertex.yml"),
        "type: %s\nchunk_size: %d\nprefix: vertex/%s/\n%sversion: gar/v1\n"
            .formatted(type, vertices.chunkSize(), type, groups(fields, vertices.primary())));
  }

  private void writeEdges(ArchiveData.Edges edges) throws IOException {
    String prefix = "edge/" + name(edges) + "/";
    Path home = Files.createDirectories(folder.resolve(prefix + "ordered_by_source"));
    ArchiveData.Vertices sources = data.verticesOf(edges.source());
    ArchiveData.Vertices targets = data.verticesOf(edges.target());
    int n = Math.toIntExact(sources.table().rows());
    List<Field> fields = edges.table().schema().fields();
    count(home.resolve("vertex_count"), n);
    long[] begins = begins(edges, n);
    long[] order = order(edges, begins);
    try (TableRows table = new TableRows(edges.table())) {
      for (long first = 0, part = 0; first < n; first += sources.chunkSize(), part++) {
        int end = (int) Math.min(n, first + sources.chunkSize());
        long from = begins[(int) first];
        long to = begins[end];
        count(home.resolve("edge_count" + part), to - from);
        writeOffsets(home.resolve("offset").resolve("chunk" + part), begins, (int) first, end);
        for (long at = from, chunk = 0; at < to; at += edges.chunkSize(), chunk++) {
          long stop = Math.min(to, at + edges.chunkSize());
          String name = "part" + part + "/chunk" + chunk;
          writeEnds(home.resolve("adj_list").resolve(name), edges, order, at, stop);
          if (!fields.isEmpty()) {
            writeProperties(home.resolve(PROPERTIES).resolve(name), fields, table, order, at, stop);
          }
        }
      }
    }
    Files.writeString(
        folder.resolve(name(edges) + ".edge.yml"),
        """
        src_type: %s
        edge_type: %s
        dst_type: %s
        chunk_size: %d
        src_chunk_size: %d
        dst_chunk_size: %d
        directed: %s
        prefix: %s
        adj_lists:
          - ordered: true
            aligned_by: src
            prefix: ordered_by_source/
            file_type: csv
        %sversion: gar/v1
        """
            .formatted(
                edges.source(),
                edges.type(),
                edges.target(),
                edges.chunkSize(),
                sources.chunkSize(),
                targets.chunkSize(),
                edges.directed(),
                prefix,
                groups(fields, List.of())));
  }

  /// Where the edges of each source begin, once they are ordered.
  private static long[] begins(ArchiveData.Edges edges, int n) {
    long[] begins = new long[n + 1];
    for (long edge = 0; edge < edges.count(); edge++) {
      begins[edges.from().getAtIndex(JAVA_INT, edge) + 1]++;
    }
    for (int v = 0; v < n; v++) {
      begins[v + 1] += begins[v];
    }
    return begins;
  }

  /// The edges ordered by source, those of one source as they are.
  private static long[] order(ArchiveData.Edges edges, long[] begins) {
    long[] order = new long[Math.toIntExact(edges.count())];
    long[] next = begins.clone();
    for (long edge = 0; edge < order.length; edge++) {
      order[(int) next[edges.from().getAtIndex(JAVA_INT, edge)]++] = edge;
    }
    return order;
  }

  private static void writeOffsets(Path file, long[] begins, int first, int end)
      throws IOException {
    try (Numbers writer = new Numbers(file, EdgeReader.OFFSET)) {
      for (int v = first; v <= end; v++) {
        writer.write(begins[v] - begins[first]);
      }
    }
  }

  private static void writeEnds(
      Path file, ArchiveData.Edges edges, long[] order, long from, long to) throws IOException {
    try (Numbers writer = new Numbers(file, EdgeReader.SOURCE_INDEX, EdgeReader.TARGET_INDEX)) {
      for (long at = from; at < to; at++) {
        long edge = order[(int) at];
        writer.write(
            edges.from().getAtIndex(JAVA_INT, edge), edges.to().getAtIndex(JAVA_INT, edge));
      }
    }
  }

  private static void writeProperties(
      Path file, List<Field> fields, TableRows table, long[] order, long from, long to)
      throws IOException {
    try (ChunkWriter writer = new ChunkWriter(file, List.of(), fields)) {
      for (long at = from; at < to; at++) {
        writer.write(table, order[(int) at]);
      }
    }
  }
}
