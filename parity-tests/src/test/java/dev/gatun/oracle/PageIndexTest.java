package dev.gatun.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputSource;
import dev.gatun.oracle.RandomParquet.Layout;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnIndex;
import dev.gatun.parquet.OffsetIndex;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.RowGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;

/// Page indexes as `ParquetFile` gives them, against parquet-java's.
class PageIndexTest {
  private static RandomParquet recipe(long seed, int pageRows) {
    Layout layout =
        new Layout(
            WriterVersion.PARQUET_2_0,
            CompressionCodecName.UNCOMPRESSED,
            1000,
            pageRows,
            2,
            0,
            false,
            false);
    return new RandomParquet(seed, 3, 2, 200, layout);
  }

  private interface Check {
    void on(Path file) throws IOException;
  }

  private static void with(RandomParquet recipe, Check check) throws IOException {
    Path file = Files.createTempFile("gatun", ".parquet");
    try {
      recipe.write(file);
      check.on(file);
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 40)
  void indexesAreTheOracles(@ForAll long seed, @ForAll @IntRange(min = 5, max = 50) int pageRows)
      throws IOException {
    with(
        recipe(seed, pageRows),
        file -> {
          ParquetReadOptions options =
              ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
          try (ParquetFileReader oracle = new ParquetFileReader(new LocalInputFile(file), options);
              ParquetFile ours = ParquetFile.open(file)) {
            for (RowGroup group : ours.metadata().rowGroups()) {
              BlockMetaData block = oracle.getRowGroups().get(group.index());
              for (int column = 0; column < block.getColumns().size(); column++) {
                ColumnChunkMetaData theirs = block.getColumns().get(column);
                ColumnChunk chunk = group.column(column);
                assertTrue(chunk.offsetIndex().present());
                assertSame(oracle.readOffsetIndex(theirs), ours.offsetIndex(chunk).orElse(null));
                assertSame(oracle.readColumnIndex(theirs), ours.columnIndex(chunk).orElse(null));
              }
            }
          }
        });
  }

  private static void assertSame(
      org.apache.parquet.internal.column.columnindex.OffsetIndex expected, OffsetIndex actual) {
    if (expected == null || actual == null) {
      assertEquals(expected == null, actual == null);
      return;
    }
    assertEquals(expected.getPageCount(), actual.pages().size());
    for (int i = 0; i < expected.getPageCount(); i++) {
      OffsetIndex.PageLocation page = actual.pages().get(i);
      assertEquals(expected.getOffset(i), page.offset());
      assertEquals(expected.getCompressedPageSize(i), page.compressedSize());
      assertEquals(expected.getFirstRowIndex(i), page.firstRow());
    }
  }

  private static void assertSame(
      org.apache.parquet.internal.column.columnindex.ColumnIndex expected, ColumnIndex actual) {
    if (expected == null || actual == null) {
      assertEquals(expected == null, actual == null);
      return;
    }
    assertEquals(expected.getNullPages(), actual.nullPages());
    assertEquals(expected.getBoundaryOrder().name(), actual.order().name());
    if (expected.getNullCounts() != null) {
      assertEquals(expected.getNullCounts(), actual.nullCounts());
    }
    for (int i = 0; i < actual.pages(); i++) {
      if (!actual.nullPages().get(i)) {
        assertArrayEquals(bytes(expected.getMinValues(), i), actual.min().get(i));
        assertArrayEquals(bytes(expected.getMaxValues(), i), actual.max().get(i));
      }
    }
  }

  private static byte[] bytes(List<ByteBuffer> values, int i) {
    ByteBuffer value = values.get(i).duplicate();
    byte[] bytes = new byte[value.remaining()];
    value.get(bytes);
    return bytes;
  }

  /// Damaged indexes: an exception of ours, or some other index, never anything else.
  @Property(tries = 100)
  void damagedIndexes(@ForAll long seed) throws IOException {
    with(
        recipe(seed % 20, 20),
        path -> {
          byte[] bytes = Files.readAllBytes(path);
          SplittableRandom random = new SplittableRandom(seed);
          int footer =
              ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
          int end = bytes.length - 8 - footer;
          for (int i = 0; i < 5; i++) {
            bytes[random.nextInt(Math.max(0, end - 500), end)] = (byte) random.nextInt(256);
          }
          try (ParquetFile file = ParquetFile.open(InputSource.of("damaged", bytes))) {
            for (RowGroup group : file.metadata().rowGroups()) {
              for (int column = 0; column < file.schema().columns().size(); column++) {
                read(file, group.column(column));
              }
            }
          }
        });
  }

  private static void read(ParquetFile file, ColumnChunk chunk) {
    try {
      file.offsetIndex(chunk);
      file.columnIndex(chunk);
    } catch (ParquetException e) {
      assertEquals("damaged", e.file());
      assertTrue(String.valueOf(e.getMessage()).contains("damaged"), e::getMessage);
    }
  }
}
