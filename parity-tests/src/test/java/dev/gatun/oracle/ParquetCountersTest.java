package dev.gatun.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.InputSource;
import dev.gatun.Metrics.InputMetrics;
import dev.gatun.Metrics.OperationMetrics;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.Predicate;
import dev.gatun.support.KernelCounts;
import dev.gatun.support.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The counters of kernels and inputs say what a scan did.
class ParquetCountersTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message m { optional int64 n; required binary s (STRING); repeated int32 l; }");
  private static final int ROWS = 3000;

  @TempDir static Path folder;

  private static Path file() {
    return folder.resolve("counted.parquet");
  }

  @BeforeAll
  static void write() throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file()))
            .withType(SCHEMA)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (int row = 0; row < ROWS; row++) {
        Group group = new SimpleGroup(SCHEMA);
        if (row % 3 != 0) {
          group.add("n", (long) row % 10);
        }
        group.add("s", "text " + row % 7);
        for (int i = 0; i < row % 3; i++) {
          group.add("l", i);
        }
        writer.write(group);
      }
    }
  }

  static List<Setup> engines() {
    return Setup.engines();
  }

  private static long read(Setup setup, ParquetFile open, Predicate predicate) {
    long rows = 0;
    var scan = open.scan().options(setup.options());
    try (ParquetReader reader = (predicate == null ? scan : scan.filter(predicate)).open()) {
      for (var batch = reader.next(); batch != null; batch = reader.next()) {
        rows += batch.rowCount();
      }
      return rows;
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aScan(Setup setup) {
    KernelCounts footer = new KernelCounts("parquet_footer", setup.engine());
    KernelCounts codec = new KernelCounts("codec_decompress", setup.engine());
    KernelCounts hybrid = new KernelCounts("parquet_hybrid", setup.engine());
    KernelCounts strings = new KernelCounts("parquet_bytes", setup.engine());
    KernelCounts nesting = new KernelCounts("parquet_nesting", setup.engine());
    KernelCounts spread = new KernelCounts("column_spread", setup.engine());
    InputMetrics before = Gatun.metrics().input();
    try (ParquetFile open = ParquetFile.open(file(), setup.options())) {
      assertEquals(ROWS, read(setup, open, null));
    }
    assertEquals(1, footer.calls());
    assertEquals(3, footer.elements());
    // A dictionary page and a data page of each column at least.
    assertTrue(codec.calls() >= 6, "blocks: " + codec.calls());
    assertTrue(codec.elements() > 0 && codec.bytes() > 0);
    // Levels of n, of l twice, and indexes of n and l: l has 3,000 values in 4,000 entries.
    assertEquals(ROWS + 2 * 4000 + 2000 + 3000, hybrid.elements());
    assertEquals(7 + ROWS, strings.elements(), "a dictionary, and rows by it");
    assertTrue(nesting.elements() >= 2 * 4000, "levels: " + nesting.elements());
    assertEquals(ROWS, spread.elements());
    assertEquals(0, hybrid.failures() + nesting.failures() + codec.failures());
    assertTrue(hybrid.time().isPositive() && codec.time().isPositive());
    assertTrue(Gatun.metrics().input().bytes() > before.bytes());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFilter(Setup setup) {
    KernelCounts filter = new KernelCounts("column_filter", setup.engine());
    KernelCounts select = new KernelCounts("column_select", setup.engine());
    try (ParquetFile open = ParquetFile.open(file(), setup.options())) {
      assertTrue(read(setup, open, Predicate.eq("n", 4L)) > 0);
    }
    assertTrue(filter.elements() >= ROWS, "rows: " + filter.elements());
    assertTrue(select.elements() >= ROWS, "rows: " + select.elements());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aBrokenPageIsAFailureOfItsKernelAndTheScan(Setup setup) throws IOException {
    byte[] bytes = Files.readAllBytes(file());
    for (int i = 60; i < 300; i++) {
      bytes[i] = (byte) 0xff;
    }
    KernelCounts codec = new KernelCounts("codec_decompress", setup.engine());
    long failures = scan().failures();
    boolean failed = false;
    try (ParquetFile open = ParquetFile.open(InputSource.of("broken", bytes), setup.options())) {
      assertThrows(ParquetException.class, () -> read(setup, open, null));
      failed = true;
    }
    assertTrue(failed);
    assertEquals(failures + 1, scan().failures());
    assertTrue(codec.failures() <= 1);
  }

  private static OperationMetrics scan() {
    return Gatun.metrics().operations().stream()
        .filter(each -> each.operation().equals("parquet scan"))
        .findFirst()
        .orElseThrow();
  }
}
