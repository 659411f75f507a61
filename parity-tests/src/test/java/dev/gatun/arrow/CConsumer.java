package dev.gatun.arrow;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;

/// What a consumer in C does with the structs, by the layouts of the specification.
@SuppressWarnings("restricted")
final class CConsumer implements AutoCloseable {
  static final long ARRAY = 80;
  static final long SCHEMA = 72;
  static final long STREAM = 40;

  private final Arena arena = Arena.ofShared();

  MemorySegment struct(long bytes) {
    return arena.allocate(bytes, 8);
  }

  /// The release callback is the last member but one of every struct.
  static MemorySegment releaseOf(MemorySegment struct) {
    return struct.get(ADDRESS, struct.byteSize() - 16);
  }

  static boolean isReleased(MemorySegment struct) {
    return releaseOf(struct).address() == 0;
  }

  static void release(MemorySegment struct) {
    callVoid(releaseOf(struct), struct);
  }

  static void callVoid(MemorySegment function, MemorySegment struct) {
    try {
      Linker.nativeLinker()
          .downcallHandle(function, FunctionDescriptor.ofVoid(ADDRESS))
          .invokeExact(struct);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /// Calls `get_schema` (0) or `get_next` (1).
  static int call(MemorySegment stream, int function, MemorySegment out) {
    try {
      return (int)
          Linker.nativeLinker()
              .downcallHandle(
                  stream.get(ADDRESS, 8L * function),
                  FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS))
              .invokeExact(stream, out);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static String lastError(MemorySegment stream) {
    try {
      MemorySegment text =
          (MemorySegment)
              Linker.nativeLinker()
                  .downcallHandle(stream.get(ADDRESS, 16), FunctionDescriptor.of(ADDRESS, ADDRESS))
                  .invokeExact(stream);
      return text.address() == 0 ? null : string(text);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static String string(MemorySegment text) {
    return text.reinterpret(Long.MAX_VALUE).getString(0);
  }

  /// The struct of a child, where its parent has it.
  static MemorySegment child(MemorySegment parent, int place) {
    long member = parent.byteSize() == ARRAY ? 48 : 40;
    MemorySegment pointers = parent.get(ADDRESS, member).reinterpret(8L * (place + 1));
    return pointers.getAtIndex(ADDRESS, place).reinterpret(parent.byteSize());
  }

  /// Moves a struct as the specification says: copy it, mark the source released.
  MemorySegment move(MemorySegment source) {
    MemorySegment moved = struct(source.byteSize()).copyFrom(source);
    source.set(ADDRESS, source.byteSize() - 16, MemorySegment.NULL);
    return moved;
  }

  /// A value of an `int64` array.
  static long value(MemorySegment array, int index) {
    MemorySegment buffers = array.get(ADDRESS, 40).reinterpret(16);
    return buffers.get(ADDRESS, 8).reinterpret(8L * (index + 1)).getAtIndex(JAVA_LONG, index);
  }

  @Override
  public void close() {
    arena.close();
  }
}
