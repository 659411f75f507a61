package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.parquet.thrift.Fields;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import dev.gatun.parquet.ColumnChunk.SizeStatistics;
import dev.gatun.parquet.RawStatistics;
import java.util.ArrayList;
import java.util.List;

/// Reads the structs Statistics and SizeStatistics.
public final class StatisticsParser {
  private StatisticsParser() {}

  /// Reads the struct Statistics that is the current value.
  public static RawStatistics read(ThriftReader reader) {
    byte[] oldMin = null;
    byte[] oldMax = null;
    byte[] min = null;
    byte[] max = null;
    Long nullCount = null;
    Long distinctCount = null;
    Long nanCount = null;
    Boolean minExact = null;
    Boolean maxExact = null;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> oldMax = reader.binary();
        case 2 -> oldMin = reader.binary();
        case 3 -> nullCount = reader.int64();
        case 4 -> distinctCount = reader.int64();
        case 5 -> max = reader.binary();
        case 6 -> min = reader.binary();
        case 7 -> maxExact = reader.bool();
        case 8 -> minExact = reader.bool();
        case 9 -> nanCount = reader.int64();
        default -> reader.skip();
      }
    }
    return new RawStatistics(
        oldMin, oldMax, min, max, nullCount, distinctCount, nanCount, minExact, maxExact);
  }

  /// Reads the struct SizeStatistics that is the current value.
  static SizeStatistics readSizes(ThriftReader reader) {
    long byteArrayBytes = -1;
    List<Long> repetitionLevels = List.of();
    List<Long> definitionLevels = List.of();
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> byteArrayBytes = reader.int64();
        case 2 -> repetitionLevels = histogram(reader);
        case 3 -> definitionLevels = histogram(reader);
        default -> reader.skip();
      }
    }
    return new SizeStatistics(byteArrayBytes, repetitionLevels, definitionLevels);
  }

  private static List<Long> histogram(ThriftReader reader) {
    int size = reader.enterList(ThriftReader.I64);
    List<Long> counts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      counts.add(reader.int64());
    }
    return counts;
  }
}
