package dev.gatun.internal.parquet.filter;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.gatun.internal.kernel.ColumnFilter.BytesBounds;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.stats.ValueOrder;
import dev.gatun.parquet.PhysicalType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Texts and bytes in the order of their unsigned bytes.
///
/// @param width bytes of every value, [#ANY] when they differ
/// @param uuids whether texts are UUIDs, rather than UTF-8
record BytesType(int width, boolean uuids) implements ValueType<byte[]> {
  /// Of values that differ in length.
  static final int ANY = -1;

  private static final byte[] EMPTY = {};

  @Override
  public int compare(byte[] a, byte[] b) {
    return Arrays.compareUnsigned(a, b);
  }

  @Override
  public byte[] first() {
    return EMPTY;
  }

  @Override
  public byte[] next(byte[] value) {
    return Arrays.copyOf(value, value.length + 1);
  }

  @Override
  public boolean hasOrder(ValueOrder order) {
    return order == ValueOrder.BYTES;
  }

  @Override
  public Ceiling<byte[]> ceiling(Object literal) {
    return new Ceiling<>(bytes(literal), true);
  }

  private byte[] bytes(Object literal) {
    return switch (literal) {
      case byte[] bytes -> bytes;
      case String text when uuids -> bytes(uuid(text));
      case String text -> utf8(text);
      case UUID uuid when width == 2 * Long.BYTES ->
          ByteBuffer.allocate(width)
              .putLong(uuid.getMostSignificantBits())
              .putLong(uuid.getLeastSignificantBits())
              .array();
      default -> throw Mismatch.of(literal, "a text or bytes");
    };
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      IllegalArgumentException mismatch = Mismatch.of(text, "a UUID");
      mismatch.initCause(e);
      throw mismatch;
    }
  }

  private static byte[] utf8(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOf(encoded.array(), encoded.limit());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text that is no Unicode: half a surrogate pair", e);
    }
  }

  @Override
  public ValueSet<byte[]> startingWith(Object prefix) {
    byte[] bytes = prefix instanceof String text ? utf8(text) : bytes(prefix);
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == -1) {
      length--;
    }
    if (length == 0) {
      return new ValueSet<>(this, List.of(bytes)); // nothing is above all that begin so
    }
    byte[] above = Arrays.copyOf(bytes, length);
    above[length - 1]++;
    return new ValueSet<>(this, List.of(bytes, above));
  }

  @Override
  public ArrayTest test(ValueSet<byte[]> set) {
    boolean below = set.startsAtFirst();
    BytesBounds test = bounds(set.bounds().subList(below ? 1 : 0, set.bounds().size()), below);
    return width != ANY
        ? (kernel, rows, array) -> kernel.fixed(rows, width, Buffers.values(array), test)
        : (kernel, rows, array) ->
            kernel.strings(rows, Buffers.offsets(array), Buffers.values(array), test);
  }

  private static BytesBounds bounds(List<byte[]> bounds, boolean below) {
    long size = bounds.stream().mapToLong(bound -> bound.length).sum();
    MemorySegment offsets = Arena.ofAuto().allocate((bounds.size() + 1L) * Integer.BYTES);
    MemorySegment bytes = Arena.ofAuto().allocate(size);
    int at = 0;
    for (int i = 0; i < bounds.size(); i++) {
      byte[] bound = bounds.get(i);
      MemorySegment.copy(bound, 0, bytes, JAVA_BYTE, at, bound.length);
      at = Math.addExact(at, bound.length);
      offsets.set(JAVA_INT_UNALIGNED, (i + 1L) * Integer.BYTES, at);
    }
    return new BytesBounds(offsets, bytes, bounds.size(), below);
  }

  @Override
  public byte @Nullable [] fromPlain(byte[] plain, LeafColumn column) {
    return isBytes(column) ? plain : null;
  }

  @Override
  public byte @Nullable [][] toPlain(byte[] value, LeafColumn column) {
    return isBytes(column) ? new byte[][] {value} : null;
  }

  private static boolean isBytes(LeafColumn column) {
    return column.type() == PhysicalType.BYTE_ARRAY
        || column.type() == PhysicalType.FIXED_LEN_BYTE_ARRAY;
  }
}
