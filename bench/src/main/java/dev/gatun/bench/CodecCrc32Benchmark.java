package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CodecCrc32;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The checksum of a page. The rival is the JDK's intrinsic, which is the reference.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class CodecCrc32Benchmark {
  /// Bytes.
  @Param({"4096", "1048576"})
  public int size;

  /// The engine.
  @Param({"native", "java"})
  public String contender = "";

  private MemorySegment data = MemorySegment.NULL;
  private CodecCrc32 crc = Kernels.CODEC_CRC32.on(Engine.JAVA);

  /// Makes the bytes.
  @Setup(Level.Trial)
  public void setUp() {
    data = Pages.offHeap(Pages.page("indexes"));
    crc = Kernels.CODEC_CRC32.on(Engine.parse(contender));
  }

  /// Microseconds a checksum.
  @Benchmark
  public int update() {
    return crc.update(0, data, 0, size);
  }
}
