package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import java.util.Arrays;

/// Vertices for 64-bit ids in order of first appearance. Small ids are looked up in a table, the
/// others by hash; what counts as small grows with the number of ids. On the Java heap: about 28
/// bytes an id.
public final class LongDictionary implements EdgeIds {
  /// Most ids to look up together.
  static final int BATCH = 8192;

  private static final int PAGE_SHIFT = 16;
  private static final int PAGE_MASK = (1 << PAGE_SHIFT) - 1;
  private static final int[] EMPTY_PAGE = new int[1 << PAGE_SHIFT];
  private static final long SMALL = 1 << 20;
  private static final int SMALL_PER_ID = 16;

  private final String source;
  private final Runnable checkpoint;
  private final LongPages ids = new LongPages();
  private final HashIndex index = new HashIndex();

  /// Indexes of the ids of a batch that the table does not know, their hashes, and where these
  /// lead.
  private final int[] pending = new int[BATCH];

  private final long[] hashes = new long[BATCH];
  private final long[] slots = new long[BATCH];

  /// Vertex + 1 of every id below `pages.length << PAGE_SHIFT`, 0 for none.
  private int[][] pages = {};

  /// @param source what is read, for errors
  /// @param checkpoint called about every millisecond while nothing else happens
  LongDictionary(String source, Runnable checkpoint) {
    this.source = source;
    this.checkpoint = checkpoint;
  }

  /// Number of ids.
  @Override
  public int size() {
    return ids.size();
  }

  /// The id of a vertex.
  public long id(int vertex) {
    return ids.get(vertex);
  }

  /// The vertex of an id, -1 when there is none.
  public int find(long id) {
    return isSmall(id) ? pages[page(id)][entry(id)] - 1 : find(id, hash(id));
  }

  /// The vertices of `count` ids from index `from` on, at most [#BATCH]: new ones, in their order,
  /// for those that are new.
  void map(long[] given, int from, int count, int[] vertices) {
    int open = 0;
    for (int i = 0; i < count; i++) {
      long id = given[from + i];
      int known = isSmall(id) ? pages[page(id)][entry(id)] : 0;
      vertices[i] = known - 1;
      if (known == 0) {
        pending[open++] = i;
      }
    }
    if (open > 0) {
      findMost(given, from, open, vertices);
      for (int k = 0; k < open; k++) {
        int i = pending[k];
        if (vertices[i] < 0) {
          vertices[i] = findOrAdd(given[from + i]);
        }
      }
    }
  }

  /// Finds what is at the first place to look, step by step for all ids, so that waiting for memory
  /// overlaps.
  private void findMost(long[] given, int from, int open, int[] vertices) {
    for (int k = 0; k < open; k++) {
      hashes[k] = hash(given[from + pending[k]]);
    }
    index.firstSlots(hashes, open, slots);
    for (int k = 0; k < open; k++) {
      long slot = slots[k];
      int i = pending[k];
      if (HashIndex.mayHold(slot, hashes[k]) && slot != 0) {
        int vertex = HashIndex.vertex(slot);
        vertices[i] = ids.get(vertex) == given[from + i] ? vertex : -1;
      }
    }
  }

  private boolean isSmall(long id) {
    return id >= 0 && id >>> PAGE_SHIFT < pages.length;
  }

  private static int page(long id) {
    return (int) (id >>> PAGE_SHIFT);
  }

  private static int entry(long id) {
    return (int) id & PAGE_MASK;
  }

  private long hash(long id) {
    return HashIndex.mix(id ^ index.seed());
  }

  private int findOrAdd(long id) {
    if (isSmall(id) || becomesSmall(id)) {
      int known = pages[page(id)][entry(id)];
      return known != 0 ? known - 1 : addSmall(id);
    }
    long hash = hash(id);
    int vertex = find(id, hash);
    if (vertex < 0) {
      vertex = add(id);
      index.insert(hash, vertex);
    }
    return vertex;
  }

  private int find(long id, long hash) {
    long[] table = index.table(hash);
    int mask = table.length - 1;
    for (int at = (int) hash & mask; table[at] != 0; at = at + 1 & mask) {
      long slot = table[at];
      if (HashIndex.mayHold(slot, hash) && ids.get(HashIndex.vertex(slot)) == id) {
        return HashIndex.vertex(slot);
      }
    }
    return -1;
  }

  private int addSmall(long id) {
    int vertex = add(id);
    enter(id, vertex);
    return vertex;
  }

  private void enter(long id, int vertex) {
    int page = page(id);
    if (pages[page] == EMPTY_PAGE) {
      pages[page] = new int[1 << PAGE_SHIFT];
    }
    pages[page][entry(id)] = vertex + 1;
  }

  private int add(long id) {
    if (ids.size() == Integer.MAX_VALUE) {
      throw new InputFormatException(
          source, 0, 0, -1, "expected at most " + Integer.MAX_VALUE + " vertices, found more");
    }
    ids.add(id);
    return ids.size() - 1;
  }

  /// Widens the table to hold an id that has become small enough for it, with those that were
  /// entered by hash.
  private boolean becomesSmall(long id) {
    if (id < 0 || id >= Math.clamp((long) SMALL_PER_ID * ids.size(), SMALL, 1L << 32)) {
      return false;
    }
    long before = (long) pages.length << PAGE_SHIFT;
    long limit = Math.max(Long.highestOneBit(id) << 1, 1 << PAGE_SHIFT);
    int[][] wider = Arrays.copyOf(pages, (int) (limit >>> PAGE_SHIFT));
    Arrays.fill(wider, pages.length, wider.length, EMPTY_PAGE);
    pages = wider;
    for (int vertex = 0; vertex < ids.size(); vertex++) {
      if ((vertex & PAGE_MASK) == 0) {
        checkpoint.run();
      }
      long known = ids.get(vertex);
      if (known >= before && known < limit) {
        enter(known, vertex);
      }
    }
    return true;
  }
}
