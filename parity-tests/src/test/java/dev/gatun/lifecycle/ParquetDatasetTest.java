package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.support.Footers;
import dev.gatun.support.ThriftWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetDatasetTest {
  @TempDir private Path folder;

  /// A file without row groups that says it has so many rows, of one column.
  private Path write(String name, long rows, int type) throws IOException {
    ThriftWriter out = new ThriftWriter().int32(1, 1).list(2, 12, 2);
    out.begin().text(4, "root").int32(5, 1).end();
    out.begin().int32(1, type).int32(3, 0).text(4, "a").end();
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    byte[] footer = out.int64(3, rows).list(4, 12, 0).end().bytes();
    return Files.write(file, Footers.file(footer));
  }

  @Test
  void rowsOfFoldersAndPatterns() throws IOException {
    Path first = write("x/1.parquet", 10, 1);
    Path second = write("x/y/2.parquet", 5, 1);
    write("x/_temporary/3.parquet", 100, 1);
    write("x/.4.parquet", 100, 1);
    write("x/5.txt", 100, 1);
    try (ParquetDataset dataset = ParquetDataset.of(folder.resolve("x").toString())) {
      assertEquals(List.of(first, second), dataset.files());
      assertEquals(15, dataset.rows());
      assertEquals(List.of("a"), dataset.columnNames());
    }
    assertEquals(List.of(first), ParquetDataset.find(folder + "/x/*.parquet"));
    assertEquals(List.of(second), ParquetDataset.find(folder + "/x/*/[1-3].parquet").subList(1, 2));
    assertThrows(UncheckedIOException.class, () -> ParquetDataset.find(folder + "/z*"));
  }

  @Test
  void anotherSchemaIsRefused() throws IOException {
    Path first = write("1.parquet", 10, 1);
    Path second = write("2.parquet", 10, 2);
    var e =
        assertThrows(ParquetFormatException.class, () -> ParquetDataset.of(List.of(first, second)));
    assertEquals(second.toString(), e.file());
    assertEquals("a", e.column());
    assertTrue(e.getMessage().contains(first.toString()), e::getMessage);
  }

  @Test
  void footersComeFromTheCacheUntilTheFileChanges() throws IOException {
    Path file = write("1.parquet", 10, 1);
    long hits = ParquetDataset.cacheMetrics().hits();
    long misses = ParquetDataset.cacheMetrics().misses();
    for (int i = 0; i < 3; i++) {
      try (ParquetDataset dataset = ParquetDataset.of(List.of(file))) {
        assertEquals(10, dataset.rows());
      }
    }
    assertEquals(hits + 2, ParquetDataset.cacheMetrics().hits());
    assertEquals(misses + 1, ParquetDataset.cacheMetrics().misses());
    write("1.parquet", 1_000_000, 1);
    try (ParquetDataset dataset = ParquetDataset.of(List.of(file))) {
      ParquetDataset.clearCache(); // what is in use stays alive
      assertEquals(1_000_000, dataset.rows());
      assertEquals("root", dataset.schema().root().name());
      assertTrue(dataset.metadata(0).rowGroups().isEmpty());
    }
    assertEquals(misses + 2, ParquetDataset.cacheMetrics().misses());
  }
}
