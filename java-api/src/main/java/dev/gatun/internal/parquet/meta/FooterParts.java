package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.parquet.thrift.Fields;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import dev.gatun.parquet.SortingColumn;
import java.util.Map;

/// Reads the small structs of a footer.
final class FooterParts {
  private FooterParts() {}

  static SortingColumn sortingColumn(ThriftReader reader) {
    int column = -1;
    boolean descending = false;
    boolean nullsFirst = false;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> column = reader.int32();
        case 2 -> descending = reader.bool();
        case 3 -> nullsFirst = reader.bool();
        default -> reader.skip();
      }
    }
    return new SortingColumn(column, descending, nullsFirst);
  }

  static Map.Entry<String, String> keyValue(ThriftReader reader) {
    String key = "";
    String value = "";
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> key = reader.string();
        case 2 -> value = reader.string();
        default -> reader.skip();
      }
    }
    return Map.entry(key, value);
  }

  static int columnOrder(ThriftReader reader) {
    int order = 0;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      order = fields.id();
      reader.skip();
    }
    return order;
  }
}
