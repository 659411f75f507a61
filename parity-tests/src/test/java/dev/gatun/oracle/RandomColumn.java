package dev.gatun.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// An endless column of values of a node. Each node has its own share of nulls, of empty lists and
/// of repeated values, so that pages get runs as well as noise.
final class RandomColumn implements Supplier<Object> {
  private static final double[] NULL_SHARES = {0, 0, 0.02, 0.3, 0.9, 1};
  private static final double[] RUN_SHARES = {0, 0.3, 0.97};
  private static final int[] PALETTES = {0, 0, 1, 3, 30, 300};

  private final RandomGenerator random;
  private final double nulls;
  private final double runs;
  private final Supplier<Object> values;
  private Object last;

  RandomColumn(Node node, RandomGenerator random, int level) {
    this.random = random;
    this.values =
        switch (node) {
          case Node.Leaf leaf -> leaf(leaf.type());
          case Node.Struct struct -> struct(struct.fields(), level);
          case ListNode list -> list(list.element(), level);
          case MapNode map -> {
            Node entry = new Node.Struct("key_value", false, List.of(map.key(), map.value()));
            yield list(entry, level);
          }
        };
    this.nulls =
        node instanceof Node.Leaf leaf && leaf.type().onlyNulls()
            ? 1
            : node.optional() ? NULL_SHARES[random.nextInt(NULL_SHARES.length)] : 0;
    this.runs = RUN_SHARES[random.nextInt(RUN_SHARES.length)];
  }

  @Override
  public Object get() {
    if (random.nextDouble() < nulls) {
      return null;
    }
    if (last == null || random.nextDouble() >= runs) {
      last = values.get();
    }
    return last;
  }

  private Supplier<Object> leaf(LeafType type) {
    if (type.onlyNulls()) {
      return () -> null;
    }
    if ((type.form() == Form.INT32 || type.form() == Form.INT64)
        && type.logical() == null
        && random.nextInt(3) == 0) {
      return ascending(type.form() == Form.INT32);
    }
    int palette = PALETTES[random.nextInt(PALETTES.length)];
    if (palette == 0) {
      return () -> type.values().apply(random);
    }
    List<Object> few = new ArrayList<>();
    for (int i = 0; i < palette; i++) {
      few.add(type.values().apply(random));
    }
    return () -> few.get(random.nextInt(palette));
  }

  private Supplier<Object> ascending(boolean narrow) {
    long[] next = {RandomValues.integer(random)};
    int step = 1 + random.nextInt(1000);
    return () -> {
      next[0] += random.nextInt(step);
      return narrow ? (long) (int) next[0] : next[0];
    };
  }

  private Supplier<Object> struct(List<Node> fields, int level) {
    List<RandomColumn> columns =
        fields.stream().map(field -> new RandomColumn(field, random, level)).toList();
    return () -> {
      List<Object> value = new ArrayList<>();
      columns.forEach(column -> value.add(column.get()));
      return value;
    };
  }

  private Supplier<Object> list(Node element, int level) {
    RandomColumn elements = new RandomColumn(element, random, level + 1);
    int most = random.nextInt(5) == 0 ? 100 >> (3 * level) : 4;
    return () -> {
      int length = random.nextInt(most + 1);
      List<Object> value = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        value.add(elements.get());
      }
      return value;
    };
  }
}
