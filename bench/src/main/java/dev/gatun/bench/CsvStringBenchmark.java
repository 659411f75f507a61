package dev.gatun.bench;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvString;
import dev.gatun.internal.kernel.CsvString.Nulls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Text cells to offsets and bytes, their places known; the rival is FastCSV, which finds them too,
/// and whose strings become bytes. Values a second.
public class CsvStringBenchmark extends RateBenchmark {
  private static final int ROWS = 1 << 10;

  /// What cells are like.
  public enum Kind {
    /// one letter
    FLAG,
    /// some words, in quotes every other time
    TITLE,
    /// hundreds of words in quotes, with quotes among them
    BODY
  }

  /// The column.
  @Param({"FLAG", "TITLE", "BODY"})
  public Kind kind = Kind.FLAG;

  private final CsvRules rules = new CsvRules('"', '"', '.', 0, List.of(new byte[0]));
  private final CsvString.Strings natives =
      Kernels.CSV_STRING.on(Engine.NATIVE).open(rules, Nulls.UNQUOTED);
  private final CsvString.Strings java =
      Kernels.CSV_STRING.on(Engine.JAVA).open(rules, Nulls.UNQUOTED);
  private final MemorySegment offsets = Arena.ofAuto().allocate(4 * (ROWS + 1L), 64);
  private final MemorySegment validity = Arena.ofAuto().allocate(ROWS / 8, 64);
  private final byte[][] rivalOut = new byte[ROWS][];
  private MemorySegment bytes = MemorySegment.NULL;
  private CsvCells cells = new CsvCells(bytes, bytes, bytes, 0, 1);
  private byte[] document = {};

  /// Writes the document, one column wide.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    int[] starts = new int[ROWS];
    int[] ends = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      starts[i] = CsvCells.SLACK + text.length();
      text.append(cell(random));
      ends[i] = CsvCells.SLACK + text.length();
      text.append('\n');
    }
    document = text.toString().getBytes(StandardCharsets.US_ASCII);
    MemorySegment block = Arena.ofAuto().allocate(document.length + 2L * CsvCells.SLACK, 64);
    block.asSlice(CsvCells.SLACK).copyFrom(MemorySegment.ofArray(document));
    bytes = Arena.ofAuto().allocate(document.length + (long) CsvCells.SLACK, 64);
    cells = new CsvCells(block, ints(starts), ints(ends), ROWS, 1);
  }

  private String cell(SplittableRandom random) {
    return switch (kind) {
      case FLAG -> random.nextBoolean() ? "N" : "Y";
      case TITLE -> {
        String words = "word ".repeat(random.nextInt(1, 10));
        yield random.nextBoolean() ? words : '"' + words + '"';
      }
      case BODY -> {
        StringBuilder words = new StringBuilder("\"");
        for (int i = random.nextInt(50, 150); i > 0; i--) {
          words.append(random.nextInt(12) == 0 ? "\"\"word\"\" " : "word ");
        }
        yield words.append('"').toString();
      }
    };
  }

  private static MemorySegment ints(int[] values) {
    return Arena.ofAuto().allocate(4L * values.length, 64).copyFrom(MemorySegment.ofArray(values));
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int natives() {
    return convert(natives);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int reference() {
    return convert(java);
  }

  private int convert(CsvString.Strings strings) {
    strings.measure(cells, 0, offsets, validity);
    strings.copy(cells, 0, offsets, bytes);
    return offsets.getAtIndex(JAVA_INT, ROWS);
  }

  /// By FastCSV.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Object fastCsv() {
    int row = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(new String(document, StandardCharsets.UTF_8))) {
      for (CsvRecord one : reader) {
        rivalOut[row++] = one.getField(0).getBytes(StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rivalOut;
  }
}
