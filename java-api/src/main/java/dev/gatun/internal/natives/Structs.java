package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr;
import dev.gatun.internal.kernel.Csr;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Filling C structs.
final class Structs {
  private Structs() {}

  /// Writes a graph; null leaves the struct zero, which means "not at hand".
  static void put(MemorySegment struct, @Nullable Csr graph) {
    if (graph == null) {
      return;
    }
    gatun_csr.vertices(struct, graph.vertices());
    gatun_csr.entries(struct, graph.entries());
    gatun_csr.offsets(struct, graph.offsets());
    gatun_csr.neighbours(struct, graph.neighbours());
    gatun_csr.weights(struct, orNull(graph.weights()));
    gatun_csr.weight_type(struct, graph.weightType().ordinal());
    gatun_csr.sorted(struct, graph.sorted() ? 1 : 0);
  }

  static MemorySegment orNull(@Nullable MemorySegment segment) {
    return segment == null ? MemorySegment.NULL : segment;
  }
}
