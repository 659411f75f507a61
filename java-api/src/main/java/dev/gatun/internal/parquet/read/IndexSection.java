package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetHybrid.Layout;
import java.lang.foreign.ValueLayout;

/// Dictionary indexes: their bit width in one byte, then runs.
final class IndexSection {
  private static final int MOST_BITS = 32;

  private IndexSection() {}

  /// Starts a cursor on them. A page without values may be empty.
  static void begin(Counted<ParquetHybrid.Cursor> counted, Section section) {
    ParquetHybrid.Cursor cursor = counted.kernel();
    counted.tally().bytes(section.size());
    if (section.size() == 0) {
      cursor.begin(section.data(), section.offset(), 0, 1, Layout.HYBRID);
      return;
    }
    int bits = Byte.toUnsignedInt(section.data().get(ValueLayout.JAVA_BYTE, section.offset()));
    if (bits > MOST_BITS) {
      throw new DecodeException(0, "dictionary indexes of " + bits + " bits");
    }
    Section runs = section.after(1);
    cursor.begin(runs.data(), runs.offset(), runs.size(), bits, Layout.HYBRID);
  }
}
