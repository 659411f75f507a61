package dev.gatun.internal.arrow;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.ColumnSelect;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// The rows of a table that a selection keeps, as a table of its own, copied.
public final class TableFilter {
  private TableFilter() {}

  /// Which rows of a part are kept.
  ///
  /// @param bits one bit a row
  /// @param kept number of ones
  public record Kept(MemorySegment bits, int kept) {
    /// Whether a row is.
    public boolean has(int row) {
      return (bits.get(ValueLayout.JAVA_BYTE, row >>> 3) >> (row & 7) & 1) != 0;
    }
  }

  /// @param kept for each part
  public static ColumnTable select(ColumnTable table, List<Kept> kept, Execution execution) {
    Tallies tallies = new Tallies(execution.engine());
    Counted<ColumnSelect> kernel = tallies.on(Kernels.COLUMN_SELECT);
    Region result = execution.ownRegion();
    SharedMemory memory = new SharedMemory(result::close);
    List<SharedMemory> held = table.retain();
    boolean complete = false;
    try {
      ArrayCopy copies = new ArrayCopy(result);
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < kept.size(); i++) {
        execution.checkpoint(i, kept.size());
        Kept some = kept.get(i);
        if (some.kept() > 0) {
          parts.add(select(table.parts().get(i), some, kernel, copies));
        }
      }
      complete = true;
      return new ColumnTable(table.schema(), parts, List.of(memory));
    } finally {
      tallies.flush();
      held.forEach(SharedMemory::release);
      if (!complete) {
        memory.release();
      }
    }
  }

  private static Part select(Part part, Kept kept, Counted<ColumnSelect> kernel, ArrayCopy copies) {
    try (Region scratch = new Region(MemoryAccount.process())) {
      Selection selection = new Selection(part.rows(), kept.bits(), kept.kept());
      ArrayCopy changing = new ArrayCopy(scratch);
      ArraySelector selector = new ArraySelector(kernel, (bytes, _) -> scratch.allocate(bytes));
      List<ArrayData> columns = new ArrayList<>();
      for (ArrayData column : part.columns()) {
        columns.add(copies.of(selector.select(changing.ofRows(column), selection)));
      }
      return new Part(kept.kept(), columns);
    }
  }
}
