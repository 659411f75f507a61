package dev.gatun.internal.reference;

/// A binary heap of vertices by path length, where a vertex moves up when its length becomes less.
///
/// Source: J. W. J. Williams, Algorithm 232: Heapsort, CACM 7(6), 1964.
final class VertexHeap {
  private final PathLengths lengths;
  private final int[] heap;
  // One more than a vertex's place in the heap, 0 when it is not there.
  private final int[] places;
  private int size;

  VertexHeap(int vertices, PathLengths lengths) {
    this.lengths = lengths;
    this.heap = new int[vertices];
    this.places = new int[vertices];
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Brings a vertex to its place after its length became less, or puts it in. O(log n).
  void update(int v) {
    int at = places[v] == 0 ? size++ : places[v] - 1;
    while (at > 0 && lengths.get(v) < lengths.get(heap[(at - 1) / 2])) {
      put(at, heap[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(at, v);
  }

  /// Takes a vertex of least length out. O(log n).
  int removeNearest() {
    int nearest = heap[0];
    places[nearest] = 0;
    int last = heap[--size];
    if (size > 0) {
      sink(last);
    }
    return nearest;
  }

  /// Puts a vertex in at the root, which is free, and lets it down to its place.
  private void sink(int v) {
    int at = 0;
    for (int child = lesserChild(at); child > 0; child = lesserChild(at)) {
      if (lengths.get(v) <= lengths.get(heap[child])) {
        break;
      }
      put(at, heap[child]);
      at = child;
    }
    put(at, v);
  }

  /// The place of the child of less length, 0 when there is no child.
  private int lesserChild(int at) {
    int left = 2 * at + 1;
    if (left >= size || left < 0) {
      return 0;
    }
    int right = left + 1;
    return right < size && lengths.get(heap[right]) < lengths.get(heap[left]) ? right : left;
  }

  private void put(int at, int v) {
    heap[at] = v;
    places[v] = at + 1;
  }
}
