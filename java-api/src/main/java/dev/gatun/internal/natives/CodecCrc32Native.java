package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CodecCrc32;
import java.lang.foreign.MemorySegment;

/// [CodecCrc32] by `gatun_codec_crc32`.
public final class CodecCrc32Native implements CodecCrc32 {
  @Override
  public int update(int seed, MemorySegment data, long offset, long size) {
    return gatun_h.gatun_codec_crc32(seed, data.asSlice(offset, size), size);
  }
}
