package dev.gatun.internal.csv.read;

import dev.gatun.RunOptions;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Schema;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.LateTypes;
import dev.gatun.internal.io.TextEncoding;
import dev.gatun.internal.io.TextInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a [dev.gatun.csv.CsvScan] was told. Not changed any more once a scan has it.
public final class ScanSettings {
  /// No rejects are collected.
  static final int NO_REJECTS = -1;

  private final List<Function<TextEncoding, TextInput>> inputs;
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

  /// @param inputs the texts, in their order, given how they are encoded; at least one
  public ScanSettings(List<Function<TextEncoding, TextInput>> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  /// The texts.
  List<TextInput> inputs() {
    TextEncoding encoding = new TextEncoding(dialect.charset(), dialect.replaceMalformed());
    return inputs.stream().map(input -> input.apply(encoding)).toList();
  }

  /// The same, to be changed.
  public ScanSettings copy() {
    ScanSettings copy = new ScanSettings(inputs);
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
