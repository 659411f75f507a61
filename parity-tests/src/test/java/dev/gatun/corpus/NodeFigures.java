package dev.gatun.corpus;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.support.ArrowSlots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The figures that MANIFEST.md defines for a node of the Arrow tree and those below it, gathered
/// over any number of batches.
final class NodeFigures {
  /// In place of a slot: null, because something above is.
  private static final int NULL = -1;

  private final String path;
  private final String kind;
  private final List<NodeFigures> children;
  private final ValueFigures values;

  private long slots;
  private long nulls;
  private final Hash31 validity = new Hash31();
  private final Hash31 lengths = new Hash31();
  private long elements;

  NodeFigures(Field field) {
    this(field, field.name());
  }

  private NodeFigures(Field field, String path) {
    this.path = path;
    List<Field> below = field.children();
    switch (field.type()) {
      case DataType.Struct _ -> {
        kind = "struct";
        children =
            below.stream().map(child -> new NodeFigures(child, path + "." + child.name())).toList();
      }
      case DataType.List _ -> {
        kind = "list";
        children = List.of(new NodeFigures(below.getFirst(), path + ".element"));
      }
      case DataType.Map _ -> {
        kind = "map";
        List<Field> entry = below.getFirst().children();
        children =
            List.of(
                new NodeFigures(entry.get(0), path + ".key"),
                new NodeFigures(entry.get(1), path + ".value"));
      }
      case DataType _ -> {
        kind = "leaf";
        children = List.of();
      }
    }
    values = kind.equals("leaf") ? ValueFigures.of(field.type()) : null;
  }

  /// Adds all slots of a column of a batch.
  void add(ArrayData column) {
    add(column, IntStream.range(0, column.length()).toArray());
  }

  private void add(ArrayData array, int[] parents) {
    int[] valid = new int[parents.length];
    for (int i = 0; i < parents.length; i++) {
      boolean here = parents[i] != NULL && ArrowSlots.isValid(array, parents[i]);
      valid[i] = here ? parents[i] : NULL;
      validity.add(here ? 1 : 0);
      nulls += here ? 0 : 1;
    }
    slots += parents.length;
    switch (kind) {
      case "struct" -> addChildren(array, valid);
      case "list" -> children.getFirst().add(array.children().getFirst(), elements(array, valid));
      case "map" -> {
        int[] entries = elements(array, valid);
        addChildren(array.children().getFirst(), entries);
      }
      default -> {
        for (int slot : valid) {
          if (slot != NULL) {
            values.add(array, slot);
          }
        }
      }
    }
  }

  private void addChildren(ArrayData struct, int[] of) {
    for (int i = 0; i < children.size(); i++) {
      children.get(i).add(struct.children().get(i), of);
    }
  }

  /// The slots of the elements of all lists that are not null.
  private int[] elements(ArrayData array, int[] lists) {
    int total = 0;
    for (int list : lists) {
      int length =
          list == NULL ? -1 : ArrowSlots.offset(array, list + 1) - ArrowSlots.offset(array, list);
      lengths.add(length);
      total = Math.addExact(total, Math.max(length, 0));
    }
    elements += total;
    int[] result = new int[total];
    int next = 0;
    for (int list : lists) {
      if (list != NULL) {
        int end = ArrowSlots.offset(array, list + 1);
        for (int element = ArrowSlots.offset(array, list); element < end; element++) {
          result[next++] = element;
        }
      }
    }
    return result;
  }

  /// This node and those below it, depth first.
  Stream<NodeFigures> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(NodeFigures::all));
  }

  String path() {
    return path;
  }

  /// By the manifest's names.
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("path", path);
    figures.put("kind", kind);
    figures.put("slots", slots);
    figures.put("nulls", nulls);
    figures.put("validityHash", validity.value());
    if (values != null) {
      figures.put("present", slots - nulls);
      values.putInto(figures);
    } else if (!kind.equals("struct")) {
      figures.put("lengthHash", lengths.value());
      figures.put("elements", elements);
    }
    return figures;
  }

  /// What of the manifest's figures is not so here, one line a figure.
  List<String> differences(Map<String, Object> expected) {
    Map<String, Object> actual = figures();
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (name, figure) -> {
          if (!name.equals("type") && !Figure.agree(name, figure, actual)) {
            differences.add(
                path + " " + name + ": expected " + figure + " but was " + actual.get(name));
          }
        });
    return differences;
  }

  /// A number that all figures below go into.
  static long digest(List<NodeFigures> columns) {
    return Arrays.hashCode(
        columns.stream().flatMap(NodeFigures::all).map(NodeFigures::figures).toArray());
  }
}
