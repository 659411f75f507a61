package dev.gatun.internal.parquet.read;

import dev.gatun.arrow.DataType;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.schema.ReadNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the buffers of a batch's leaves together to its columns.
final class Assembly {
  private record Source(int leaf, int inner) {}

  private final Map<ReadNode, Source> sources = new IdentityHashMap<>();

  Assembly(List<LeafPlan> leaves) {
    for (int i = 0; i < leaves.size(); i++) {
      sources.put(leaves.get(i).node(), new Source(i, -1));
      List<ReadNode> owned = leaves.get(i).owned();
      for (int j = 0; j < owned.size(); j++) {
        sources.put(owned.get(j), new Source(i, j));
      }
    }
  }

  /// The array of a node.
  ///
  /// @param length slots it must have
  /// @throws DecodeException when leaves of one record do not agree about its lists
  ArrayData array(ReadNode node, SlotBuffers slot, long length) {
    LeafTarget target = target(node, slot);
    if (target != null && target.slots != length) {
      throw new DecodeException(
          -1,
          "column %s has %d entries where its siblings have %d"
              .formatted(node.field().name(), target.slots, length));
    }
    List<ArrayData> children = new ArrayList<>(node.children().size());
    for (ReadNode child : node.children()) {
      children.add(array(child, slot, node.isList() && target != null ? target.end : length));
    }
    return array(node, target, (int) length, children);
  }

  /// The array of a leaf alone.
  static ArrayData leaf(ReadNode node, LeafTarget target) {
    return array(node, target, (int) target.slots, List.of());
  }

  private static ArrayData array(
      ReadNode node, @Nullable LeafTarget target, int length, List<ArrayData> children) {
    if (target == null) {
      return new ArrayData(node.field(), length, 0, null, null, null, children, null, List.of());
    }
    DataType type = node.field().type();
    if (type instanceof DataType.Null) {
      if (target.valid > 0) {
        throw new DecodeException(
            -1, "column " + node.field().name() + " is said to be all null and has values");
      }
      return new ArrayData(
          node.field(), length, length, null, null, null, children, null, List.of());
    }
    int nulls = (int) (length - target.valid);
    return new ArrayData(
        node.field(),
        length,
        nulls,
        nulls == 0 ? null : target.validity.segment(),
        node.isList() || StringTypes.isBytes(type) ? target.offsets(0) : null,
        node.isLeaf() ? target.values.segment() : null,
        children,
        type instanceof DataType.Dictionary(DataType values)
            ? target.dictionary().array(values)
            : null,
        List.of());
  }

  private @Nullable LeafTarget target(ReadNode node, SlotBuffers slot) {
    Source source = sources.get(node);
    if (source == null) {
      return null;
    }
    LeafOutput output = slot.output(source.leaf());
    return source.inner() < 0 ? output.leaf() : output.inner().get(source.inner()).target();
  }
}
