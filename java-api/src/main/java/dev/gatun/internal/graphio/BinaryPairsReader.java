package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.InputFormatException;
import dev.gatun.graph.WeightType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/// Reads pairs of int32 in little-endian order, source and target, straight to where they stay.
public final class BinaryPairsReader {
  private static final ValueLayout.OfInt STORED = JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final boolean SWAP = ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN;
  private static final long PIECE = 1 << 20;
  private static final int PAIR = 2 * Integer.BYTES;

  private final ByteSource source;
  private final long vertices;
  private final OffHeapArray memory;
  private long filled;
  private long checked;
  private int largest = -1;

  private BinaryPairsReader(ByteSource source, long vertices) {
    this.source = source;
    this.vertices = vertices;
    this.memory = new OffHeapArray(source, source.plainSize() + PAIR);
  }

  /// Reads all pairs.
  ///
  /// @throws InputFormatException at an id out of range, or when the last pair is not whole
  public static EdgeData read(ByteSource source, ReadOptions options) {
    WeightType wish = options.weights();
    if (wish != null && wish != WeightType.NONE) {
      throw new IllegalArgumentException(wish + " weights are wanted, but binary pairs have none");
    }
    int given = options.vertices();
    BinaryPairsReader reader =
        new BinaryPairsReader(source, given >= 0 ? given : Integer.MAX_VALUE);
    reader.readAll();
    return new EdgeData(
        List.of(reader.memory.keep()),
        reader.memory.filled(),
        reader.filled / PAIR,
        null,
        WeightType.NONE,
        new EdgeIds.Numbered(given >= 0 ? given : reader.largest + 1, 0),
        false);
  }

  private void readAll() {
    long plain = source.plainSize();
    int n;
    do {
      // At the end of a plain file there is room for a little more, to see that nothing follows.
      long room = plain == 0 ? PIECE : Math.clamp(plain - filled, PAIR, PIECE);
      n = source.read(memory.reserve(room), 0, (int) room);
      if (n > 0) {
        memory.advance(n);
        filled += n;
        check();
      }
    } while (n >= 0);
    if (filled % PAIR != 0) {
      throw new InputFormatException(
          source.name(),
          0,
          0,
          filled / PAIR * PAIR,
          "expected a pair of " + PAIR + " bytes, found the end after " + filled % PAIR);
    }
  }

  /// Looks at the ids that became whole.
  private void check() {
    int ids = (int) ((filled - checked) / Integer.BYTES);
    MemorySegment piece = memory.filled().asSlice(checked, (long) ids * Integer.BYTES);
    int signs = 0;
    int most = largest;
    for (int i = 0; i < ids; i++) {
      int id = piece.getAtIndex(STORED, i);
      signs |= id;
      most = Math.max(most, id);
    }
    if (signs < 0 || most >= vertices) {
      throw outOfRange(piece, ids);
    }
    if (SWAP) {
      for (int i = 0; i < ids; i++) {
        piece.setAtIndex(JAVA_INT, i, piece.getAtIndex(STORED, i));
      }
    }
    largest = most;
    checked += (long) ids * Integer.BYTES;
  }

  private InputFormatException outOfRange(MemorySegment piece, int ids) {
    int i = 0;
    while (i < ids - 1 && isVertex(piece.getAtIndex(STORED, i))) {
      i++;
    }
    return new InputFormatException(
        source.name(),
        0,
        0,
        checked + (long) i * Integer.BYTES,
        "expected a vertex id from 0 to "
            + (vertices - 1)
            + ", found "
            + piece.getAtIndex(STORED, i));
  }

  private boolean isVertex(int id) {
    return id >= 0 && id < vertices;
  }
}
