package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arrays as `ArrowArray`, without copying: a struct of the columns. First prepared, while the
/// arrays still belong to somebody, then given away together with them.
public final class ArrayExport {
  private final CTree tree = new CTree(CStruct.ARRAY);
  private final MemorySegment root;

  /// Prepares a batch.
  public ArrayExport(int rows, List<ArrayData> columns) {
    List<MemorySegment> children = new ArrayList<>(columns.size());
    for (ArrayData column : columns) {
      children.add(array(column));
    }
    root = node(rows, 0, children, new long[] {0});
  }

  /// Gives the arrays to a consumer.
  ///
  /// @param address where its `ArrowArray` is; what is there is overwritten
  /// @param free frees the arrays; run once the consumer has released all of them, on its thread
  public void publish(long address, Runnable free) {
    tree.publish(root, address, free);
  }

  private MemorySegment array(ArrayData array) {
    List<MemorySegment> children = new ArrayList<>(array.children().size());
    for (ArrayData child : array.children()) {
      children.add(array(child));
    }
    MemorySegment node = node(array.length(), array.nulls(), children, buffers(array));
    ArrayData dictionary = array.dictionary();
    if (dictionary != null) {
      tree.setDictionary(node, array(dictionary));
    }
    return node;
  }

  private MemorySegment node(
      int length, int nulls, List<MemorySegment> children, long[] bufferAddresses) {
    MemorySegment node = tree.node(children.size());
    CStruct.set(node, CStruct.Array.LENGTH, length);
    CStruct.set(node, CStruct.Array.NULL_COUNT, nulls);
    CStruct.set(node, CStruct.Array.BUFFER_COUNT, bufferAddresses.length);
    CStruct.set(node, CStruct.Array.BUFFERS, longs(bufferAddresses).address());
    for (int i = 0; i < children.size(); i++) {
      tree.setChild(node, i, children.get(i));
    }
    return node;
  }

  /// Addresses of the buffers that the type has, in their order.
  private long[] buffers(ArrayData array) {
    long validity = address(array.validity());
    return switch (array.field().type()) {
      case DataType.Null _ -> new long[0];
      case DataType.Struct _ -> new long[] {validity};
      case DataType.List _, DataType.Map _ -> new long[] {validity, address(array.offsets())};
      case DataType.Utf8 _, DataType.Binary _ ->
          new long[] {validity, address(array.offsets()), address(array.values())};
      case DataType.Utf8View _, DataType.BinaryView _ -> views(validity, array);
      default -> new long[] {validity, address(array.values())};
    };
  }

  /// Views are followed by the buffers they point into and the sizes of those.
  private long[] views(long validity, ArrayData array) {
    List<MemorySegment> data = array.views();
    long[] buffers = new long[data.size() + 3];
    long[] sizes = new long[data.size()];
    buffers[0] = validity;
    buffers[1] = address(array.values());
    for (int i = 0; i < sizes.length; i++) {
      buffers[i + 2] = data.get(i).address();
      sizes[i] = data.get(i).byteSize();
    }
    buffers[sizes.length + 2] = longs(sizes).address();
    return buffers;
  }

  private MemorySegment longs(long[] values) {
    MemorySegment out = tree.allocate((long) Long.BYTES * values.length);
    return out.copyFrom(MemorySegment.ofArray(values));
  }

  private static long address(@Nullable MemorySegment buffer) {
    return buffer == null ? 0 : buffer.address();
  }
}
