package dev.gatun.internal.schema;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;

/// SHA-256 of a text that comes in pieces.
final class Digester implements AutoCloseable {
  private final HashSha256.Streams stream;
  private final MemorySegment range;
  private final MemorySegment digest;

  Digester(Engine engine, Region scratch) {
    this.stream = Kernels.HASH_SHA256.on(engine).open(1);
    this.range = scratch.allocate(HashSha256.RANGE_BYTES);
    this.digest = scratch.allocate(HashSha256.DIGEST_BYTES);
  }

  void update(GrowingText text) {
    range.setAtIndex(JAVA_LONG, 0, 0);
    range.setAtIndex(JAVA_LONG, 1, text.size());
    stream.update(text.segment(), range);
  }

  /// The digest in hexadecimal.
  String finish() {
    stream.finish(0, digest, 0);
    return HexFormat.of().formatHex(digest.toArray(ValueLayout.JAVA_BYTE));
  }

  @Override
  public void close() {
    stream.close();
  }
}
