package dev.gatun.internal.exec;

import dev.gatun.MemoryLimitException;
import dev.gatun.bindings.NativeMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Off-heap memory with one owner: allocated piece by piece, freed together. Charged to an account.
/// Use of a segment after [#close] throws [IllegalStateException]; closing while a kernel call
/// works on the region does so too, since kernels see raw addresses.
///
/// Allocation and close are for one thread at a time.
public final class Region implements AutoCloseable {
  /// Alignment of every segment in bytes.
  public static final long ALIGNMENT = 64;

  /// No machine addresses more: sizes above it are refused before anything is added to them.
  private static final long MOST_BYTES = 1L << 47;

  private static final long POOLED_FROM = 1L << 20;

  private final Arena arena = Arena.ofShared();
  private final MemoryAccount account;
  private final List<MemorySegment> blocks = new ArrayList<>();
  private long charged;
  private int users;
  private boolean closed;

  /// An empty region.
  public Region(MemoryAccount account) {
    this.account = account;
  }

  /// `bytes` with undefined contents.
  ///
  /// @throws MemoryLimitException when a limit is passed or the system has no more
  public synchronized MemorySegment allocate(long bytes) {
    if (closed) {
      throw new IllegalStateException("already closed");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("negative size " + bytes);
    }
    if (bytes > MOST_BYTES) {
      throw refused(bytes, "no system has that much");
    }
    account.charge(bytes);
    try {
      MemorySegment segment = provide(bytes);
      charged += bytes;
      return segment;
    } catch (OutOfMemoryError e) {
      account.release(bytes);
      throw refused(bytes, String.valueOf(e.getMessage()));
    }
  }

  private MemorySegment provide(long bytes) {
    if (bytes < POOLED_FROM || !LoadedLibrary.status().available()) {
      return arena.allocate(bytes, ALIGNMENT);
    }
    MemorySegment block = BlockPool.shared().take(bytes);
    blocks.add(block);
    return NativeMemory.lend(block, bytes, arena);
  }

  private static MemoryLimitException refused(long bytes, String reason) {
    return new MemoryLimitException(
        "the system refused " + bytes + " bytes of off-heap memory: " + reason, bytes, -1);
  }

  /// `bytes` of zeroes.
  public MemorySegment allocateZeroed(long bytes) {
    return allocate(bytes).fill((byte) 0);
  }

  /// Room for `count` elements of `size` bytes.
  ///
  /// @throws MemoryLimitException also when the product overflows
  public MemorySegment allocate(long count, long size) {
    return allocate(count > MOST_BYTES / Math.max(size, 1) ? Long.MAX_VALUE : count * size);
  }

  /// Marks the region as in use by a kernel call.
  synchronized void acquire() {
    if (closed) {
      throw new IllegalStateException("already closed");
    }
    users++;
  }

  synchronized void release() {
    users--;
  }

  /// Bytes allocated.
  public synchronized long bytes() {
    return charged;
  }

  /// Frees everything. Closing twice does nothing.
  ///
  /// @throws IllegalStateException while a call uses the region
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    if (users > 0) {
      throw new IllegalStateException("in use by a running call: cancel it or wait for it first");
    }
    // Fails while another thread is inside a call that was given a segment. Nothing is freed then.
    arena.close();
    closed = true;
    blocks.forEach(BlockPool.shared()::give);
    blocks.clear();
    account.release(charged);
  }
}
