package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csv_cells;
import dev.gatun.bindings.generated.gatun_csv_outcome;
import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter.Outcome;
import dev.gatun.internal.kernel.CsvRules;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The arguments of a converter's native function: the cells of one column, and what came of them.
/// For one thread at a time.
final class CsvColumn {
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment cells = gatun_csv_cells.allocate(arena);
  private final MemorySegment outcome = gatun_csv_outcome.allocate(arena);
  private final MemorySegment error = gatun_error.allocate(arena);

  CsvColumn(CsvRules rules) {
    MemorySegment nulls = tokens(rules.nulls(), arena);
    gatun_csv_cells.nulls(cells, nulls);
    gatun_csv_cells.null_bytes(cells, nulls.byteSize());
    gatun_csv_cells.quote(cells, (byte) rules.quote());
    gatun_csv_cells.escape(cells, (byte) rules.escape());
    gatun_csv_cells.decimal(cells, (byte) rules.decimal());
    gatun_csv_cells.grouping(cells, (byte) rules.grouping());
  }

  /// Tokens as the kernels take them, each a byte with its length and then its bytes.
  static MemorySegment tokens(List<byte[]> tokens, Arena arena) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] token : tokens) {
      joined.write(token.length);
      joined.writeBytes(token);
    }
    MemorySegment segment = arena.allocate(joined.size() + CsvCells.SLACK);
    MemorySegment.copy(MemorySegment.ofArray(joined.toByteArray()), 0, segment, 0, joined.size());
    return segment.asSlice(0, joined.size());
  }

  /// Points at a column, checking that its cells are inside their segments.
  void point(CsvCells block, int column, @Nullable MemorySegment misfits) {
    Objects.checkIndex(column, block.width());
    long last = (long) block.rows() * block.width() * Integer.BYTES;
    Objects.checkFromToIndex(0, last, block.starts().byteSize());
    Objects.checkFromToIndex(0, last, block.ends().byteSize());
    long first = block.rows() == 0 ? 0 : (long) column * Integer.BYTES;
    gatun_csv_cells.text(cells, block.text());
    gatun_csv_cells.starts(cells, block.starts().asSlice(first));
    gatun_csv_cells.ends(cells, block.ends().asSlice(first));
    gatun_csv_cells.stride(cells, block.width());
    gatun_csv_cells.rows(cells, block.rows());
    if (misfits != null) {
      checkBitmap(misfits, block.rows());
    }
    gatun_csv_cells.misfits(cells, misfits == null ? MemorySegment.NULL : misfits);
  }

  /// Checks that an output has room for so many bytes and the slack.
  static void checkValues(MemorySegment values, long bytes) {
    Objects.checkFromToIndex(0, bytes + CsvCells.SLACK, values.byteSize());
  }

  /// Checks that a bitmap has room for `rows` bits in whole words.
  static void checkBitmap(MemorySegment bitmap, int rows) {
    Objects.checkFromToIndex(0, (rows + 63L) / 64 * Long.BYTES, bitmap.byteSize());
  }

  MemorySegment cells() {
    return cells;
  }

  MemorySegment outcome() {
    return outcome;
  }

  MemorySegment error() {
    return error;
  }

  /// What the function put into [#outcome], unless its status is an error's.
  Outcome result(String kernel, int status) {
    if (status != 0) {
      throw NativeErrors.decoding(kernel, status, error);
    }
    return new Outcome(
        (int) gatun_csv_outcome.nulls(outcome),
        (int) gatun_csv_outcome.misfits(outcome),
        (int) gatun_csv_outcome.first_misfit(outcome));
  }
}
