package dev.gatun.internal.parquet.schema;

import dev.gatun.arrow.Field;
import java.util.List;

/// A node of the Arrow tree and how it follows from the levels of the leaves below it.
///
/// An entry of a leaf's levels is a slot of the node when `rep <= slotRep` and `def >= slotDef`;
/// the slot is not null when `def >= validDef`.
///
/// @param field name, Arrow type and nullness
/// @param slotRep repetition level of the nearest repeated ancestor, 0 when there is none
/// @param slotDef definition level from which that ancestor has an element, 0 when there is none
/// @param validDef definition level from which the node is not null; equal to `slotDef` when it
///     cannot be null
/// @param elementDef of lists and maps: definition level from which an entry with `rep <= slotRep
///     + 1` begins an element; -1 of other nodes
/// @param leaf the leaf column itself, or the first one below, from whose levels the node is read
/// @param children as in the field
public record ReadNode(
    Field field,
    int slotRep,
    int slotDef,
    int validDef,
    int elementDef,
    LeafColumn leaf,
    List<ReadNode> children) {
  public ReadNode {
    children = List.copyOf(children);
  }

  /// Whether a slot may be null.
  public boolean nullable() {
    return validDef > slotDef;
  }

  /// Whether it has slots of its own length, below an offset each.
  public boolean isList() {
    return elementDef >= 0;
  }

  /// Whether it is a leaf column.
  public boolean isLeaf() {
    return children.isEmpty();
  }
}
