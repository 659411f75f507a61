package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Vertices for strings in order of first appearance. On the Java heap: the UTF-8 bytes, and about
/// 40 bytes a string.
public final class StringDictionary implements EdgeIds {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// The longest string fits a page.
  private static final int PAGE_SHIFT = 20;

  private static final int PAGE = 1 << PAGE_SHIFT;
  private static final int LENGTH_BITS = PAGE_SHIFT + 1;

  private final String source;
  private final HashIndex index = new HashIndex();

  /// Of each string: its place in the pages, then LENGTH_BITS of its length.
  private final LongPages places = new LongPages();

  /// Of the strings that are looked up together: their hashes, and where these lead.
  private long[] hashes = {};

  private long[] slots = {};
  private byte[][] pages = {new byte[PAGE]};
  private int lastPage;
  private int filled;

  /// @param source what is read, for errors
  StringDictionary(String source) {
    this.source = source;
  }

  /// The same vertices with their numbers for names.
  StringDictionary(String source, LongDictionary numbers, Runnable checkpoint) {
    this(source);
    for (int vertex = 0; vertex < numbers.size(); vertex++) {
      if ((vertex & 0xfff) == 0) {
        checkpoint.run();
      }
      byte[] name = Long.toString(numbers.id(vertex)).getBytes(StandardCharsets.US_ASCII);
      add(name, 0, name.length);
    }
  }

  /// Number of strings.
  @Override
  public int size() {
    return places.size();
  }

  /// The string of a vertex.
  public String name(int vertex) {
    long place = places.get(vertex);
    return new String(page(place), start(place), length(place), StandardCharsets.UTF_8);
  }

  /// The vertex of a string, -1 when there is none.
  public int find(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return find(utf8, 0, utf8.length);
  }

  /// The vertex of the string in bytes `from` to `to`, -1 when there is none.
  int find(byte[] bytes, int from, int to) {
    long hash = hash(bytes, from, to);
    long[] table = index.table(hash);
    int mask = table.length - 1;
    for (int at = (int) hash & mask; table[at] != 0; at = at + 1 & mask) {
      long slot = table[at];
      if (HashIndex.mayHold(slot, hash) && equal(HashIndex.vertex(slot), bytes, from, to)) {
        return HashIndex.vertex(slot);
      }
    }
    return -1;
  }

  /// The vertices of most of `count` strings that are there, -1 for the others. Step by step for
  /// all strings, so that waiting for memory overlaps.
  ///
  /// @param first string i is bytes `from[first + i]` to `to[first + i]`
  void findMost(byte[] bytes, int[] from, int[] to, int first, int count, int[] vertices) {
    if (hashes.length < count) {
      hashes = new long[count];
      slots = new long[count];
    }
    for (int i = 0; i < count; i++) {
      hashes[i] = hash(bytes, from[first + i], to[first + i]);
    }
    index.firstSlots(hashes, count, slots);
    for (int i = 0; i < count; i++) {
      boolean may = slots[i] != 0 && HashIndex.mayHold(slots[i], hashes[i]);
      vertices[i] = may ? HashIndex.vertex(slots[i]) : -1;
      slots[i] = may ? places.get(vertices[i]) : 0;
    }
    for (int i = 0; i < count; i++) {
      if (vertices[i] >= 0 && !equalAt(slots[i], bytes, from[first + i], to[first + i])) {
        vertices[i] = -1;
      }
    }
  }

  private boolean equal(int vertex, byte[] bytes, int from, int to) {
    return equalAt(places.get(vertex), bytes, from, to);
  }

  private boolean equalAt(long place, byte[] bytes, int from, int to) {
    int start = start(place);
    return Arrays.equals(page(place), start, start + length(place), bytes, from, to);
  }

  /// Adds a string that is not there: valid UTF-8 of at most [ReadOptions#MAX_LINE] bytes.
  ///
  /// @return its vertex
  int add(byte[] bytes, int from, int to) {
    if (places.size() == Integer.MAX_VALUE) {
      throw new InputFormatException(
          source, 0, 0, -1, "expected at most " + Integer.MAX_VALUE + " vertices, found more");
    }
    int length = to - from;
    if (filled + length > PAGE) {
      newPage();
    }
    System.arraycopy(bytes, from, pages[lastPage], filled, length);
    long place = (long) lastPage << PAGE_SHIFT | filled;
    filled += length;
    places.add(place << LENGTH_BITS | length);
    int vertex = places.size() - 1;
    index.insert(hash(bytes, from, to), vertex);
    return vertex;
  }

  private void newPage() {
    lastPage++;
    filled = 0;
    if (lastPage == pages.length) {
      pages = Arrays.copyOf(pages, 2 * lastPage);
    }
    pages[lastPage] = new byte[PAGE];
  }

  private byte[] page(long place) {
    return pages[(int) (place >>> LENGTH_BITS + PAGE_SHIFT)];
  }

  private static int start(long place) {
    return (int) (place >>> LENGTH_BITS) & PAGE - 1;
  }

  private static int length(long place) {
    return (int) place & (1 << LENGTH_BITS) - 1;
  }

  private long hash(byte[] bytes, int from, int to) {
    long h = index.seed() + (to - from);
    int p = from;
    for (; p + 8 <= to; p += 8) {
      h = HashIndex.mix(h ^ (long) WORD.get(bytes, p));
    }
    long tail = 0;
    for (; p < to; p++) {
      tail = tail << 8 | bytes[p] & 0xff;
    }
    return HashIndex.mix(h ^ tail);
  }
}
