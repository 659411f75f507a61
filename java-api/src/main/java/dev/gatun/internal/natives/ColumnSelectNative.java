package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.ColumnFilter;
import dev.gatun.internal.kernel.ColumnSelect;
import java.lang.foreign.MemorySegment;

/// [ColumnSelect] by `gatun_column_select_*`.
public final class ColumnSelectNative implements ColumnSelect {
  private static final String NAME = "column_select";

  @Override
  public void fixed(Selection selection, int width, MemorySegment values, MemorySegment out) {
    ColumnFilter.requireBytes(values, (long) selection.rows() * width);
    ColumnFilter.requireBytes(out, (long) selection.kept() * width);
    NativeErrors.count(
        NAME,
        gatun_h.gatun_column_select_fixed(
            selection.rows(), selection.bits(), selection.kept(), width, values, out));
  }

  @Override
  public int bits(Selection selection, MemorySegment values, MemorySegment out) {
    ColumnFilter.requireBytes(values, (selection.rows() + 7L) / 8);
    ColumnFilter.requireBytes(out, (selection.kept() + 7L) / 8);
    return (int)
        NativeErrors.count(
            NAME,
            gatun_h.gatun_column_select_bits(
                selection.rows(), selection.bits(), selection.kept(), values, out));
  }

  @Override
  public long strings(
      Selection selection,
      MemorySegment offsets,
      MemorySegment bytes,
      MemorySegment outOffsets,
      MemorySegment outBytes) {
    ColumnFilter.requireBytes(offsets, (selection.rows() + 1L) * Integer.BYTES);
    ColumnFilter.requireBytes(outOffsets, (selection.kept() + 1L) * Integer.BYTES);
    return NativeErrors.count(
        NAME,
        gatun_h.gatun_column_select_strings(
            selection.rows(),
            selection.bits(),
            selection.kept(),
            offsets,
            bytes,
            outOffsets,
            outBytes,
            outBytes.byteSize()));
  }

  @Override
  public int lists(
      Selection selection,
      MemorySegment offsets,
      int elements,
      MemorySegment outOffsets,
      MemorySegment elementSelection) {
    ColumnFilter.requireBytes(offsets, (selection.rows() + 1L) * Integer.BYTES);
    ColumnFilter.requireBytes(outOffsets, (selection.kept() + 1L) * Integer.BYTES);
    ColumnFilter.requireBytes(elementSelection, (elements + 7L) / 8);
    return (int)
        NativeErrors.count(
            NAME,
            gatun_h.gatun_column_select_lists(
                selection.rows(),
                selection.bits(),
                selection.kept(),
                offsets,
                outOffsets,
                elementSelection,
                elements));
  }
}
