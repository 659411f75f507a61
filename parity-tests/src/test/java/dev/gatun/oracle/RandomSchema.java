package dev.gatun.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Schemas of any depth. A column does not depend on those before it.
final class RandomSchema {
  private static final int MOST_FIELDS = 4;

  private final RandomGenerator random;

  private RandomSchema(RandomGenerator random) {
    this.random = random;
  }

  /// @param depth most levels of structs, lists and maps above a leaf
  static Node.Struct of(long seed, int columns, int depth) {
    List<Node> fields = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      RandomGenerator own = new SplittableRandom(seed + i);
      fields.add(new RandomSchema(own).field("c" + i, depth));
    }
    return new Node.Struct("root", false, fields);
  }

  /// A field of a struct: anything.
  private Node field(String name, int depth) {
    if (depth > 0 && random.nextInt(8) == 0) {
      return new ListNode(name, false, ListNode.Shape.BARE, repeated(name, depth - 1));
    }
    return node(name, random.nextInt(4) > 0, depth);
  }

  private Node node(String name, boolean optional, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      LeafType type = LeafType.ALL.get(random.nextInt(LeafType.ALL.size()));
      return new Node.Leaf(name, optional || type.onlyNulls(), type);
    }
    return switch (random.nextInt(4)) {
      case 0 -> struct(name, optional, depth);
      case 1 -> map(name, optional, depth);
      default -> list(name, optional, depth);
    };
  }

  private Node.Struct struct(String name, boolean optional, int depth) {
    List<Node> fields = new ArrayList<>();
    int count = 1 + random.nextInt(MOST_FIELDS);
    for (int i = 0; i < count; i++) {
      fields.add(field("f" + i, depth - 1));
    }
    return new Node.Struct(name, optional, fields);
  }

  private MapNode map(String name, boolean optional, int depth) {
    LeafType key;
    do {
      key = LeafType.ALL.get(random.nextInt(LeafType.ALL.size()));
    } while (key.onlyNulls());
    Node value = node("value", random.nextBoolean(), depth - 1);
    return new MapNode(name, optional, new Node.Leaf("key", false, key), value);
  }

  private ListNode list(String name, boolean optional, int depth) {
    return switch (random.nextInt(6)) {
      case 0 ->
          new ListNode(name, optional, ListNode.Shape.TWO_LEVELS, repeated("array", depth - 1));
      case 1 ->
          new ListNode(
              name,
              optional,
              ListNode.Shape.HIVE,
              node("array_element", random.nextBoolean(), depth - 1));
      default ->
          new ListNode(
              name,
              optional,
              ListNode.Shape.THREE_LEVELS,
              node("element", random.nextBoolean(), depth - 1));
    };
  }

  /// What may be repeated itself: a leaf or a struct.
  private Node repeated(String name, int depth) {
    if (depth > 0 && random.nextBoolean()) {
      return struct(name, false, depth);
    }
    LeafType type;
    do {
      type = LeafType.ALL.get(random.nextInt(LeafType.ALL.size()));
    } while (type.onlyNulls());
    return new Node.Leaf(name, false, type);
  }
}
