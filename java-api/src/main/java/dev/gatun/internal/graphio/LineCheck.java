package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import dev.gatun.graph.WeightType;
import org.jspecify.annotations.Nullable;

/// Says what is wrong with a line that holds no edge.
///
/// @param dense the least id and the largest one, null when ids are names
record LineCheck(TextLayout layout, @Nullable Range dense) {
  /// Numbers from `least` to `most`.
  record Range(long least, long most) {}

  /// What to throw because of a line.
  InputFormatException wrong(Line line) {
    try {
      Fields fields = new Fields();
      fields.split(
          line, layout.separator(), layout.strict() ? Integer.MAX_VALUE : layout.columns());
      columns(line, fields);
      id(fields, layout.source());
      id(fields, layout.target());
      if (layout.isWeighted()) {
        weight(fields, layout.weight());
      }
    } catch (InputFormatException e) {
      return e;
    }
    throw new IllegalStateException("nothing is wrong with line " + line.number);
  }

  private void columns(Line line, Fields fields) {
    int columns = layout.columns();
    if (fields.count() < columns) {
      throw line.error(
          "expected %s%d columns separated by %s, found %d"
              .formatted(
                  layout.strict() ? "" : "at least ",
                  columns,
                  layout.separator().plural(),
                  fields.count()),
          line.end());
    }
    if (!layout.strict()) {
      return;
    }
    int other = columns;
    while (other < fields.count() && fields.isEmpty(other)) {
      other++;
    }
    if (fields.count() > columns + 1 || other < fields.count()) {
      throw fields.unexpected(
          "the end of the line after column " + columns, Math.min(other, fields.count() - 1));
    }
  }

  private void id(Fields fields, int column) {
    byte[] bytes = fields.bytes(column);
    int from = fields.from(column);
    int to = fields.to(column);
    if (dense != null) {
      long id = Numbers.isLong(bytes, from, to) ? Numbers.longValue(bytes, from, to) : -1;
      if (id < dense.least() || id > dense.most()) {
        throw fields.unexpected(
            "a vertex id from " + dense.least() + " to " + dense.most(), column);
      }
      return;
    }
    if (fields.isEmpty(column)) {
      throw fields.unexpected("a vertex id", column);
    }
    int invalid = Utf8.firstInvalid(bytes, from, to);
    if (invalid >= 0) {
      throw fields.error(
          "expected a vertex id in UTF-8 without control characters, found byte 0x%02x"
              .formatted(bytes[invalid]),
          column,
          invalid);
    }
  }

  private void weight(Fields fields, int column) {
    byte[] bytes = fields.bytes(column);
    int from = fields.from(column);
    int to = fields.to(column);
    WeightType type = layout.weights().last();
    boolean right =
        type.isInteger()
            ? Numbers.isLong(bytes, from, to) && fits(Numbers.longValue(bytes, from, to), type)
            : Numbers.isDecimal(bytes, from, to);
    if (!right) {
      throw fields.unexpected(
          switch (type) {
            case INT32 -> "a 32-bit integer as weight";
            case INT64 -> "a 64-bit integer as weight";
            default -> "a finite number as weight";
          },
          column);
    }
    if (!type.isInteger()) {
      boolean single = type == WeightType.FLOAT32;
      if (Double.isInfinite(Numbers.decimalValue(bytes, from, to, single))) {
        throw fields.unexpected(
            "a weight that " + (single ? "float" : "double") + " can hold", column);
      }
    }
  }

  private static boolean fits(long value, WeightType type) {
    return type == WeightType.INT64 || value == (int) value;
  }
}
