package dev.gatun.internal.csv.read;

import dev.gatun.RunOptions;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Schema;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.LateTypes;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a [dev.gatun.csv.CsvScan] was told. Not changed any more once a scan has it.
public final class ScanSettings {
  /// No rejects are collected.
  static final int NO_REJECTS = -1;

  final List<Path> files;
  final @Nullable String streamName;
  final @Nullable InputStream stream;
  public CsvDialect dialect = CsvDialect.detect();
  public CsvFormats formats = CsvFormats.defaults();
  public @Nullable Schema schema;
  public Map<String, DataType> types = new HashMap<>();
  public boolean strings;
  public boolean dictionaries;
  public List<String> columns = List.of();
  public LateTypes lateTypes = LateTypes.WIDEN;
  public int mostRejects = NO_REJECTS;
  public long limit = Long.MAX_VALUE;
  public int batchBytes;
  public RunOptions options = RunOptions.defaults();

  private ScanSettings(
      List<Path> files, @Nullable String streamName, @Nullable InputStream stream) {
    this.files = files;
    this.streamName = streamName;
    this.stream = stream;
  }

  /// Of files.
  public static ScanSettings ofFiles(List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no files");
    }
    return new ScanSettings(List.copyOf(files), null, null);
  }

  /// Of a stream.
  public static ScanSettings ofStream(String name, InputStream stream) {
    return new ScanSettings(List.of(), name, stream);
  }

  /// The same, to be changed.
  public ScanSettings copy() {
    ScanSettings copy = new ScanSettings(files, streamName, stream);
    copy.dialect = dialect;
    copy.formats = formats;
    copy.schema = schema;
    copy.types = new HashMap<>(types);
    copy.strings = strings;
    copy.dictionaries = dictionaries;
    copy.columns = columns;
    copy.lateTypes = lateTypes;
    copy.mostRejects = mostRejects;
    copy.limit = limit;
    copy.batchBytes = batchBytes;
    copy.options = options;
    return copy;
  }
}
