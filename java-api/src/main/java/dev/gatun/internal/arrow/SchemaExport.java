package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.arrow.TimeUnit;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Schemas as `ArrowSchema`: a struct of the columns.
public final class SchemaExport {
  private static final long NULLABLE = 2;

  private final CTree tree = new CTree(CStruct.SCHEMA);

  private SchemaExport() {}

  /// Writes a schema to where the consumer wants it.
  public static void write(Schema schema, long address) {
    SchemaExport export = new SchemaExport();
    MemorySegment root = export.node("+s", "", 0, schema.metadata(), schema.fields());
    export.tree.publish(root, address, () -> {});
  }

  private MemorySegment field(Field field) {
    long flags = field.nullable() ? NULLABLE : 0;
    if (field.type() instanceof DataType.Dictionary(DataType values)) {
      MemorySegment indexes = node("i", field.name(), flags, field.metadata(), List.of());
      tree.setDictionary(indexes, field(new Field("", values, true)));
      return indexes;
    }
    return node(format(field.type()), field.name(), flags, field.metadata(), field.children());
  }

  private MemorySegment node(
      String format, String name, long flags, Map<String, String> metadata, List<Field> children) {
    MemorySegment node = tree.node(children.size());
    CStruct.set(node, CStruct.Schema.FORMAT, tree.string(format));
    CStruct.set(node, CStruct.Schema.NAME, tree.string(name));
    CStruct.set(node, CStruct.Schema.METADATA, metadata(metadata));
    CStruct.set(node, CStruct.Schema.FLAGS, flags);
    for (int i = 0; i < children.size(); i++) {
      tree.setChild(node, i, field(children.get(i)));
    }
    return node;
  }

  /// The format string of a type.
  private static String format(DataType type) {
    return switch (type) {
      case DataType.Null() -> "n";
      case DataType.Bool() -> "b";
      case DataType.Int(int bits, boolean signed) -> {
        String letter = String.valueOf("csil".charAt(Integer.numberOfTrailingZeros(bits) - 3));
        yield signed ? letter : letter.toUpperCase(Locale.ROOT);
      }
      case DataType.FloatingPoint(int bits) ->
          String.valueOf("efg".charAt(Integer.numberOfTrailingZeros(bits) - 4));
      case DataType.Decimal(int precision, int scale, int bits) ->
          "d:" + precision + "," + scale + (bits == 128 ? "" : "," + bits);
      case DataType.Utf8() -> "u";
      case DataType.Binary() -> "z";
      case DataType.Utf8View() -> "vu";
      case DataType.BinaryView() -> "vz";
      case DataType.FixedSizeBinary(int width) -> "w:" + width;
      case DataType.Date() -> "tdD";
      case DataType.Time(TimeUnit unit) -> "tt" + letter(unit);
      case DataType.Timestamp(TimeUnit unit, String zone) ->
          "ts" + letter(unit) + ":" + (zone == null ? "" : zone);
      case DataType.Struct() -> "+s";
      case DataType.List() -> "+l";
      case DataType.Map() -> "+m";
      case DataType.Dictionary _ -> throw new AssertionError("has the format of its indexes");
    };
  }

  private static String letter(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> "s";
      case MILLISECOND -> "m";
      case MICROSECOND -> "u";
      case NANOSECOND -> "n";
    };
  }

  /// How many, then each key and value after its length, all lengths 32 bits. In order of the keys,
  /// so that a schema is always written the same.
  private long metadata(Map<String, String> metadata) {
    if (metadata.isEmpty()) {
      return 0;
    }
    List<byte[]> texts =
        new TreeMap<>(metadata)
            .entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    long size = texts.stream().mapToLong(text -> Integer.BYTES + text.length).sum();
    MemorySegment out = tree.allocate(Integer.BYTES + size);
    out.set(ValueLayout.JAVA_INT, 0, metadata.size());
    long at = Integer.BYTES;
    for (byte[] text : texts) {
      out.set(ValueLayout.JAVA_INT_UNALIGNED, at, text.length);
      MemorySegment.copy(text, 0, out, ValueLayout.JAVA_BYTE, at + Integer.BYTES, text.length);
      at += Integer.BYTES + text.length;
    }
    return out.address();
  }
}
