package dev.gatun.internal.graphio;

import java.util.Arrays;

/// A list of longs that grows page by page: no pause for copying, however long it is.
final class LongPages {
  private static final int SHIFT = 13;
  private static final int MASK = (1 << SHIFT) - 1;

  private long[][] pages = new long[1][1 << SHIFT];
  private int size;

  int size() {
    return size;
  }

  long get(int index) {
    return pages[index >>> SHIFT][index & MASK];
  }

  void add(long value) {
    int page = size >>> SHIFT;
    if (page == pages.length) {
      pages = Arrays.copyOf(pages, 2 * page);
    }
    if (pages[page] == null) {
      pages[page] = new long[1 << SHIFT];
    }
    pages[page][size++ & MASK] = value;
  }
}
