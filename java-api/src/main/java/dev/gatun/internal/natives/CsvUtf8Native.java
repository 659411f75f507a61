package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvUtf8;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// [CsvUtf8] by `gatun_csv_utf8_first_invalid`.
public final class CsvUtf8Native implements CsvUtf8 {
  @Override
  public long firstInvalid(MemorySegment text, long from, long to) {
    Objects.checkFromToIndex(from, to, text.byteSize() - CsvCells.SLACK);
    return gatun_h.gatun_csv_utf8_first_invalid(text, from, to);
  }
}
