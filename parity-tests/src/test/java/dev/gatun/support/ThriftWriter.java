package dev.gatun.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/// Writes the Thrift compact protocol, right or wrong.
public final class ThriftWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ArrayDeque<Integer> lastIds = new ArrayDeque<>();
  private int last;

  /// What was written.
  public byte[] bytes() {
    return out.toByteArray();
  }

  /// A byte as it is.
  public ThriftWriter raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  /// An unsigned integer of variable length.
  public ThriftWriter varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write((int) left);
    return this;
  }

  /// A signed integer of variable length.
  public ThriftWriter zigzag(long value) {
    return varint(value << 1 ^ value >> 63);
  }

  /// The header of a field.
  public ThriftWriter field(int id, int type) {
    int delta = id - last;
    if (delta > 0 && delta < 16) {
      out.write(delta << 4 | type);
    } else {
      out.write(type);
      zigzag(id);
    }
    last = id;
    return this;
  }

  public ThriftWriter int32(int id, int value) {
    return field(id, 5).zigzag(value);
  }

  public ThriftWriter int64(int id, long value) {
    return field(id, 6).zigzag(value);
  }

  public ThriftWriter bool(int id, boolean value) {
    return field(id, value ? 1 : 2);
  }

  public ThriftWriter binary(int id, byte[] value) {
    return field(id, 8).binary(value);
  }

  /// Bytes as an element of a list.
  public ThriftWriter binary(byte[] value) {
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  public ThriftWriter text(int id, String value) {
    return binary(id, value.getBytes(StandardCharsets.UTF_8));
  }

  /// The header of a list.
  public ThriftWriter list(int id, int elementType, long size) {
    field(id, 9);
    return size < 15 ? raw((int) size << 4 | elementType) : raw(0xf0 | elementType).varint(size);
  }

  /// Begins a struct that is a field.
  public ThriftWriter struct(int id) {
    return field(id, 12).begin();
  }

  /// Begins a struct that is an element.
  public ThriftWriter begin() {
    lastIds.push(last);
    last = 0;
    return this;
  }

  /// Ends the innermost struct.
  public ThriftWriter end() {
    last = lastIds.isEmpty() ? 0 : lastIds.pop();
    return raw(0);
  }
}
