package dev.gatun.arrow;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.c.ArrowArrayStream;
import org.duckdb.DuckDBConnection;

/// What DuckDB reads from a stream, in the form of [Column#object].
final class DuckDb {
  private DuckDb() {}

  /// The values of each column.
  static List<List<Object>> read(ArrowArrayStream stream, Schema schema) throws SQLException {
    List<List<Object>> columns = new ArrayList<>();
    schema.fields().forEach(_ -> columns.add(new ArrayList<>()));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      connection.unwrap(DuckDBConnection.class).registerArrowStream("arrow", stream);
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM arrow")) {
        while (rows.next()) {
          for (int c = 0; c < columns.size(); c++) {
            columns.get(c).add(object(schema.fields().get(c), rows.getObject(c + 1)));
          }
        }
      }
    }
    return columns;
  }

  private static Object object(Field field, Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Blob blob -> blob.getBytes(1, (int) blob.length());
      case Timestamp timestamp -> timestamp.toLocalDateTime();
      case OffsetDateTime time -> time.toInstant();
      case Struct struct -> struct(field, struct.getAttributes());
      case Array array -> list(field.children().getFirst(), (Object[]) array.getArray());
      case Map<?, ?> map -> map(field.children().getFirst(), map);
      default -> isInstant(field.type()) ? instant(value.toString()) : value;
    };
  }

  private static boolean isInstant(DataType type) {
    return type instanceof DataType.Timestamp(_, String zone) && zone != null;
  }

  /// Nanoseconds have no class in JDBC, only text: `2026-01-31 12:00:00.123456789+00`.
  private static Instant instant(String text) {
    return Instant.parse(text.replace(' ', 'T').replace("+00", "Z"));
  }

  private static Map<String, Object> struct(Field field, Object[] values) throws SQLException {
    Map<String, Object> struct = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Field child = field.children().get(i);
      struct.put(child.name(), object(child, values[i]));
    }
    return struct;
  }

  private static List<Object> list(Field element, Object[] values) throws SQLException {
    List<Object> list = new ArrayList<>();
    for (Object value : values) {
      list.add(object(element, value));
    }
    return list;
  }

  private static Map<Object, Object> map(Field entries, Map<?, ?> values) throws SQLException {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (var entry : values.entrySet()) {
      map.put(entry.getKey(), object(entries.children().get(1), entry.getValue()));
    }
    return map;
  }
}
