package dev.gatun.internal.arrow;

import dev.gatun.arrow.BooleanColumn;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.DecimalColumn;
import dev.gatun.arrow.DictionaryColumn;
import dev.gatun.arrow.FixedWidthColumn;
import dev.gatun.arrow.ListColumn;
import dev.gatun.arrow.NullColumn;
import dev.gatun.arrow.StructColumn;
import dev.gatun.arrow.VariableWidthColumn;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Columns as the nodes and buffers of a record batch: a node a column, parents before children,
/// and after each other the buffers its type has. Each buffer begins at a multiple of 64 bytes.
final class IpcBody {
  private static final int WIDE_DECIMAL = 16;

  /// Those of the columns that are to come, in the order of the fields.
  private final Iterator<IpcDictionary> dictionaries;

  private final List<Long> nodes = new ArrayList<>();
  private final List<Long> regions = new ArrayList<>();
  private final List<Long> dataBuffers = new ArrayList<>();
  private final List<MemorySegment> buffers = new ArrayList<>();
  private final int rows;
  private long length;

  /// @param dictionaries take the values of dictionary-encoded columns, whose indexes are theirs
  IpcBody(List<Column> columns, int rows, List<IpcDictionary> dictionaries) {
    this.rows = rows;
    this.dictionaries = dictionaries.iterator();
    columns.forEach(this::add);
  }

  /// Text or bytes, none of them null.
  static IpcBody ofStrings(int count, MemorySegment offsets, MemorySegment values) {
    IpcBody body = new IpcBody(List.of(), count, List.of());
    body.nodes.add((long) count);
    body.nodes.add(0L);
    List.of(MemorySegment.NULL, offsets, values).forEach(body::buffer);
    return body;
  }

  private void add(Column column) {
    nodes.add((long) column.length());
    nodes.add((long) column.nullCount());
    if (!(column instanceof NullColumn)) {
      MemorySegment validity = column.validity();
      buffer(validity == null ? MemorySegment.NULL : bits(validity, column.length()));
    }
    switch (column) {
      case NullColumn _ -> {}
      case BooleanColumn bools -> buffer(bits(bools.values(), bools.length()));
      case DecimalColumn decimals when decimals.width() < WIDE_DECIMAL -> buffer(wide(decimals));
      case FixedWidthColumn fixed -> buffer(fixed.values());
      case VariableWidthColumn strings -> strings(strings);
      case DictionaryColumn encoded ->
          buffer(MemorySegment.ofArray(dictionaries.next().indexes(encoded)));
      case ListColumn lists -> {
        buffer(lists.offsets());
        add(lists.elements());
      }
      case StructColumn structs -> structs.children().forEach(this::add);
    }
  }

  private void strings(VariableWidthColumn strings) {
    MemorySegment offsets = strings.offsets();
    if (offsets != null) {
      buffer(offsets);
      buffer(strings.values());
    } else {
      buffer(strings.values());
      strings.buffers().forEach(this::buffer);
      dataBuffers.add((long) strings.buffers().size());
    }
  }

  /// Bits, those behind the last one zero.
  private static MemorySegment bits(MemorySegment bits, int count) {
    if (count % Byte.SIZE == 0) {
      return bits;
    }
    byte[] copy = bits.toArray(ValueLayout.JAVA_BYTE);
    copy[count / Byte.SIZE] &= (byte) ((1 << count % Byte.SIZE) - 1);
    return MemorySegment.ofArray(copy);
  }

  private static MemorySegment wide(DecimalColumn decimals) {
    long[] wide = new long[2 * decimals.length()];
    for (int i = 0; i < decimals.length(); i++) {
      long value = decimals.unscaledLong(i);
      wide[2 * i] = value;
      wide[2 * i + 1] = value >> Long.SIZE - 1;
    }
    return MemorySegment.ofArray(wide);
  }

  private void buffer(MemorySegment buffer) {
    regions.add(length);
    regions.add(buffer.byteSize());
    buffers.add(buffer);
    length += buffer.byteSize() + IpcOutput.padding(buffer.byteSize());
  }

  /// Bytes of the body, padding included.
  long length() {
    return length;
  }

  /// The table `RecordBatch` of
  /// [Message.fbs](https://github.com/apache/arrow/blob/main/format/Message.fbs).
  int describe(FlatBuilder out) {
    int nodeList = out.structs(longs(nodes), 2);
    int regionList = out.structs(longs(regions), 2);
    int counts = dataBuffers.isEmpty() ? 0 : out.structs(longs(dataBuffers), 1);
    FlatBuilder.Table table =
        out.table().int64(0, rows).reference(1, nodeList).reference(2, regionList);
    return (counts == 0 ? table : table.reference(4, counts)).end();
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  /// Writes the body.
  void write(IpcOutput out) throws IOException {
    for (MemorySegment buffer : buffers) {
      out.write(buffer);
      out.write(new byte[IpcOutput.padding(buffer.byteSize())]);
    }
  }
}
