package dev.gatun.internal.parquet.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A bound predicate as a tree without `not`: since a row is wanted only when the whole is true, it
/// is pushed down to the leaves, and what is left of SQL's three values is whether a part is true.
sealed interface Node permits Node.Constant, Node.Junction, LeafTest {
  /// The same for every row.
  record Constant(boolean value) implements Node {}

  /// @param all whether all parts have to be true, rather than any
  /// @param parts two or more, the cheapest first, no two tests of one column
  record Junction(boolean all, List<Node> parts) implements Node {}

  /// True when all parts are.
  static Node and(List<Node> parts) {
    return junction(true, parts);
  }

  /// True when any part is.
  static Node or(List<Node> parts) {
    return junction(false, parts);
  }

  private static Node junction(boolean all, List<Node> parts) {
    List<Node> kept = new ArrayList<>();
    if (!collect(all, parts, kept)) {
      return new Constant(!all);
    }
    kept.sort(Comparator.comparingInt(Node::cost));
    return switch (kept.size()) {
      case 0 -> new Constant(all);
      case 1 -> kept.getFirst();
      default -> new Junction(all, List.copyOf(kept));
    };
  }

  /// Takes junctions of the same kind apart, leaves out what decides nothing and puts tests of one
  /// column together.
  ///
  /// @return false when one part decides the whole
  private static boolean collect(boolean all, List<Node> parts, List<Node> kept) {
    for (Node part : parts) {
      boolean undecided =
          switch (part) {
            case Constant(boolean value) -> value == all;
            case Junction junction when junction.all() == all ->
                collect(all, junction.parts(), kept);
            case Junction junction -> kept.add(junction);
            case LeafTest<?> test -> merge(all, test, kept);
          };
      if (!undecided) {
        return false;
      }
    }
    return true;
  }

  private static boolean merge(boolean all, LeafTest<?> test, List<Node> kept) {
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i) instanceof LeafTest<?> other && other.column().equals(test.column())) {
        Node merged = other.merge(all, test);
        if (merged instanceof Constant(boolean value)) {
          kept.remove(i);
          return value == all;
        }
        kept.set(i, merged);
        return true;
      }
    }
    return kept.add(test);
  }

  private static int cost(Node node) {
    return switch (node) {
      case Constant _ -> 0;
      case LeafTest<?> test -> test.type() instanceof BytesType ? 2 : 1;
      case Junction _ -> 3;
    };
  }

  /// Replaces the leaves.
  default Node map(Function<LeafTest<?>, Node> change) {
    return switch (this) {
      case Constant _ -> this;
      case LeafTest<?> test -> change.apply(test);
      case Junction(boolean all, List<Node> parts) ->
          junction(all, parts.stream().map(part -> part.map(change)).toList());
    };
  }

  /// Puts together what is known of the leaves.
  default <R> R fold(
      Function<Boolean, R> constant,
      Function<LeafTest<?>, R> leaf,
      BiFunction<R, R, R> and,
      BiFunction<R, R, R> or) {
    return switch (this) {
      case Constant(boolean value) -> constant.apply(value);
      case LeafTest<?> test -> leaf.apply(test);
      case Junction(boolean all, List<Node> parts) -> {
        Optional<R> whole =
            parts.stream()
                .map(part -> part.fold(constant, leaf, and, or))
                .reduce((a, b) -> (all ? and : or).apply(a, b));
        yield whole.orElseThrow();
      }
    };
  }
}
