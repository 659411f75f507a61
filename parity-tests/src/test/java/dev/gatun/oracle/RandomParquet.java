package dev.gatun.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// A recipe of a Parquet file: schema and values follow from a seed, so that fewer rows or columns
/// are the beginning of the same file.
///
/// @param depth most levels above a leaf
public record RandomParquet(long seed, int columns, int depth, int rows, Layout layout) {

  /// How the writer lays the file out.
  ///
  /// @param pageBytes size from which a page ends
  /// @param pageRows rows after which it ends
  /// @param dictionaryBytes size from which a column gives up its dictionary; 0 for none at all
  /// @param split whether columns that can be are BYTE_STREAM_SPLIT
  public record Layout(
      WriterVersion version,
      CompressionCodecName codec,
      int pageBytes,
      int pageRows,
      int rowGroups,
      int dictionaryBytes,
      boolean split,
      boolean extras) {

    private ParquetJava.Writing apply(ParquetJava.Writing writing, RandomParquet recipe) {
      for (String[] leaf : ParquetJava.leaves(recipe.schema())) {
        writing.withByteStreamSplitEncoding(String.join(".", leaf), split);
      }
      return writing
          .withWriterVersion(version)
          .withCompressionCodec(codec)
          .withPageSize(pageBytes)
          .withPageRowCountLimit(pageRows)
          .withMinRowCountForPageSizeCheck(3)
          .withRowGroupRowCountLimit(1 + recipe.rows / rowGroups)
          .withDictionaryEncoding(dictionaryBytes > 0)
          .withDictionaryPageSize(Math.max(dictionaryBytes, 64))
          .withPageWriteChecksumEnabled(extras)
          .withBloomFilterEnabled(extras)
          .withValidation(true);
    }
  }

  /// The schema as a struct.
  Node.Struct schema() {
    return RandomSchema.of(seed, columns, depth);
  }

  /// What the file holds.
  List<List<Object>> values() {
    List<Supplier<Object>> sources = new ArrayList<>();
    for (Node field : schema().fields()) {
      sources.add(new RandomColumn(field, new SplittableRandom(seed ^ sources.size()), 0));
    }
    List<List<Object>> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Object> value = new ArrayList<>();
      sources.forEach(source -> value.add(source.get()));
      values.add(value);
    }
    return values;
  }

  /// Writes the file with parquet-java.
  public void write(Path file) throws IOException {
    ParquetJava.write(file, schema(), values(), writing -> layout.apply(writing, this));
  }

  @Override
  public String toString() {
    return "seed %d, %d columns, depth %d, %d rows, %s, %s"
        .formatted(seed, columns, depth, rows, layout, ParquetJava.schema(schema()));
  }

  /// Recipes of small files.
  public static Arbitrary<RandomParquet> recipes() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 4),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 10)),
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 300)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 3000))),
            layouts())
        .as(RandomParquet::new)
        .withoutEdgeCases();
  }

  private static Arbitrary<Layout> layouts() {
    return Combinators.combine(
            Arbitraries.of(WriterVersion.class),
            Arbitraries.of(
                CompressionCodecName.UNCOMPRESSED,
                CompressionCodecName.SNAPPY,
                CompressionCodecName.GZIP,
                CompressionCodecName.ZSTD,
                CompressionCodecName.LZ4_RAW),
            Arbitraries.of(1 << 20, 10_000, 1000, 64),
            Arbitraries.of(20_000, 100, 7),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(1 << 20, 1000, 64, 0),
            Arbitraries.of(false, true),
            Arbitraries.of(false, true))
        .as(Layout::new);
  }
}
