package dev.gatun.arrow;

import java.util.List;
import java.util.Map;

/// The columns of a batch.
public record Schema(List<Field> fields, Map<String, String> metadata) {
  public Schema {
    fields = List.copyOf(fields);
    metadata = Map.copyOf(metadata);
  }
}
