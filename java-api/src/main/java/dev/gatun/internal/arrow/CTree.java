package dev.gatun.internal.arrow;

import dev.gatun.bindings.Callbacks;
import dev.gatun.bindings.NativeMemory;
import dev.gatun.internal.exec.Log;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A tree of C structs in the hands of a consumer, and the memory behind it.
///
/// A consumer may move a child out of its parent and release it later than the parent, on any
/// thread; so the memory is freed when every node has been released. A node's private data is a
/// number, not an address: a node that is released once too often is found out and ignored.
final class CTree {
  private static final int NODE_BITS = 24;
  private static final Map<Long, CTree> LIVE = new ConcurrentHashMap<>();
  private static final AtomicLong LAST_ID = new AtomicLong();

  private final CStruct kind;
  private final long id = LAST_ID.incrementAndGet();
  private final Slab slab = new Slab();
  private final BitSet held = new BitSet();
  private int nodes;
  private Runnable free = () -> {};

  CTree(CStruct kind) {
    this.kind = kind;
  }

  /// Zeroes that live as long as the tree.
  MemorySegment allocate(long bytes) {
    return slab.allocate(bytes);
  }

  /// A C string that lives as long as the tree.
  long string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    MemorySegment string = allocate(utf8.length + 1L);
    MemorySegment.copy(utf8, 0, string, ValueLayout.JAVA_BYTE, 0, utf8.length);
    return string.address();
  }

  /// A node: all zero but for how it is released and room for pointers to its children.
  MemorySegment node(int children) {
    if (nodes >>> NODE_BITS != 0) {
      throw new IllegalArgumentException("more than 2^" + NODE_BITS + " columns and children");
    }
    MemorySegment node = allocate(kind.size);
    CStruct.set(node, CStruct.CHILD_COUNT, children);
    CStruct.set(node, kind.children, children == 0 ? 0 : allocate(8L * children).address());
    CStruct.set(node, kind.release, Release.of(kind).address());
    CStruct.set(node, kind.privateData, id << NODE_BITS | nodes);
    held.set(nodes++);
    return node;
  }

  void setChild(MemorySegment parent, int place, MemorySegment child) {
    MemorySegment pointers = NativeMemory.at(CStruct.get(parent, kind.children), 8L * (place + 1));
    CStruct.set(pointers, 8L * place, child.address());
  }

  void setDictionary(MemorySegment parent, MemorySegment dictionary) {
    CStruct.set(parent, kind.dictionary, dictionary.address());
  }

  /// Gives the tree to a consumer.
  ///
  /// @param address where its struct is; what is there is overwritten
  /// @param free run once every node has been released
  void publish(MemorySegment root, long address, Runnable free) {
    this.free = free;
    LIVE.put(id, this);
    kind.at(address).copyFrom(root);
  }

  private static void releaseSchema(long address) {
    release(CStruct.SCHEMA, address);
  }

  private static void releaseArray(long address) {
    release(CStruct.ARRAY, address);
  }

  /// Runs when a consumer releases a node.
  private static void release(CStruct kind, long address) {
    try {
      releaseNode(kind, kind.at(address));
    } catch (Throwable e) {
      Log.log(Level.ERROR, "releasing exported Arrow data failed", e);
    }
  }

  private static void releaseNode(CStruct kind, MemorySegment node) {
    if (CStruct.get(node, kind.release) != Release.of(kind).address()) {
      return;
    }
    int children = Math.toIntExact(CStruct.get(node, CStruct.CHILD_COUNT));
    MemorySegment pointers = NativeMemory.at(CStruct.get(node, kind.children), 8L * children);
    for (int i = 0; i < children; i++) {
      releaseNode(kind, kind.at(CStruct.get(pointers, 8L * i)));
    }
    long dictionary = CStruct.get(node, kind.dictionary);
    if (dictionary != 0) {
      releaseNode(kind, kind.at(dictionary));
    }
    CStruct.set(node, kind.release, 0);
    long name = CStruct.get(node, kind.privateData);
    CTree tree = LIVE.get(name >>> NODE_BITS);
    if (tree != null) {
      tree.let((int) (name & (1 << NODE_BITS) - 1));
    }
  }

  private void let(int node) {
    synchronized (this) {
      if (!held.get(node)) {
        return;
      }
      held.clear(node);
      if (!held.isEmpty()) {
        return;
      }
    }
    LIVE.remove(id);
    free.run();
  }

  /// Trees that consumers have not released.
  static int live() {
    return LIVE.size();
  }

  /// The release callbacks.
  private static final class Release {
    private static final MemorySegment SCHEMA = callback("releaseSchema");
    private static final MemorySegment ARRAY = callback("releaseArray");

    static MemorySegment of(CStruct kind) {
      return kind == CStruct.SCHEMA ? SCHEMA : ARRAY;
    }
  }

  private static MemorySegment callback(String name) {
    return Callbacks.create(MethodHandles.lookup(), name, void.class, 1);
  }

  /// Many small pieces of memory. Collected with the tree: consumers that look at a node they
  /// released are wrong, but a race of that kind should not cost the process its life.
  private static final class Slab {
    private static final long CHUNK = 4096;

    private final Arena arena = Arena.ofAuto();
    private MemorySegment chunk = MemorySegment.NULL;
    private long used;

    MemorySegment allocate(long bytes) {
      long size = (bytes + 7) & -8;
      if (size > chunk.byteSize() - used) {
        chunk = arena.allocate(Math.max(size, CHUNK), 8);
        used = 0;
      }
      used += size;
      return chunk.asSlice(used - size, bytes);
    }
  }
}
