package dev.gatun.internal.graphio;

/// Ids that are vertices, counted from `first`, and were checked to be. Remembers the largest one.
final class DenseMapper implements IdMapper {
  private final int first;
  private long largest = -1;

  DenseMapper(int first) {
    this.first = first;
  }

  @Override
  public void map(long[] ids, int count, int[] vertices) {
    long most = largest;
    for (int i = 0; i < count; i++) {
      long vertex = ids[i] - first;
      vertices[i] = (int) vertex;
      most = Math.max(most, vertex);
    }
    largest = most;
  }

  /// Vertices up to the largest one seen.
  int vertices() {
    return (int) (largest + 1);
  }
}
