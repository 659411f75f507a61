package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ColumnDictionary;
import dev.gatun.internal.kernel.Slack;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Strings to indexes of a dictionary; the rival has them as strings of Java and uses a hash map.
/// Values a second.
public class ColumnDictionaryBenchmark extends RateBenchmark {
  private static final int ROWS = 1 << 14;

  /// Different strings.
  @Param({"2", "300", "10000"})
  public int distinct;

  /// Most bytes of a string.
  @Param({"12", "60"})
  public int size;

  private final String[] strings = new String[ROWS];
  private final MemorySegment offsets = Arena.ofAuto().allocate(4 * (ROWS + 1L), 64);
  private final MemorySegment indexes = Arena.ofAuto().allocate(4L * ROWS, 64);
  private final MemorySegment firsts = Arena.ofAuto().allocate(4L * ROWS, 64);
  private final MemorySegment scratch =
      Arena.ofAuto().allocate(ColumnDictionary.scratchBytes(ROWS), 64);
  private final int[] rivalOut = new int[ROWS];
  private MemorySegment bytes = MemorySegment.NULL;

  /// Writes the strings.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    String[] palette = new String[distinct];
    for (int i = 0; i < distinct; i++) {
      String number = Integer.toString(i);
      palette[i] = number + "x".repeat(random.nextInt(size - number.length()));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      // Not the same object, as it would not be in what is read from a file.
      strings[i] = new String(palette[random.nextInt(distinct)].toCharArray());
      text.append(strings[i]);
      offsets.setAtIndex(java.lang.foreign.ValueLayout.JAVA_INT, i + 1L, text.length());
    }
    byte[] all = text.toString().getBytes(StandardCharsets.US_ASCII);
    bytes = Arena.ofAuto().allocate(all.length + (long) Slack.BYTES, 64);
    bytes.asSlice(0, all.length).copyFrom(MemorySegment.ofArray(all));
  }

  private int encode(Engine engine) {
    return Kernels.COLUMN_DICTIONARY
        .on(engine)
        .encode(offsets, bytes, null, ROWS, indexes, firsts, ROWS, scratch);
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int natives() {
    return encode(Engine.NATIVE);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int reference() {
    return encode(Engine.JAVA);
  }

  /// By a hash map of strings.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Object hashMap() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < ROWS; i++) {
      int next = numbers.size();
      Integer known = numbers.putIfAbsent(strings[i], next);
      rivalOut[i] = known == null ? next : known;
    }
    return rivalOut;
  }
}
