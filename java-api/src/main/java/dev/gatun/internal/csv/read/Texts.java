package dev.gatun.internal.csv.read;

import dev.gatun.csv.CsvDialect;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.io.TextEncoding;
import dev.gatun.internal.io.TextInput;
import dev.gatun.internal.io.TextInputs;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The texts of a scan.
record Texts(List<TextInput> inputs) {

  /// @param regions makes memory for a stream's text, when it is to be read again; null when it is
  ///     not
  static Texts of(ScanSettings settings, @Nullable Supplier<Region> regions) {
    CsvDialect dialect = settings.dialect;
    TextEncoding encoding = new TextEncoding(dialect.charset(), dialect.replaceMalformed());
    if (settings.stream == null) {
      return new Texts(
          settings.files.stream().map(file -> TextInputs.of(file, encoding)).toList());
    }
    String name = Objects.requireNonNull(settings.streamName);
    TextInput stream = TextInputs.of(name, settings.stream, encoding);
    return new Texts(
        List.of(regions == null ? stream : new RetainedInput(stream, regions.get())));
  }

  boolean areReadableAgain() {
    return inputs.stream().allMatch(TextInput::isReadableAgain);
  }

  /// Bytes stored, 0 when not known.
  long size() {
    long size = 0;
    for (TextInput input : inputs) {
      if (input.size() == 0) {
        return 0;
      }
      size += input.size();
    }
    return size;
  }

  TextInput first() {
    return inputs.getFirst();
  }
}
