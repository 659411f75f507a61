package dev.gatun.parity;

import dev.gatun.graph.Duplicates;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.parity.CsrBuildParityTest.Options;
import dev.gatun.support.Edges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/// A CSR built from a list of boxed entries: what its kernel should do, done in the most obvious
/// way.
final class NaiveCsr {
  private record Entry(int row, int column, Number weight) {}

  private NaiveCsr() {}

  /// Figures as [CsrBuildParityTest] takes them from a kernel's result.
  static Object[] build(Edges edges, Options options) {
    List<Entry> entries = entries(edges, options);
    Comparator<Entry> order = Comparator.comparingInt(Entry::row);
    entries.sort(options.sort() ? order.thenComparingInt(Entry::column) : order);
    if (options.duplicates() != Duplicates.KEEP) {
      entries = merged(entries, edges, options.duplicates());
    }
    long[] offsets = new long[edges.vertices() + 1];
    for (Entry entry : entries) {
      for (int v = entry.row() + 1; v < offsets.length; v++) {
        offsets[v]++;
      }
    }
    return new Object[] {
      edges.vertices(),
      (long) entries.size(),
      options.sort(),
      offsets,
      entries.stream().mapToInt(Entry::column).toArray(),
      weights(entries, edges)
    };
  }

  private static List<Entry> entries(Edges edges, Options options) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      int u = edges.source()[i];
      int v = edges.target()[i];
      Number weight = edges.boxedWeight(i);
      if (u == v && !options.keepLoops()) {
        continue;
      }
      if (!options.reversed()) {
        entries.add(new Entry(u, v, weight));
      }
      if (options.reversed() || (options.symmetric() && u != v)) {
        entries.add(new Entry(v, u, weight));
      }
    }
    return entries;
  }

  private static List<Entry> merged(List<Entry> sorted, Edges edges, Duplicates policy) {
    BinaryOperator<Number> merge = merge(edges, policy);
    List<Entry> merged = new ArrayList<>();
    for (Entry entry : sorted) {
      Entry last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.row() == entry.row() && last.column() == entry.column()) {
        Number weight = merge.apply(last.weight(), entry.weight());
        merged.set(merged.size() - 1, new Entry(entry.row(), entry.column(), weight));
      } else {
        merged.add(entry);
      }
    }
    return merged;
  }

  private static BinaryOperator<Number> merge(Edges edges, Duplicates policy) {
    boolean integer = edges.type().isInteger();
    return switch (policy) {
      case KEEP, FIRST -> (a, _) -> a;
      case MIN ->
          (a, b) ->
              integer
                  ? (Number) Math.min(a.longValue(), b.longValue())
                  : (Number) Math.min(a.doubleValue(), b.doubleValue());
      case MAX ->
          (a, b) ->
              integer
                  ? (Number) Math.max(a.longValue(), b.longValue())
                  : (Number) Math.max(a.doubleValue(), b.doubleValue());
      case SUM -> (a, b) -> sum(edges, a, b);
    };
  }

  private static Number sum(Edges edges, Number a, Number b) {
    try {
      return switch (edges.type()) {
        case NONE -> 1L;
        case INT32 -> (long) Math.addExact(a.intValue(), b.intValue());
        case INT64 -> Math.addExact(a.longValue(), b.longValue());
        case FLOAT32 -> (double) (a.floatValue() + b.floatValue());
        case FLOAT64 -> a.doubleValue() + b.doubleValue();
      };
    } catch (ArithmeticException e) {
      throw new ArithmeticException(Messages.weightOverflow(edges.type()));
    }
  }

  private static Object weights(List<Entry> entries, Edges edges) {
    return switch (edges.type()) {
      case NONE -> null;
      case INT32 -> entries.stream().mapToInt(entry -> entry.weight().intValue()).toArray();
      case INT64 -> entries.stream().mapToLong(entry -> entry.weight().longValue()).toArray();
      case FLOAT32 -> {
        float[] weights = new float[entries.size()];
        for (int i = 0; i < weights.length; i++) {
          weights[i] = entries.get(i).weight().floatValue();
        }
        yield weights;
      }
      case FLOAT64 -> entries.stream().mapToDouble(entry -> entry.weight().doubleValue()).toArray();
    };
  }
}
