package dev.gatun.internal.parquet.schema;

import dev.gatun.arrow.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses columns, and fields inside of them, by dotted paths.
public final class Projection {
  private Projection() {}

  /// The nodes that lead to the paths, top-level columns in the order of the paths. A list's or
  /// map's own child need not be named: `items.price` is `items.element.price`.
  ///
  /// @throws IllegalArgumentException for a path that leads nowhere or is given twice
  public static List<ReadNode> select(List<ReadNode> roots, List<String> paths) {
    Map<ReadNode, Set<ReadNode>> wanted = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (String path : paths) {
      if (!seen.add(path)) {
        throw new IllegalArgumentException("column \"" + path + "\" is given twice");
      }
      List<ReadNode> trail = find(roots, path);
      if (trail.isEmpty()) {
        throw new IllegalArgumentException("no column \"" + path + "\"" + hint(roots));
      }
      wanted.computeIfAbsent(trail.getFirst(), _ -> new HashSet<>()).add(trail.getLast());
    }
    return wanted.entrySet().stream().map(each -> prune(each.getKey(), each.getValue())).toList();
  }

  private static String hint(List<ReadNode> roots) {
    List<String> names = roots.stream().map(root -> root.field().name()).toList();
    return names.size() > 20
        ? "; the first columns are " + String.join(", ", names.subList(0, 20))
        : "; the columns are " + String.join(", ", names);
  }

  /// The nodes from the top to the one with a path; empty when there is none.
  private static List<ReadNode> find(List<ReadNode> nodes, String path) {
    for (ReadNode node : nodes) {
      List<ReadNode> trail = new ArrayList<>();
      trail.add(node);
      String name = node.field().name();
      if (path.equals(name)) {
        return trail;
      }
      if (path.startsWith(name + ".")) {
        List<ReadNode> below = below(node, path.substring(name.length() + 1));
        if (!below.isEmpty()) {
          trail.addAll(below);
          return trail;
        }
      }
    }
    return List.of();
  }

  private static List<ReadNode> below(ReadNode node, String path) {
    List<ReadNode> named = find(node.children(), path);
    if (!named.isEmpty() || !node.isList()) {
      return named;
    }
    ReadNode child = node.children().getFirst();
    List<ReadNode> deeper = below(child, path);
    if (deeper.isEmpty()) {
      return deeper;
    }
    List<ReadNode> trail = new ArrayList<>();
    trail.add(child);
    trail.addAll(deeper);
    return trail;
  }

  /// The node with nothing but what leads to the wanted ones; all of it when it is one of them.
  private static ReadNode prune(ReadNode node, Set<ReadNode> wanted) {
    if (wanted.contains(node)) {
      return node;
    }
    List<ReadNode> children = new ArrayList<>();
    for (ReadNode child : node.children()) {
      if (leadsTo(child, wanted)) {
        children.add(prune(child, wanted));
      }
    }
    Field field = node.field();
    return new ReadNode(
        new Field(
            field.name(),
            field.type(),
            field.nullable(),
            children.stream().map(ReadNode::field).toList(),
            field.metadata()),
        node.slotRep(),
        node.slotDef(),
        node.validDef(),
        node.elementDef(),
        children.getFirst().leaf(),
        children);
  }

  private static boolean leadsTo(ReadNode node, Set<ReadNode> wanted) {
    return wanted.contains(node)
        || node.children().stream().anyMatch(child -> leadsTo(child, wanted));
  }
}
