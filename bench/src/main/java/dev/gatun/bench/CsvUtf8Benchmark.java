package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvCells;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Whether bytes are UTF-8; the rivals are the JDK's decoder and the constructor of strings, which
/// both make something of them too. Bytes a second.
public class CsvUtf8Benchmark extends RateBenchmark {
  private static final int SIZE = 1 << 18;

  /// Characters of 100 that are not ASCII.
  @Param({"0", "2", "50"})
  public int others;

  private final MemorySegment text = Arena.ofAuto().allocate(SIZE + CsvCells.SLACK, 64);
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer chars = CharBuffer.allocate(SIZE);
  private byte[] bytes = {};

  /// Writes the text.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    int[] odd = "éüßжλ東数🎉".codePoints().toArray();
    StringBuilder points = new StringBuilder();
    while (points.length() < SIZE) {
      points.appendCodePoint(
          random.nextInt(100) < others ? odd[random.nextInt(odd.length)] : random.nextInt(32, 127));
    }
    byte[] all = points.toString().getBytes(StandardCharsets.UTF_8);
    int end = SIZE;
    while (end < all.length && (all[end] & 0xc0) == 0x80) {
      end--;
    }
    bytes = Arrays.copyOf(all, SIZE);
    Arrays.fill(bytes, end, SIZE, (byte) ' ');
    text.copyFrom(MemorySegment.ofArray(bytes));
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public long natives() {
    return Kernels.CSV_UTF8.on(Engine.NATIVE).firstInvalid(text, 0, SIZE);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public long reference() {
    return Kernels.CSV_UTF8.on(Engine.JAVA).firstInvalid(text, 0, SIZE);
  }

  /// By the JDK's decoder.
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object decoder() {
    return decoder.reset().decode(ByteBuffer.wrap(bytes), chars.clear(), true);
  }

  /// By making a string.
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object string() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
