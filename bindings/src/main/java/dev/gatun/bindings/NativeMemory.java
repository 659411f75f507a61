package dev.gatun.bindings;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.gatun.bindings.generated.gatun_h;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory on large pages, for arrays that are read at random. Whoever maps a block unmaps it;
/// [#lend] gives it a guarded lifetime in between.
///
/// Mapping and unmapping need the native library and throw [IllegalStateException] without it.
/// Thread-safe.
public final class NativeMemory {

  /// Largest block, in bytes: what a process can address on today's CPUs.
  public static final long MAX_BYTES = 1L << 47;

  private NativeMemory() {}

  /// Maps private memory, aligned to 2 MiB and zero. The system provides a page when it is first
  /// touched.
  ///
  /// The segment is alive for ever as far as Java knows: use it through [#lend] only.
  ///
  /// @param bytes 1 to [#MAX_BYTES]
  /// @throws IllegalArgumentException if `bytes` is outside its range
  /// @throws OutOfMemoryError if the system has no such block
  public static MemorySegment map(long bytes) {
    if (bytes < 1 || bytes > MAX_BYTES) {
      throw new IllegalArgumentException("bytes must be 1 to 2^47, not " + bytes);
    }
    requireLibrary();
    try (Arena call = Arena.ofConfined()) {
      MemorySegment out = call.allocate(ADDRESS);
      Status status = Status.ofCode(gatun_h.gatun_memory_map(bytes, out));
      return switch (status) {
        case OK -> out.get(ADDRESS, 0).reinterpret(bytes);
        case OUT_OF_MEMORY ->
            throw new OutOfMemoryError("the system has no " + bytes + " bytes of native memory");
        default -> throw new IllegalStateException("gatun_memory_map returned " + status);
      };
    }
  }

  /// The first `bytes` of a block, usable until `arena` closes, which leaves the block itself
  /// mapped.
  ///
  /// @throws IndexOutOfBoundsException if the block is smaller
  /// @throws IllegalStateException if `arena` is closed
  /// @throws WrongThreadException if `arena` is confined to another thread
  public static MemorySegment lend(MemorySegment block, long bytes, Arena arena) {
    return block.asSlice(0, bytes).reinterpret(arena, null);
  }

  /// Whether [#lend] may be called without a warning or an exception of the JVM.
  public static boolean mayLend() {
    return NativeMemory.class.getModule().isNativeAccessEnabled()
        || NativeLibrary.status().available();
  }

  /// Memory of somebody else that is known by its address. Nothing guards its lifetime.
  public static MemorySegment at(long address, long bytes) {
    return MemorySegment.ofAddress(address).reinterpret(bytes);
  }

  /// Gives a block back to the system. Nobody may use it or anything lent from it any more.
  ///
  /// @param block exactly what [#map] returned
  public static void unmap(MemorySegment block) {
    requireLibrary();
    Status status = Status.ofCode(gatun_h.gatun_memory_unmap(block, block.byteSize()));
    if (status != Status.OK) {
      throw new IllegalStateException("gatun_memory_unmap returned " + status);
    }
  }

  /// Before the generated class fails to initialise, which would look like a broken program.
  private static void requireLibrary() {
    var _ = NativeLibrary.lookup();
  }
}
