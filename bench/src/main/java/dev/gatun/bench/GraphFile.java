package dev.gatun.bench;

import dev.gatun.RunOptions;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.WeightType;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A raw edge list as three files: `NAME.bin` (int32 pairs), `NAME.w8` (a weight of one byte per
/// edge) and `NAME.json` (`"n"` and `"directed"`).
final class GraphFile {
  private final Path base;
  private final String description;

  GraphFile(String base) throws IOException {
    this.base = Path.of(base);
    this.description = Files.readString(beside(".json"));
  }

  private Path beside(String ending) {
    return base.resolveSibling(base.getFileName() + ending);
  }

  boolean directed() {
    return description.contains("\"directed\":true");
  }

  int vertices() {
    Matcher n = Pattern.compile("\"n\":(\\d+)").matcher(description);
    if (!n.find()) {
      throw new IllegalArgumentException(beside(".json") + " has no \"n\"");
    }
    return Integer.parseInt(n.group(1));
  }

  /// The pairs, unweighted.
  EdgeList edges() {
    EdgeListReader reader = EdgeListReader.defaults().format(EdgeListReader.Format.BINARY_PAIRS);
    return reader.ids(EdgeListReader.Ids.DENSE).read(beside(".bin"), RunOptions.defaults());
  }

  /// The pairs with their weights as int32, in memory of the arena.
  EdgeList weightedEdges(Arena arena) throws IOException {
    MemorySegment pairs = read(beside(".bin"), arena);
    long count = pairs.byteSize() / (2 * Integer.BYTES);
    MemorySegment bytes = read(beside(".w8"), arena);
    MemorySegment weights = arena.allocate(count * Integer.BYTES, Integer.BYTES);
    MemorySegment source = arena.allocate(count * Integer.BYTES, Integer.BYTES);
    MemorySegment target = arena.allocate(count * Integer.BYTES, Integer.BYTES);
    for (long i = 0; i < count; i++) {
      int weight = Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, i));
      weights.setAtIndex(ValueLayout.JAVA_INT, i, weight);
      source.setAtIndex(ValueLayout.JAVA_INT, i, pairs.getAtIndex(ValueLayout.JAVA_INT, 2 * i));
      target.setAtIndex(ValueLayout.JAVA_INT, i, pairs.getAtIndex(ValueLayout.JAVA_INT, 2 * i + 1));
    }
    return EdgeList.of(source, target, weights, WeightType.INT32);
  }

  private static MemorySegment read(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }
}
