package dev.gatun.internal.parquet.read;

import dev.gatun.arrow.DataType;
import dev.gatun.internal.arrow.FixedWidths;
import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.ColumnChunk;
import java.util.List;

/// About how many bytes a row of each leaf takes in a batch, by the metadata of one row group.
final class RowWidths {
  /// Bytes of a string in a dictionary, whose size in the file says nothing about that.
  private static final long DICTIONARY_STRING = 20;

  private RowWidths() {}

  /// @param rowGroup one that is typical, -1 when there is none
  static long[] of(List<LeafPlan> leaves, Footer footer, int rowGroup) {
    return leaves.stream().mapToLong(leaf -> of(leaf.node(), footer, rowGroup)).toArray();
  }

  private static long of(ReadNode leaf, Footer footer, int rowGroup) {
    DataType type = leaf.field().type();
    long fixed = type instanceof DataType.Bool ? 1 : FixedWidths.of(type);
    long rows = rowGroup < 0 ? 0 : footer.rows(rowGroup);
    if (rows == 0) {
      return fixed > 0 ? fixed : DICTIONARY_STRING;
    }
    ColumnChunk chunk = footer.chunk(rowGroup, leaf.leaf().index());
    long width = fixed > 0 ? fixed : Integer.BYTES + stringWidth(chunk);
    return Math.max(1, (long) (width * ((double) chunk.values() / rows)));
  }

  private static long stringWidth(ColumnChunk chunk) {
    long values = Math.max(1, chunk.values());
    long known = chunk.sizes().byteArrayBytes();
    if (known >= 0) {
      return known / values;
    }
    long stored = chunk.uncompressedSize() / values;
    return chunk.dictionaryPageOffset() >= 0 ? Math.max(stored, DICTIONARY_STRING) : stored;
  }
}
