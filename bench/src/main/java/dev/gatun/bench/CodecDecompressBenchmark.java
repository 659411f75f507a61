package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CodecDecompress.Codec;
import dev.gatun.internal.kernel.CodecDecompress.Decompressor;
import dev.gatun.internal.kernel.Slack;
import io.airlift.compress.v3.lz4.Lz4JavaDecompressor;
import io.airlift.compress.v3.lz4.Lz4NativeDecompressor;
import io.airlift.compress.v3.snappy.SnappyJavaDecompressor;
import io.airlift.compress.v3.snappy.SnappyNativeDecompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import io.airlift.compress.v3.zstd.ZstdNativeDecompressor;
import java.lang.foreign.Arena;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Decompressing a page of 1 MiB: native, reference, and aircompressor with its own native
/// libraries and in Java (gzip: the JDK, which is the reference).
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
public class CodecDecompressBenchmark {
  /// What is in the page.
  @Param({"text", "decimals", "indexes"})
  public String page = "";

  /// How it is compressed.
  @Param({"SNAPPY", "LZ4_RAW", "ZSTD", "GZIP"})
  public String codec = "";

  /// Who decompresses.
  @Param({"native", "java", "rival-native", "rival-java"})
  public String contender = "";

  private final Arena arena = Arena.ofShared();
  private final MemorySegment out = arena.allocate(Pages.SIZE + Slack.BYTES, 64);
  private Runnable run = () -> {};
  private Decompressor decompressor = Kernels.CODEC_DECOMPRESS.on(Engine.JAVA).open();

  /// Compresses the page and picks the contender.
  @Setup(Level.Trial)
  public void setUp() {
    MemorySegment in = Pages.offHeap(Pages.compress(codec, Pages.page(page)));
    MemorySegment target = out.asSlice(0, Pages.SIZE);
    if (contender.startsWith("rival")) {
      var rival = rival(codec + "-" + contender);
      run = () -> rival.decompress(in, target);
    } else {
      decompressor.close();
      decompressor = Kernels.CODEC_DECOMPRESS.on(Engine.parse(contender)).open();
      Codec chosen = Codec.valueOf(codec);
      run = () -> decompressor.decompress(chosen, in, 0, in.byteSize(), out, 0, Pages.SIZE);
    }
  }

  private static io.airlift.compress.v3.Decompressor rival(String name) {
    return switch (name) {
      case "SNAPPY-rival-native" -> new SnappyNativeDecompressor();
      case "SNAPPY-rival-java" -> new SnappyJavaDecompressor();
      case "LZ4_RAW-rival-native" -> new Lz4NativeDecompressor();
      case "LZ4_RAW-rival-java" -> new Lz4JavaDecompressor();
      case "ZSTD-rival-native" -> new ZstdNativeDecompressor();
      case "ZSTD-rival-java" -> new ZstdJavaDecompressor();
      default -> throw new IllegalArgumentException("there is no " + name);
    };
  }

  /// Microseconds a page.
  @Benchmark
  public void decompress() {
    run.run();
  }

  /// Frees the buffers.
  @TearDown(Level.Trial)
  public void tearDown() {
    decompressor.close();
    arena.close();
  }
}
