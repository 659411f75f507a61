package dev.gatun.internal.parquet.read;

import dev.gatun.Engine;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.filter.BoundPredicate;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.StringLayout;
import java.util.ArrayList;
import java.util.List;

/// What the leaves of a batch are read into, and what is made of it.
final class SlotBuffers {
  private final ScanColumns columns;
  private final Assembly assembly;
  private final LeafOutput[] outputs;
  private final Selected selected;
  private final List<Field> fields;
  private final StringViews views;
  private boolean filtered;
  private boolean sparse;

  SlotBuffers(ScanColumns columns, Assembly assembly, Engine engine, Slab slab) {
    this.columns = columns;
    this.assembly = assembly;
    selected = new Selected(engine, slab);
    fields = columns.fields();
    views = new StringViews(slab);
    outputs = new LeafOutput[columns.leaves().size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = new LeafOutput(columns.leaves().get(i).owned(), slab);
    }
  }

  /// Empties them for the next batch.
  void reset() {
    filtered = false;
    sparse = false;
    views.reset();
    for (LeafOutput output : outputs) {
      output.reset();
    }
  }

  LeafOutput output(int leaf) {
    return outputs[leaf];
  }

  /// Reads the leaves of a bundle.
  void read(Bundle bundle, BatchPlan batch) {
    for (int leaf : bundle.leaves()) {
      if (batch.group().plan().filter() == null && leaf >= columns.wanted()) {
        continue; // read for the predicate only, and all rows pass it
      }
      try {
        if (sparse && !bundle.filtering()) {
          batch.group().read(leaf, batch, selected, outputs[leaf]);
        } else {
          batch.group().read(leaf, batch, outputs[leaf]);
        }
      } finally {
        batch.group().flush(leaf);
      }
    }
  }

  /// Asks the predicate.
  ///
  /// @return whether any row passes
  boolean decide(BoundPredicate predicate, BatchPlan batch) {
    selected.decide(
        predicate,
        leaf -> {
          int index = columns.indexOf(leaf);
          return Assembly.leaf(columns.leaves().get(index).node(), outputs[index].leaf());
        },
        batch.rows());
    filtered = selected.kept() < batch.rows();
    sparse = filtered && columns.mayBeSparse() && selected.isSparse();
    return selected.kept() > 0;
  }

  /// Rows of the finished batch.
  int rows(BatchPlan batch) {
    return filtered ? selected.kept() : batch.rows();
  }

  /// The columns of the finished batch.
  List<ArrayData> columns(BatchPlan batch) {
    if (rows(batch) == 0) {
      return List.of();
    }
    List<ArrayData> arrays = new ArrayList<>(columns.roots().size());
    try {
      for (int i = 0; i < fields.size(); i++) {
        ReadNode root = columns.roots().get(i);
        boolean whole =
            !sparse || (root.isLeaf() && columns.filtering()[columns.indexOf(root.leaf())]);
        ArrayData array = assembly.array(root, this, whole ? batch.rows() : selected.kept());
        ArrayData kept = filtered && whole ? selected.keep(array) : array;
        arrays.add(columns.strings() == StringLayout.VIEWS ? views.of(kept, fields.get(i)) : kept);
      }
    } catch (DecodeException e) {
      ChunkPlace place = batch.group().plan().chunks().getFirst();
      throw new ParquetFormatException(
          Place.in(place.source().name()).rowGroup(place.rowGroup()),
          String.valueOf(e.getMessage()));
    }
    return arrays;
  }
}
