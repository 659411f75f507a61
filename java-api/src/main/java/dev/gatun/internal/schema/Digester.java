package dev.gatun.internal.schema;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.Engine;
import dev.gatun.hash.Sha256;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;

/// SHA-256 of a text that comes in pieces.
final class Digester implements AutoCloseable {
  private final Tallies tallies;
  private final Counted<HashSha256.Streams> stream;
  private final MemorySegment range;
  private final MemorySegment digest;

  Digester(Engine engine, Region scratch) {
    this.tallies = new Tallies(engine);
    this.stream = tallies.on(Kernels.HASH_SHA256).open(kernel -> kernel.open(1));
    this.range = scratch.allocate(HashSha256.RANGE_BYTES);
    this.digest = scratch.allocate(HashSha256.DIGEST_BYTES);
  }

  void update(GrowingText text) {
    range.setAtIndex(JAVA_LONG, 0, 0);
    range.setAtIndex(JAVA_LONG, 1, text.size());
    stream.tally().begin(text.size());
    try {
      stream.kernel().update(text.segment(), range);
      stream.tally().end(1, text.size());
    } finally {
      tallies.flush();
    }
  }

  /// The digest of all since the last time.
  Sha256 finish() {
    stream.kernel().finish(0, digest, 0);
    return Sha256.of(digest);
  }

  @Override
  public void close() {
    stream.kernel().close();
  }
}
