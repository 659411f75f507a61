package dev.gatun.internal.csv.read;

import dev.gatun.arrow.DataType;
import dev.gatun.csv.CsvTable;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ArrayHead;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Slab;
import java.util.ArrayList;
import java.util.List;

/// Reads everything into memory. Types that turn out too narrow get wider as the reading goes on;
/// what was converted before is read again, once, when all is known.
final class TableReading {
  private final TableRun table;
  private final ScanRun run;
  private final RejectList rejects;
  private final long limit;

  TableReading(TableRun table, int mostRejects, long limit) {
    this.table = table;
    this.run = table.run();
    this.rejects = new RejectList(Math.max(mostRejects, 0));
    this.limit = limit;
  }

  CsvTable read(Head head) {
    Region region = run.execution().ownRegion();
    try {
      Outputs outputs = Outputs.kept(new Slab(region));
      table.sample(head);
      List<BlockResult> results = readAll(head, outputs);
      while (!results.stream().allMatch(this::isSettled)) {
        results = again(results, outputs);
      }
      return new KeptTable(
          table.columns().schema(),
          table.layout().dialect(),
          results,
          region,
          rejects.list(),
          run.metrics(),
          run.execution().complete());
    } catch (RuntimeException | Error e) {
      region.close();
      throw e;
    }
  }

  private List<BlockResult> readAll(Head head, Outputs outputs) {
    boolean widening = table.isWidening();
    List<BlockResult> results = new ArrayList<>();
    try (BlockPipeline pipeline =
        table.pass(
            head,
            () -> {
              BlockConverter converter = table.converter(widening);
              return block -> converter.convert(block, outputs);
            })) {
      long left = limit;
      while (left > 0) {
        run.checkpoint();
        Slot slot = pipeline.next();
        if (slot == null) {
          break;
        }
        BlockResult result = slot.result().head(left);
        run.count(result);
        TableRun.require(rejects.add(result.rejects()));
        if (result.rows() < left) {
          TableRun.require(result.failure());
        }
        left -= result.rows();
        results.add(result);
        pipeline.recycle(slot);
      }
    }
    return results;
  }

  /// Whether all columns have the types that the table has.
  private boolean isSettled(BlockResult result) {
    for (int slot = 0; slot < result.columns().size(); slot++) {
      if (!result.columns().get(slot).field().type().equals(type(slot))) {
        return false;
      }
    }
    return true;
  }

  private DataType type(int slot) {
    return table.columns().types().type(table.columns().wanted()[slot]);
  }

  /// Reads again what has another type than the table.
  private List<BlockResult> again(List<BlockResult> results, Outputs outputs) {
    List<BlockResult> settled = new ArrayList<>(results);
    int last = results.size() - 1;
    while (isSettled(results.get(last))) {
      last--;
    }
    try (BlockPipeline pipeline =
        table.pass(
            () -> {
              BlockConverter converter = table.converter(true);
              return block -> again(converter, block, results.get((int) block.number), outputs);
            })) {
      for (int i = 0; i <= last; i++) {
        run.checkpoint();
        Slot slot = pipeline.next();
        if (slot == null) {
          throw new IllegalStateException("the text has become shorter while it was read");
        }
        settled.set(i, slot.result());
        pipeline.recycle(slot);
      }
    }
    return settled;
  }

  private BlockResult again(
      BlockConverter converter, Block block, BlockResult known, Outputs outputs) {
    List<ArrayData> arrays = new ArrayList<>(known.columns());
    for (int slot = 0; slot < arrays.size(); slot++) {
      if (!arrays.get(slot).field().type().equals(type(slot))) {
        ArrayData array = converter.again(block, slot, known.kept(), outputs);
        arrays.set(slot, ArrayHead.of(array, known.rows()));
      }
    }
    return known.with(arrays);
  }
}
