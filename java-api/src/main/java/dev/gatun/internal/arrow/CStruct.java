package dev.gatun.internal.arrow;

import dev.gatun.bindings.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Where the members are that `ArrowSchema` and `ArrowArray` have in common. Both are trees whose
/// nodes are released one by one.
///
/// Layouts of the Arrow C data interface on 64-bit platforms, the only ones there are natives for.
enum CStruct {
  SCHEMA(72, 40, 48, 56, 64),
  ARRAY(80, 48, 56, 64, 72);

  /// `int64_t n_children` of both.
  static final long CHILD_COUNT = 32;

  final long size;
  final long children;
  final long dictionary;
  final long release;
  final long privateData;

  CStruct(long size, long children, long dictionary, long release, long privateData) {
    this.size = size;
    this.children = children;
    this.dictionary = dictionary;
    this.release = release;
    this.privateData = privateData;
  }

  MemorySegment at(long address) {
    return NativeMemory.at(address, size);
  }

  /// Members of `ArrowSchema` alone.
  static final class Schema {
    static final long FORMAT = 0;
    static final long NAME = 8;
    static final long METADATA = 16;
    static final long FLAGS = 24;

    private Schema() {}
  }

  /// Members of `ArrowArray` alone.
  static final class Array {
    static final long LENGTH = 0;
    static final long NULL_COUNT = 8;
    static final long BUFFER_COUNT = 24;
    static final long BUFFERS = 40;

    private Array() {}
  }

  /// Members of `ArrowArrayStream`.
  static final class Stream {
    static final long SIZE = 40;
    static final long GET_SCHEMA = 0;
    static final long GET_NEXT = 8;
    static final long GET_LAST_ERROR = 16;
    static final long RELEASE = 24;
    static final long PRIVATE_DATA = 32;

    private Stream() {}
  }

  static long get(MemorySegment struct, long member) {
    return struct.get(ValueLayout.JAVA_LONG_UNALIGNED, member);
  }

  static void set(MemorySegment struct, long member, long value) {
    struct.set(ValueLayout.JAVA_LONG_UNALIGNED, member, value);
  }
}
