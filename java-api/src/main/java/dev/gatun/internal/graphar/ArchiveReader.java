package dev.gatun.internal.graphar;

import dev.gatun.RunOptions;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.graph.GraphArchiveException;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.graphar.Info.Group;
import dev.gatun.internal.graphar.Info.Property;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads all vertices and edges of a graph into memory, checking that the data files are what the
/// information files say.
public final class ArchiveReader {
  static final String VERTEX_INDEX = "_graphArVertexIndex";

  private final Root root;
  private final Info.Graph info;
  private final ChunkReader chunks;
  private final Execution execution;

  private ArchiveReader(Root root, Info.Graph info, RunOptions options, Execution execution) {
    this.root = root;
    this.info = info;
    this.chunks = new ChunkReader(options);
    this.execution = execution;
  }

  /// Reads a graph.
  ///
  /// @param file its information file
  /// @throws GraphArchiveException when something is not what it should be
  public static ArchiveData read(Path file, RunOptions options) {
    Path folder = file.toAbsolutePath().getParent();
    Root.require(file, "the graph");
    Root root = new Root(folder == null ? Path.of(".") : folder);
    Info.Graph info = new InfoReader(root).graph(file);
    try (Execution execution = Execution.begin("graph archive", "reading " + file, options)) {
      return execution.completed(new ArchiveReader(root, info, options, execution).read());
    }
  }

  private ArchiveData read() {
    Map<String, ArchiveData.Vertices> vertices = new LinkedHashMap<>();
    List<ArchiveData.Edges> edges = new ArrayList<>();
    ArchiveData data = new ArchiveData(info.name(), vertices, edges);
    boolean complete = false;
    try {
      for (Info.Vertices type : info.vertices()) {
        vertices.put(type.type(), vertices(type));
      }
      EdgeReader reader = new EdgeReader(this::file, chunks, execution);
      for (Info.Edges type : info.edges()) {
        edges.add(
            reader.read(
                type,
                data.verticesOf(type.source()).table().rows(),
                data.verticesOf(type.target()).table().rows()));
      }
      complete = true;
      return data;
    } finally {
      if (!complete) {
        data.close();
      }
    }
  }

  /// A data file.
  private Path file(Path said, String path) {
    return root.resolve(info.prefix() + path, said, "prefix");
  }

  private ArchiveData.Vertices vertices(Info.Vertices type) {
    Path countFile = file(type.file(), type.prefix() + "vertex_count");
    long count = Root.count(countFile, "the number of " + type.type() + " vertices");
    if (count > Integer.MAX_VALUE) {
      throw new GraphArchiveException(
          countFile, "", "expected at most 2^31 - 1 vertices, found " + count);
    }
    long parts = (count + type.chunkSize() - 1) / type.chunkSize();
    Region region = execution.ownRegion();
    SharedMemory memory = new SharedMemory(region::close);
    boolean complete = false;
    try {
      List<Part> read = new ArrayList<>();
      for (long chunk = 0; chunk < parts; chunk++) {
        execution.checkpoint(chunk, parts);
        long first = chunk * type.chunkSize();
        int rows = (int) Math.min(type.chunkSize(), count - first);
        List<ArrayData> columns = new ArrayList<>();
        for (Group group : type.groups()) {
          Path file = file(type.file(), type.prefix() + group.prefix() + "chunk" + chunk);
          columns.addAll(group(file, group, first, rows, region));
        }
        read.add(new Part(rows, columns));
      }
      for (Group group : type.groups()) {
        requireNone(file(type.file(), type.prefix() + group.prefix() + "chunk" + parts), count);
      }
      complete = true;
      return new ArchiveData.Vertices(
          type.chunkSize(),
          new ColumnTable(schema(type.groups(), read), read, List.of(memory)),
          primary(type.groups()));
    } finally {
      if (!complete) {
        memory.release();
      }
    }
  }

  static void requireNone(Path file, long count) {
    if (Files.exists(file)) {
      throw new GraphArchiveException(
          file, "", "expected no chunk after the last of %d rows, found one".formatted(count));
    }
  }

  static List<String> primary(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.properties().stream())
        .filter(Property::primary)
        .map(property -> property.field().name())
        .toList();
  }

  /// The columns of all properties, with the types that were found.
  static Schema schema(List<Group> groups, List<Part> parts) {
    List<Field> declared =
        groups.stream().flatMap(group -> group.properties().stream()).map(Property::field).toList();
    return new Schema(
        parts.isEmpty()
            ? declared
            : parts.getFirst().columns().stream().map(ArrayData::field).toList(),
        Map.of());
  }

  /// The properties of a group. Its files may have the index of each vertex.
  private List<ArrayData> group(Path file, Group group, long first, int rows, Region region) {
    List<Field> fields = new ArrayList<>(group.properties().stream().map(Property::field).toList());
    boolean indexed = chunks.has(file, group.fileType(), VERTEX_INDEX);
    if (indexed) {
      fields.add(new Field(VERTEX_INDEX, new DataType.Int(Long.SIZE, true), false));
    }
    List<ArrayData> columns =
        new ArrayList<>(chunks.read(file, group.fileType(), fields, rows, region));
    if (indexed) {
      checkIndex(file, columns.removeLast(), first);
    }
    return columns;
  }

  private static void checkIndex(Path file, ArrayData index, long first) {
    for (int row = 0; row < index.length(); row++) {
      long found = Types.integer(index, row);
      if (found != first + row) {
        throw new GraphArchiveException(
            file, VERTEX_INDEX, "expected %d, found %d".formatted(first + row, found));
      }
    }
  }
}
