package dev.gatun.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex;
import dev.gatun.internal.kernel.CsvIndex.Grammar;
import dev.gatun.internal.kernel.CsvIndex.Indexer;
import dev.gatun.internal.kernel.CsvIndex.Ragged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Finding the cells of a text of 1 MiB; the rival is FastCSV, which makes a string of each. Bytes
/// a second.
public class CsvIndexBenchmark extends RateBenchmark {
  private static final int BYTES = 1 << 20;
  private static final int WIDTH = 16;
  private static final Grammar GRAMMAR =
      new Grammar(',', '"', 0, 0, true, true, false, false, Ragged.ERROR);

  /// `plain`: 16 cells of 1 to 15 bytes; `crlf`: the same with CR LF; `quoted`: one in four quoted,
  /// some with line ends inside.
  @Param({"plain", "crlf", "quoted"})
  public String text = "";

  /// The CPU tier of the native kernel.
  @Param({"scalar", "avx2", "avx512"})
  public String tier = "";

  private final MemorySegment memory = Arena.ofAuto().allocate(BYTES + CsvCells.SLACK, 64);
  private final MemorySegment starts = Arena.ofAuto().allocate(4L * (BYTES + CsvCells.SLACK), 64);
  private final MemorySegment ends = Arena.ofAuto().allocate(4L * (BYTES + CsvCells.SLACK), 64);
  private final Indexer natives = Kernels.CSV_INDEX.on(Engine.NATIVE).open(GRAMMAR);
  private final Indexer java = Kernels.CSV_INDEX.on(Engine.JAVA).open(GRAMMAR);
  private byte[] bytes = {};

  /// Writes the text.
  @Setup
  public void fill() {
    Gatun.capIsa(tier);
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder builder = new StringBuilder();
    while (builder.length() < BYTES - 1024) {
      for (int cell = 0; cell < WIDTH; cell++) {
        String value = "0123456789abcde".substring(random.nextInt(15));
        boolean quoted = text.equals("quoted") && random.nextInt(4) == 0;
        builder.append(cell == 0 ? "" : ",");
        builder.append(quoted ? '"' + value + (random.nextInt(8) == 0 ? "\n\"" : "\"") : value);
      }
      builder.append(text.equals("crlf") ? "\r\n" : "\n");
    }
    builder.append("x".repeat(BYTES - builder.length() - WIDTH));
    builder.append(",".repeat(WIDTH - 1)).append('\n');
    bytes = builder.toString().getBytes(UTF_8);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory, 0, BYTES);
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(BYTES)
  public long natives() {
    return index(natives);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(BYTES)
  public long reference() {
    return index(java);
  }

  private long index(Indexer indexer) {
    CsvIndex.Stop stop =
        indexer.index(
            memory, 0, BYTES, false, WIDTH, starts, ends, MemorySegment.NULL, BYTES, BYTES);
    if (stop != CsvIndex.Stop.END) {
      throw new IllegalStateException("stopped: " + stop);
    }
    return indexer.cells();
  }

  /// By FastCSV, record by record.
  @Benchmark
  @OperationsPerInvocation(BYTES)
  public long fastCsv() throws IOException {
    long cells = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(bytes))) {
      for (CsvRecord row : reader) {
        cells += row.getFieldCount();
      }
    }
    return cells;
  }
}
