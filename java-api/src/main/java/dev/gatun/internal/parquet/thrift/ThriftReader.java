package dev.gatun.internal.parquet.thrift;

import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// Pulls values out of a struct in the Thrift compact protocol. Whatever is wrong with the bytes is
/// a [DecodeException] with the offset in the data; nothing is allocated before its size is checked
/// against what is left.
///
/// ```java
/// reader.enterStruct();
/// for (int field = reader.nextField(); field != 0; field = reader.nextField()) {
///   switch (field) {
///     case 1 -> name = reader.string();
///     default -> reader.skip();
///   }
/// }
/// ```
///
/// Bytes are copied to the heap a window at a time: a segment is slow to read byte by byte as long
/// as the code is interpreted.
public final class ThriftReader {
  /// Element and field types on the wire.
  public static final int STOP = 0;

  public static final int TRUE = 1;
  public static final int FALSE = 2;
  public static final int I8 = 3;
  public static final int I16 = 4;
  public static final int I32 = 5;
  public static final int I64 = 6;
  public static final int DOUBLE = 7;
  public static final int BINARY = 8;
  public static final int LIST = 9;
  public static final int SET = 10;
  public static final int MAP = 11;
  public static final int STRUCT = 12;
  public static final int UUID = 13;

  /// Structs, lists and maps inside each other. The format's own structs need nine.
  public static final int MOST_DEPTH = 64;

  private static final int WINDOW = 512;
  private static final int LONGEST_VARINT = 10;

  private final byte[] window = new byte[WINDOW];
  private final int[] lastIds = new int[MOST_DEPTH];
  private MemorySegment data = MemorySegment.NULL;
  private int at;
  private int filled;
  private long filledTo;
  private long end;
  private int depth;
  private int type;

  /// Starts on a struct in the bytes from `from` to `to` of a segment.
  public ThriftReader begin(MemorySegment segment, long from, long to) {
    return begin(segment, from, to, STRUCT);
  }

  /// Starts on a value of a type in the bytes from `from` to `to` of a segment.
  public ThriftReader begin(MemorySegment segment, long from, long to, int valueType) {
    data = segment;
    at = 0;
    filled = 0;
    filledTo = from;
    end = to;
    depth = 0;
    type = valueType;
    return this;
  }

  /// Offset of the next byte in the segment.
  public long position() {
    return filledTo - (filled - at);
  }

  /// Type of the current field or list element.
  public int type() {
    return type;
  }

  /// Begins the struct that is the current value.
  public void enterStruct() {
    expect(STRUCT);
    push();
  }

  private void push() {
    if (depth == MOST_DEPTH) {
      throw fault("more than " + MOST_DEPTH + " levels of nesting");
    }
    lastIds[depth++] = 0;
  }

  /// Goes to the next field of the struct.
  ///
  /// @return its id, 1 or more; 0 when the struct has ended
  public int nextField() {
    int header = nextByte();
    type = header & 0x0f;
    if (type == STOP) {
      if (header != 0) {
        throw fault("field header " + header + " is none");
      }
      depth--;
      type = STRUCT; // what the struct itself is, as an element of a list
      return 0;
    }
    if (type > UUID) {
      throw fault("there is no type " + type);
    }
    int delta = header >> 4;
    long id = delta == 0 ? zigzag(varint()) : (long) lastIds[depth - 1] + delta;
    if (id < 1 || id > Short.MAX_VALUE) {
      throw fault("field id " + id + " is outside 1.." + Short.MAX_VALUE);
    }
    lastIds[depth - 1] = (int) id;
    return (int) id;
  }

  /// Begins the list that is the current field.
  ///
  /// @param elementType what its elements must be; any of the integer types stands for all
  /// @return number of elements, at most the bytes left
  public int enterList(int elementType) {
    expect(LIST);
    int header = nextByte();
    type = header & 0x0f;
    int size = sizeOf(header >> 4);
    if (size == 0) {
      type = elementType; // writers put anything there
    }
    expect(elementType);
    return size;
  }

  private int sizeOf(int nibble) {
    return nibble == 15 ? length() : checkedLength(nibble);
  }

  /// The current field as a flag.
  public boolean bool() {
    if (type != TRUE && type != FALSE) {
      throw wrongType(TRUE);
    }
    return type == TRUE;
  }

  /// The next element of a list of flags.
  public boolean boolElement() {
    return nextByte() == TRUE;
  }

  /// The current integer of any width.
  public long int64() {
    expect(I64);
    return type == I8 ? (byte) nextByte() : zigzag(varint());
  }

  /// The current integer, which must fit 32 bits.
  public int int32() {
    long value = int64();
    if (value != (int) value) {
      throw fault("integer " + value + " does not fit 32 bits");
    }
    return (int) value;
  }

  /// The current double.
  public double float64() {
    expect(DOUBLE);
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bits |= (long) nextByte() << shift;
    }
    return Double.longBitsToDouble(bits);
  }

  /// The current bytes.
  public byte[] binary() {
    expect(BINARY);
    int length = length();
    byte[] bytes = new byte[length];
    MemorySegment.copy(data, ValueLayout.JAVA_BYTE, position(), bytes, 0, length);
    advance(length);
    return bytes;
  }

  /// The current text; bytes that are no UTF-8 become replacement characters.
  public String string() {
    return new String(binary(), StandardCharsets.UTF_8);
  }

  /// Passes over the current value.
  public void skip() {
    switch (type) {
      case TRUE, FALSE -> {}
      default -> skipElement(type);
    }
  }

  /// Passes over a value of a type as it stands in lists and maps.
  private void skipElement(int of) {
    switch (of) {
      case TRUE, FALSE, I8 -> advance(1);
      case I16, I32, I64 -> varint();
      case DOUBLE -> advance(Double.BYTES);
      case UUID -> advance(2 * Long.BYTES);
      case BINARY -> advance(length());
      case LIST, SET -> skipList();
      case MAP -> skipMap();
      case STRUCT -> skipStruct();
      default -> throw fault("there is no type " + of);
    }
  }

  private void skipStruct() {
    push();
    while (nextField() != 0) {
      skip();
    }
  }

  private void skipList() {
    push();
    int header = nextByte();
    int of = header & 0x0f;
    for (int left = sizeOf(header >> 4); left > 0; left--) {
      skipElement(of);
    }
    depth--;
  }

  private void skipMap() {
    push();
    int size = length();
    int types = size == 0 ? 0 : nextByte();
    for (int left = size; left > 0; left--) {
      skipElement(types >> 4);
      skipElement(types & 0x0f);
    }
    depth--;
  }

  private void expect(int wanted) {
    boolean integer = wanted >= I8 && wanted <= I64 && type >= I8 && type <= I64;
    boolean flag = wanted == TRUE && type == FALSE;
    if (type != wanted && !integer && !flag) {
      throw wrongType(wanted);
    }
  }

  /// What to throw when the current value is of another type than the one that belongs there.
  public DecodeException wrongType(int wanted) {
    return fault("a value of type " + type + " where type " + wanted + " belongs");
  }

  /// A length or count: each byte or element takes one byte or more of what is left.
  private int length() {
    return checkedLength(varint());
  }

  private int checkedLength(long length) {
    if (length < 0 || length > end - position() || length > Integer.MAX_VALUE) {
      throw fault("length " + length + ", and " + (end - position()) + " bytes are left");
    }
    return (int) length;
  }

  private static long zigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private long varint() {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      int next = nextByte();
      value |= (long) (next & 0x7f) << (7 * i);
      if (next < 0x80) {
        return value;
      }
    }
    throw fault("an integer of more than " + LONGEST_VARINT + " bytes");
  }

  private int nextByte() {
    if (at == filled) {
      fill();
    }
    return window[at++] & 0xff;
  }

  private void fill() {
    int length = (int) Math.min(WINDOW, end - filledTo);
    if (length <= 0) {
      throw fault("ends in the middle of a value");
    }
    MemorySegment.copy(data, ValueLayout.JAVA_BYTE, filledTo, window, 0, length);
    filledTo += length;
    filled = length;
    at = 0;
  }

  private void advance(long bytes) {
    if (bytes <= filled - at) {
      at += (int) bytes;
      return;
    }
    if (bytes > end - position()) {
      throw fault("ends in the middle of a value");
    }
    filledTo = position() + bytes;
    at = 0;
    filled = 0;
  }

  /// What to throw for bytes that are wrong in a way only the caller knows.
  public DecodeException fault(String problem) {
    return new DecodeException(position(), problem);
  }
}
