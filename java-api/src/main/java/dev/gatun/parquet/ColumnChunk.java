package dev.gatun.parquet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column in a row group: where it lies and how it is packed. Offsets are from the start of the
/// file; what is not there is -1.
///
/// @param encodings what levels, dictionary and values use
/// @param values entries, nulls and empty lists included
/// @param uncompressedSize bytes of all pages, headers included
/// @param compressedSize bytes of all pages in the file, headers included
/// @param dataPageOffset first data page
/// @param dictionaryPageOffset dictionary page
/// @param dataPageEncodings encodings of the data pages; empty when not known
/// @param bloomFilter where the Bloom filter is; the length is -1 when not known
/// @param columnIndex where the page statistics are
/// @param offsetIndex where the page locations are
/// @param encrypted whether the pages are encrypted, so that nobody can read them here
public record ColumnChunk(
    int rowGroup,
    ParquetColumn column,
    Compression compression,
    Set<Encoding> encodings,
    long values,
    long uncompressedSize,
    long compressedSize,
    long dataPageOffset,
    long dictionaryPageOffset,
    Set<Encoding> dataPageEncodings,
    Section bloomFilter,
    Section columnIndex,
    Section offsetIndex,
    @Nullable RawStatistics statistics,
    SizeStatistics sizes,
    boolean encrypted) {

  /// A range of the file.
  ///
  /// @param offset -1 when it is not there
  public record Section(long offset, int length) {
    /// Nothing.
    public static final Section NONE = new Section(-1, -1);

    /// Whether it is there.
    public boolean present() {
      return offset >= 0;
    }
  }

  /// How large values are in memory.
  ///
  /// @param byteArrayBytes bytes of all values of a BYTE_ARRAY column, -1 when not known
  /// @param repetitionLevels how often each repetition level occurs; empty when not known
  /// @param definitionLevels how often each definition level occurs; empty when not known
  public record SizeStatistics(
      long byteArrayBytes, List<Long> repetitionLevels, List<Long> definitionLevels) {
    /// Nothing known.
    public static final SizeStatistics NONE = new SizeStatistics(-1, List.of(), List.of());

    public SizeStatistics {
      repetitionLevels = List.copyOf(repetitionLevels);
      definitionLevels = List.copyOf(definitionLevels);
    }
  }

  /// Where its first page begins, of whichever kind.
  public long start() {
    return dictionaryPageOffset > 0 && dictionaryPageOffset < dataPageOffset
        ? dictionaryPageOffset
        : dataPageOffset;
  }
}
