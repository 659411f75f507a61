package dev.gatun.internal.graphar;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.graph.GraphArchiveException;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.graphar.Info.Adjacency;
import dev.gatun.internal.graphar.Info.Group;
import dev.gatun.internal.graphar.Info.Property;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/// Reads the edges of one type, from the first of its adjacency lists in this order: by source and
/// ordered, by source, by target and ordered, by target.
final class EdgeReader {
  static final String SOURCE_INDEX = "_graphArSrcIndex";
  static final String TARGET_INDEX = "_graphArDstIndex";
  static final String OFFSET = "_graphArOffset";
  private static final DataType INDEX = new DataType.Int(Long.SIZE, true);

  private final BiFunction<Path, String, Path> files;
  private final ChunkReader chunks;
  private final Execution execution;

  /// @param files from who says so and a path to the file
  EdgeReader(BiFunction<Path, String, Path> files, ChunkReader chunks, Execution execution) {
    this.files = files;
    this.chunks = chunks;
    this.execution = execution;
  }

  ArchiveData.Edges read(Info.Edges info, long sources, long targets) {
    Adjacency adjacency =
        info.adjacencies().stream()
            .min(
                Comparator.comparing((Adjacency some) -> !some.order().bySource())
                    .thenComparing(some -> !some.order().ordered()))
            .orElseThrow();
    Region region = execution.ownRegion();
    SharedMemory properties = new SharedMemory(region::close);
    Region ends = execution.ownRegion();
    SharedMemory endsMemory = new SharedMemory(ends::close);
    boolean complete = false;
    try {
      Reading reading = new Reading(info, adjacency, sources, targets, region, ends);
      reading.run();
      complete = true;
      return new ArchiveData.Edges(
          info.source(),
          info.type(),
          info.target(),
          info.directed(),
          info.chunkSize(),
          new ColumnTable(
              ArchiveReader.schema(info.groups(), reading.parts),
              reading.parts,
              List.of(properties)),
          reading.from,
          reading.to,
          endsMemory);
    } finally {
      if (!complete) {
        properties.release();
        endsMemory.release();
      }
    }
  }

  /// One adjacency list.
  private final class Reading {
    private final Info.Edges info;
    private final Adjacency adjacency;
    private final long sources;
    private final long targets;
    private final long aligned;
    private final long alignedChunk;
    private final Region region;
    private final long[] counts;
    private final MemorySegment from;
    private final MemorySegment to;
    private final List<Part> parts = new ArrayList<>();
    private long next;

    Reading(
        Info.Edges info,
        Adjacency adjacency,
        long sources,
        long targets,
        Region region,
        Region ends) {
      this.info = info;
      this.adjacency = adjacency;
      this.sources = sources;
      this.targets = targets;
      this.region = region;
      boolean bySource = adjacency.order().bySource();
      this.aligned = bySource ? sources : targets;
      this.alignedChunk = bySource ? info.sourceChunkSize() : info.targetChunkSize();
      checkVertexCount();
      this.counts = new long[Math.toIntExact((aligned + alignedChunk - 1) / alignedChunk)];
      long total = 0;
      for (int part = 0; part < counts.length; part++) {
        counts[part] = Root.count(file("edge_count" + part), "the number of edges of a part");
        if (counts[part] > 0) {
          // Before memory is asked for: a count may be anything.
          String last = "chunk" + (counts[part] - 1) / info.chunkSize();
          Root.require(
              file("adj_list/part" + part + "/" + last),
              "the last chunk of " + counts[part] + " edges");
        }
        total = Math.addExact(total, counts[part]);
      }
      if (Files.exists(file("edge_count" + counts.length))) {
        throw new GraphArchiveException(
            file("edge_count" + counts.length),
            "",
            "expected no part after the %d of %d vertices, found one"
                .formatted(counts.length, aligned));
      }
      this.from = ends.allocate(total, Integer.BYTES);
      this.to = ends.allocate(total, Integer.BYTES);
    }

    private void checkVertexCount() {
      Path countFile = file("vertex_count");
      long count = Root.count(countFile, "the number of vertices");
      if (count != aligned) {
        throw new GraphArchiveException(
            countFile,
            "",
            "expected %d, the number of %s vertices, found %d"
                .formatted(
                    aligned, adjacency.order().bySource() ? info.source() : info.target(), count));
      }
    }

    private Path file(String path) {
      return files.apply(info.file(), info.prefix() + adjacency.prefix() + path);
    }

    void run() {
      for (int part = 0; part < counts.length; part++) {
        execution.checkpoint(part, counts.length);
        long first = next;
        long chunkCount = (counts[part] + info.chunkSize() - 1) / info.chunkSize();
        for (long chunk = 0; chunk < chunkCount; chunk++) {
          long left = counts[part] - chunk * info.chunkSize();
          chunk(part, "part" + part + "/chunk" + chunk, (int) Math.min(info.chunkSize(), left));
        }
        ArchiveReader.requireNone(
            file("adj_list/part" + part + "/chunk" + chunkCount), counts[part]);
        if (adjacency.order().ordered()) {
          checkOffsets(part, first);
        }
      }
    }

    private void chunk(int part, String name, int rows) {
      Path file = file("adj_list/" + name);
      try (Region scratch = execution.ownRegion()) {
        List<ArrayData> ends =
            chunks.read(
                file,
                adjacency.fileType(),
                List.of(
                    new Field(SOURCE_INDEX, INDEX, false), new Field(TARGET_INDEX, INDEX, false)),
                rows,
                scratch);
        for (int row = 0; row < rows; row++, next++) {
          long u = Types.integer(ends.get(0), row);
          long v = Types.integer(ends.get(1), row);
          checkEnds(file, part, u, v);
          from.setAtIndex(JAVA_INT, next, (int) u);
          to.setAtIndex(JAVA_INT, next, (int) v);
        }
      }
      List<ArrayData> columns = new ArrayList<>();
      for (Group group : info.groups()) {
        List<Field> fields = group.properties().stream().map(Property::field).toList();
        Path groupFile = file(group.prefix() + name);
        columns.addAll(chunks.read(groupFile, group.fileType(), fields, rows, region));
      }
      parts.add(new Part(rows, columns));
    }

    private void checkEnds(Path file, int part, long u, long v) {
      requireWithin(file, SOURCE_INDEX, u, 0, sources);
      requireWithin(file, TARGET_INDEX, v, 0, targets);
      boolean bySource = adjacency.order().bySource();
      long first = part * alignedChunk;
      long end = Math.min(aligned, first + alignedChunk);
      requireWithin(file, bySource ? SOURCE_INDEX : TARGET_INDEX, bySource ? u : v, first, end);
    }

    private static void requireWithin(Path file, String column, long value, long first, long end) {
      if (value < first || value >= end) {
        throw new GraphArchiveException(
            file, column, "expected %d to %d, found %d".formatted(first, end - 1, value));
      }
    }

    /// Offsets say where the edges of each vertex begin among those of the part, and where the last
    /// ones end. Some writers fill the last part up with the latter.
    private void checkOffsets(int part, long first) {
      Path file = file("offset/chunk" + part);
      long base = part * alignedChunk;
      int vertices = (int) Math.min(alignedChunk, aligned - base);
      try (Region scratch = execution.ownRegion()) {
        ArrayData column =
            chunks
                .read(
                    file,
                    adjacency.fileType(),
                    List.of(new Field(OFFSET, INDEX, false)),
                    ChunkReader.ANY,
                    scratch)
                .getFirst();
        if (column.length() != vertices + 1 && column.length() != alignedChunk + 1) {
          throw new GraphArchiveException(
              file, "", "expected %d rows, found %d".formatted(vertices + 1, column.length()));
        }
        MemorySegment ends = adjacency.order().bySource() ? from : to;
        long edge = 0;
        for (int row = 0; row < column.length(); row++) {
          while (row > 0
              && edge < counts[part]
              && ends.getAtIndex(JAVA_INT, first + edge) == base + row - 1) {
            edge++;
          }
          long found = Types.integer(column, row);
          if (found != edge) {
            throw new GraphArchiveException(
                file, OFFSET, "expected %d in row %d, found %d".formatted(edge, row, found));
          }
        }
        if (edge != counts[part]) {
          throw new GraphArchiveException(
              file("adj_list/part" + part),
              adjacency.order().bySource() ? SOURCE_INDEX : TARGET_INDEX,
              "expected the edges in order of their vertices, found others");
        }
      }
    }
  }
}
