package dev.gatun.internal.arrow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes [FlatBuffers](https://flatbuffers.dev/internals/), the encoding of Arrow's metadata: from
/// the back to the front, so that what is pointed to is there before what points to it. A place is
/// its distance from the end.
final class FlatBuilder {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private byte[] bytes = new byte[1024];

  /// Bytes at the end of the array that are written.
  private int used;

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /// Zeroes, so that `size` bytes written next begin at a multiple of `alignment`.
  private void align(int size, int alignment) {
    reserve(Math.floorMod(-(used + size), alignment));
  }

  /// Zeroes. May move what is written to another array.
  ///
  /// @return where they begin in the array
  private int reserve(int size) {
    if (used + size > bytes.length) {
      byte[] larger = new byte[Math.max(2 * bytes.length, used + size)];
      System.arraycopy(bytes, bytes.length - used, larger, larger.length - used, used);
      bytes = larger;
    }
    used += size;
    return bytes.length - used;
  }

  private void putLong(long value) {
    int at = reserve(Long.BYTES);
    LONG.set(bytes, at, value);
  }

  private void putInt(int value) {
    int at = reserve(Integer.BYTES);
    INT.set(bytes, at, value);
  }

  private void putShort(int value) {
    int at = reserve(Short.BYTES);
    SHORT.set(bytes, at, (short) value);
  }

  /// How far it is from here to a place.
  private void putReference(int place) {
    putInt(used + Integer.BYTES - place);
  }

  /// A text.
  int string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    align(Integer.BYTES + utf8.length + 1, Integer.BYTES);
    reserve(1);
    int at = reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    putInt(utf8.length);
    return used;
  }

  /// A vector of what is at some places.
  int references(int[] places) {
    align(Integer.BYTES * (places.length + 1), Integer.BYTES);
    for (int i = places.length - 1; i >= 0; i--) {
      putReference(places[i]);
    }
    putInt(places.length);
    return used;
  }

  /// A vector of structs of longs, one after the other.
  ///
  /// @param words of all structs
  /// @param perStruct how many words each has
  int structs(long[] words, int perStruct) {
    align(Long.BYTES * words.length, Long.BYTES);
    for (int i = words.length - 1; i >= 0; i--) {
      putLong(words[i]);
    }
    putInt(words.length / perStruct);
    return used;
  }

  /// Begins a table.
  Table table() {
    return new Table();
  }

  /// The bytes with a root, as many as a multiple of 8.
  byte[] finish(int root) {
    align(Integer.BYTES, Long.BYTES);
    putReference(root);
    return Arrays.copyOfRange(bytes, bytes.length - used, bytes.length);
  }

  /// Fields by the numbers they have in the schema. Those that are not set have their defaults.
  final class Table {
    private static final int MOST = 8;

    private final long[] values = new long[MOST];
    private final int[] sizes = new int[MOST];
    private final boolean[] places = new boolean[MOST];
    private int count;

    private Table set(int field, long value, int size) {
      values[field] = value;
      sizes[field] = size;
      count = Math.max(count, field + 1);
      return this;
    }

    Table bool(int field, boolean value) {
      return set(field, value ? 1 : 0, Byte.BYTES);
    }

    Table int8(int field, int value) {
      return set(field, value, Byte.BYTES);
    }

    Table int16(int field, int value) {
      return set(field, value, Short.BYTES);
    }

    Table int32(int field, int value) {
      return set(field, value, Integer.BYTES);
    }

    Table int64(int field, long value) {
      return set(field, value, Long.BYTES);
    }

    /// A string, vector or table that was written before.
    Table reference(int field, int place) {
      places[field] = true;
      return set(field, place, Integer.BYTES);
    }

    /// Writes the table: its fields, the distance to the list of where they are, and before it
    /// that list.
    int end() {
      int end = used;
      int[] at = new int[count];
      for (int size = Byte.BYTES; size <= Long.BYTES; size *= 2) {
        for (int field = 0; field < count; field++) {
          if (sizes[field] == size) {
            align(size, size);
            put(field);
            at[field] = used;
          }
        }
      }
      int list = Short.BYTES * (count + 2);
      align(Integer.BYTES, Integer.BYTES);
      putInt(0);
      int table = used;
      for (int field = count - 1; field >= 0; field--) {
        putShort(at[field] == 0 ? 0 : table - at[field]);
      }
      putShort(table - end);
      putShort(list);
      INT.set(bytes, bytes.length - table, used - table);
      return table;
    }

    private void put(int field) {
      switch (sizes[field]) {
        case Byte.BYTES -> {
          int at = reserve(1);
          bytes[at] = (byte) values[field];
        }
        case Short.BYTES -> putShort((int) values[field]);
        case Long.BYTES -> putLong(values[field]);
        default -> {
          if (places[field]) {
            putReference((int) values[field]);
          } else {
            putInt((int) values[field]);
          }
        }
      }
    }
  }
}
