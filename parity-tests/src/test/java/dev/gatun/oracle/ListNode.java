package dev.gatun.oracle;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/// A list in one of the forms that files have it in.
record ListNode(String name, boolean optional, Shape shape, Node element) implements Node {

  /// Where the repetition is.
  enum Shape {
    /// A group LIST of a repeated group of the element.
    THREE_LEVELS("list"),
    /// The same as Hive named it.
    HIVE("bag"),
    /// A group LIST of the element, repeated.
    TWO_LEVELS("array"),
    /// The element, repeated, without annotation: neither list nor element is ever null.
    BARE("");

    private final String repeated;

    Shape(String repeated) {
      this.repeated = repeated;
    }
  }

  @Override
  public Type parquet(Repetition repetition) {
    if (shape == Shape.BARE) {
      return element.parquet(Repetition.REPEATED);
    }
    Type repeated =
        shape == Shape.TWO_LEVELS
            ? element.parquet(Repetition.REPEATED)
            : Types.repeatedGroup().addField(element.parquet()).named(shape.repeated);
    return Types.buildGroup(repetition)
        .as(LogicalTypeAnnotation.listType())
        .addField(repeated)
        .named(name);
  }

  @Override
  public void write(Object value, int field, RecordConsumer to) {
    if (shape != Shape.BARE) {
      Node.super.write(value, field, to);
    } else {
      writeRepeated((List<?>) value, name, field, to);
    }
  }

  @Override
  public void writeValue(Object value, RecordConsumer to) {
    to.startGroup();
    writeRepeated((List<?>) value, shape.repeated, 0, to);
    to.endGroup();
  }

  private void writeRepeated(List<?> values, String field, int index, RecordConsumer to) {
    if (values.isEmpty()) {
      return;
    }
    to.startField(field, index);
    for (Object value : values) {
      if (shape == Shape.BARE || shape == Shape.TWO_LEVELS) {
        element.writeValue(value, to);
      } else {
        to.startGroup();
        element.write(value, 0, to);
        to.endGroup();
      }
    }
    to.endField(field, index);
  }

  @Override
  public Object read(Group group, int field) {
    return shape == Shape.BARE ? readRepeated(group, field) : Node.super.read(group, field);
  }

  @Override
  public Object readValue(Group group, int field, int index) {
    return readRepeated(group.getGroup(field, index), 0);
  }

  private List<Object> readRepeated(Group group, int field) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
      values.add(
          shape == Shape.BARE || shape == Shape.TWO_LEVELS
              ? element.readValue(group, field, i)
              : element.read(group.getGroup(field, i), 0));
    }
    return values;
  }
}
