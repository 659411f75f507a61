package dev.gatun.oracle;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/// A node of a schema, which knows its form in Parquet. Its values are those of
/// [dev.gatun.support.ArrowValues].
sealed interface Node permits Node.Leaf, Node.Struct, ListNode, MapNode {
  String name();

  /// Whether its values may be null.
  boolean optional();

  /// The type with a repetition of one's choice.
  Type parquet(Repetition repetition);

  /// Writes a value that is not null, without the field it stands in.
  void writeValue(Object value, RecordConsumer to);

  /// Reads the value at an index of a field of a group.
  Object readValue(Group group, int field, int index);

  /// The type as a field.
  default Type parquet() {
    return parquet(optional() ? Repetition.OPTIONAL : Repetition.REQUIRED);
  }

  /// Writes a value as a field of a group.
  default void write(Object value, int field, RecordConsumer to) {
    if (value != null) {
      to.startField(name(), field);
      writeValue(value, to);
      to.endField(name(), field);
    }
  }

  /// Reads a field of a group.
  default Object read(Group group, int field) {
    return group.getFieldRepetitionCount(field) == 0 ? null : readValue(group, field, 0);
  }

  /// A leaf column.
  record Leaf(String name, boolean optional, LeafType type) implements Node {
    @Override
    public Type parquet(Repetition repetition) {
      return type.parquet(repetition, name);
    }

    @Override
    public void writeValue(Object value, RecordConsumer to) {
      type.form().write(value, type.length(), to);
    }

    @Override
    public Object readValue(Group group, int field, int index) {
      return type.form().read(group, field, index);
    }

    @Override
    public String toString() {
      return type.parquet(optional ? Repetition.OPTIONAL : Repetition.REQUIRED, name).toString();
    }
  }

  /// A group of fields; the value is the list of theirs.
  record Struct(String name, boolean optional, List<Node> fields) implements Node {
    @Override
    public Type parquet(Repetition repetition) {
      var group = org.apache.parquet.schema.Types.buildGroup(repetition);
      fields.forEach(field -> group.addField(field.parquet()));
      return group.named(name);
    }

    @Override
    public void writeValue(Object value, RecordConsumer to) {
      to.startGroup();
      writeFields((List<?>) value, to);
      to.endGroup();
    }

    void writeFields(List<?> values, RecordConsumer to) {
      for (int i = 0; i < fields.size(); i++) {
        fields.get(i).write(values.get(i), i, to);
      }
    }

    @Override
    public Object readValue(Group group, int field, int index) {
      return readFields(group.getGroup(field, index));
    }

    List<Object> readFields(Group group) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        values.add(fields.get(i).read(group, i));
      }
      return values;
    }
  }
}
