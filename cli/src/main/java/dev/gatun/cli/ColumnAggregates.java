package dev.gatun.cli;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.arrow.TimeUnit;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An aggregate for every column of a scan, and for every part of a nested one.
final class ColumnAggregates {
  private final List<ColumnAggregate> roots;

  ColumnAggregates(Schema schema) {
    roots = schema.fields().stream().map(field -> of(field.name(), field)).toList();
  }

  /// Adds the rows of a batch.
  void add(Batch batch) {
    for (int i = 0; i < roots.size(); i++) {
      roots.get(i).add(batch.column(i), null);
    }
  }

  /// All of them, parents before their parts.
  List<ColumnAggregate> all() {
    List<ColumnAggregate> all = new ArrayList<>();
    roots.forEach(root -> collect(root, all));
    return all;
  }

  private static void collect(ColumnAggregate aggregate, List<ColumnAggregate> into) {
    into.add(aggregate);
    aggregate.children().forEach(child -> collect(child, into));
  }

  private static ColumnAggregate of(String path, Field field) {
    return switch (field.type()) {
      case DataType.Bool _ -> new BooleanAggregate(path, field);
      case DataType.Int(int bits, boolean signed) ->
          new IntegerAggregate(path, field, bits, signed, IntegerAggregate.Meaning.NUMBER);
      case DataType.Date _ -> ordinal(path, field, Integer.SIZE, EpochTimes::date);
      case DataType.Time(TimeUnit unit) ->
          ordinal(
              path,
              field,
              unit == TimeUnit.SECOND || unit == TimeUnit.MILLISECOND ? Integer.SIZE : Long.SIZE,
              value -> EpochTimes.time(value, unit));
      case DataType.Timestamp(TimeUnit unit, String zone) ->
          ordinal(path, field, Long.SIZE, value -> EpochTimes.timestamp(value, unit, zone != null));
      case DataType.Decimal(_, int scale, int bits) when bits <= Long.SIZE ->
          new IntegerAggregate(path, field, bits, true, IntegerAggregate.Meaning.decimal(scale));
      case DataType.Decimal _ -> new DecimalAggregate(path, field);
      case DataType.FloatingPoint _ -> new FloatingAggregate(path, field);
      case DataType.Utf8 _, DataType.Binary _, DataType.FixedSizeBinary _ ->
          new BytesAggregate(path, field);
      case DataType.Struct _ ->
          new StructAggregate(
              path,
              field,
              field.children().stream()
                  .map(child -> of(path + "." + child.name(), child))
                  .toList());
      case DataType.List _ -> {
        Field element = field.children().getFirst();
        yield new ListAggregate(path, field, List.of(of(path + "." + element.name(), element)));
      }
      case DataType.Map _ -> {
        // The struct between a map and its keys and values is never null: it is left out.
        Field entry = field.children().getFirst();
        yield new ListAggregate(
            path,
            field,
            entry.children().stream().map(child -> of(path + "." + child.name(), child)).toList());
      }
      case DataType.Null _,
          DataType.Utf8View _,
          DataType.BinaryView _,
          DataType.Dictionary _ -> // not what a scan gives unless it is asked
          new ColumnAggregate(path, field);
    };
  }

  private static ColumnAggregate ordinal(
      String path, Field field, int bits, IntegerAggregate.Conversion conversion) {
    return new IntegerAggregate(
        path, field, bits, true, new IntegerAggregate.Meaning(conversion, 0, false));
  }

  /// A struct and its fields.
  private static final class StructAggregate extends ColumnAggregate {
    private final List<ColumnAggregate> children;

    StructAggregate(String path, Field field, List<ColumnAggregate> children) {
      super(path, field);
      this.children = children;
    }

    @Override
    void addParts(Column column, @Nullable MemorySegment valid) {
      for (int i = 0; i < children.size(); i++) {
        children.get(i).add(column.asStruct().child(i), valid);
      }
    }

    @Override
    List<ColumnAggregate> children() {
      return children;
    }
  }

  /// A list and its elements, or a map and its keys and values.
  private static final class ListAggregate extends ColumnAggregate {
    private final List<ColumnAggregate> children;
    private long elements;

    ListAggregate(String path, Field field, List<ColumnAggregate> children) {
      super(path, field);
      this.children = children;
    }

    @Override
    void addValues(Column column, @Nullable MemorySegment valid) {
      Column all = column.asList().elements();
      elements += all.length();
      if (field().type() instanceof DataType.List) {
        children.getFirst().add(all, null);
      } else {
        for (int i = 0; i < children.size(); i++) {
          children.get(i).add(all.asStruct().child(i), null);
        }
      }
    }

    @Override
    Summary summary() {
      return new Summary(null, null, null, null, null, null, null, elements);
    }

    @Override
    List<ColumnAggregate> children() {
      return children;
    }
  }

  /// Booleans, in the order false, true.
  private static final class BooleanAggregate extends ColumnAggregate {
    private long trues;

    BooleanAggregate(String path, Field field) {
      super(path, field);
    }

    @Override
    void addValues(Column column, @Nullable MemorySegment valid) {
      MemorySegment bits = column.asBooleans().values();
      trues += Validity.count(Validity.and(bits, valid, column.length()), column.length());
    }

    @Override
    Summary summary() {
      if (values() == 0) {
        return new Summary(null, null, null, null, null, 0L, null, null);
      }
      return new Summary(trues == values(), trues > 0, null, null, null, trues, null, null);
    }
  }
}
