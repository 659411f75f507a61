package dev.gatun.internal.exec;

import dev.gatun.RunOptions;
import dev.gatun.bindings.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Large blocks kept for re-use: touching fresh memory costs ten times as much as writing to memory
/// that was used before. Keeps at most `gatun.pool.bytes` (default 1 GiB); the largest blocks go
/// first. Thread-safe.
public final class BlockPool {
  static final long PAGE = 2L << 20;
  private static final BlockPool SHARED =
      new BlockPool(RunOptions.parseBytes(System.getProperty("gatun.pool.bytes", "1g")));

  private final long capacity;
  private final NavigableMap<Long, ArrayList<MemorySegment>> idle = new TreeMap<>();
  private long idleBytes;

  BlockPool(long capacity) {
    this.capacity = capacity;
  }

  /// The pool of the process.
  public static BlockPool shared() {
    return SHARED;
  }

  /// A block of at least `bytes`, contents undefined: an idle one that wastes at most a quarter, or
  /// a fresh one.
  ///
  /// @throws OutOfMemoryError when the operating system has no more
  MemorySegment take(long bytes) {
    long size = (bytes + PAGE - 1) / PAGE * PAGE;
    MemorySegment block = idleBlock(size);
    return block != null ? block : NativeMemory.map(size);
  }

  private synchronized @Nullable MemorySegment idleBlock(long size) {
    Map.Entry<Long, ArrayList<MemorySegment>> fit = idle.ceilingEntry(size);
    if (fit == null || fit.getKey() > size + size / 3 + PAGE) {
      return null;
    }
    return removeOne(fit);
  }

  private MemorySegment removeOne(Map.Entry<Long, ArrayList<MemorySegment>> entry) {
    MemorySegment block = entry.getValue().removeLast();
    if (entry.getValue().isEmpty()) {
      idle.remove(entry.getKey());
    }
    idleBytes -= block.byteSize();
    return block;
  }

  void give(MemorySegment block) {
    Collection<MemorySegment> surplus = new ArrayList<>();
    synchronized (this) {
      idle.computeIfAbsent(block.byteSize(), _ -> new ArrayList<>()).add(block);
      idleBytes += block.byteSize();
      while (idleBytes > capacity) {
        surplus.add(removeOne(idle.lastEntry()));
      }
    }
    surplus.forEach(NativeMemory::unmap);
  }

  /// Bytes kept and held by nobody.
  public synchronized long idleBytes() {
    return idleBytes;
  }

  /// Gives every idle block back to the operating system.
  public void trim() {
    Collection<MemorySegment> all = new ArrayList<>();
    synchronized (this) {
      idle.values().forEach(all::addAll);
      idle.clear();
      idleBytes = 0;
    }
    all.forEach(NativeMemory::unmap);
  }
}
