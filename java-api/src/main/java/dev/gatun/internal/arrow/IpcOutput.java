package dev.gatun.internal.arrow;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Bytes on their way to a channel: small pieces are put together, large ones are written from
/// where they are.
final class IpcOutput {
  /// What bodies and their buffers begin at multiples of.
  static final int ALIGNMENT = 64;

  private static final int STAGE = 1 << 16;

  /// Buffers of the platform end at 2 GiB.
  private static final int AT_ONCE = 1 << 28;

  private final WritableByteChannel channel;
  private final byte[] stage = new byte[STAGE];
  private final MemorySegment staged = MemorySegment.ofArray(stage);
  private int filled;
  private long position;

  IpcOutput(WritableByteChannel channel) {
    this.channel = channel;
  }

  /// Bytes so far.
  long position() {
    return position;
  }

  void write(byte[] bytes) throws IOException {
    write(MemorySegment.ofArray(bytes));
  }

  void write(MemorySegment bytes) throws IOException {
    long size = bytes.byteSize();
    long at = 0;
    while (at < size) {
      if (filled == 0 && size - at >= STAGE && bytes.isNative()) {
        int length = (int) Math.min(size - at, AT_ONCE);
        drain(bytes.asSlice(at, length).asByteBuffer());
        at += length;
      } else {
        int length = (int) Math.min(size - at, STAGE - filled);
        MemorySegment.copy(bytes, at, staged, filled, length);
        filled += length;
        at += length;
        if (filled == STAGE || (size - at >= STAGE && bytes.isNative())) {
          flush();
        }
      }
    }
    position += size;
  }

  /// Zeroes up to a multiple of [#ALIGNMENT].
  void align() throws IOException {
    write(new byte[padding(position)]);
  }

  /// Bytes from a position to the next multiple of [#ALIGNMENT].
  static int padding(long position) {
    return (int) (-position & ALIGNMENT - 1);
  }

  void flush() throws IOException {
    drain(ByteBuffer.wrap(stage, 0, filled));
    filled = 0;
  }

  private void drain(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
