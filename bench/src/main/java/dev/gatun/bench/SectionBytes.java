package dev.gatun.bench;

import dev.gatun.internal.kernel.Slack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.ValuesWriter;

/// A section that parquet-java has written, for its own readers and for the kernels.
///
/// @param data the bytes, with the slack that kernels want
record SectionBytes(byte[] bytes, MemorySegment data) {
  /// A writer's first guess, and the size of its pages.
  static final int SLAB = 1 << 16;

  static final int PAGE = 1 << 26;

  /// What a writer holds.
  static SectionBytes of(ValuesWriter writer) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.getBytes().writeAllTo(out);
      return of(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SectionBytes of(byte[] bytes) {
    MemorySegment data = Arena.ofAuto().allocate(bytes.length + (long) Slack.BYTES, Slack.BYTES);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, data, 0, bytes.length);
    return new SectionBytes(bytes, data);
  }

  static HeapByteBufferAllocator allocator() {
    return HeapByteBufferAllocator.getInstance();
  }

  /// Puts a reader of parquet-java on the section.
  <R extends ValuesReader> R begin(R reader, int values) throws IOException {
    reader.initFromPage(values, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes)));
    return reader;
  }
}
