package dev.gatun.oracle;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/// A map; the value is a list of pairs.
record MapNode(String name, boolean optional, Node key, Node value) implements Node {
  private static final String ENTRY = "key_value";

  @Override
  public Type parquet(Repetition repetition) {
    return Types.buildGroup(repetition)
        .as(LogicalTypeAnnotation.mapType())
        .addField(Types.repeatedGroup().addFields(key.parquet(), value.parquet()).named(ENTRY))
        .named(name);
  }

  private Struct entry() {
    return new Struct(ENTRY, false, List.of(key, value));
  }

  @Override
  public void writeValue(Object pairs, RecordConsumer to) {
    to.startGroup();
    if (!((List<?>) pairs).isEmpty()) {
      to.startField(ENTRY, 0);
      ((List<?>) pairs).forEach(pair -> entry().writeValue(pair, to));
      to.endField(ENTRY, 0);
    }
    to.endGroup();
  }

  @Override
  public Object readValue(Group group, int field, int index) {
    Group map = group.getGroup(field, index);
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
      pairs.add(entry().readValue(map, 0, i));
    }
    return pairs;
  }
}
