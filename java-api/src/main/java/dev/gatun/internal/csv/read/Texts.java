package dev.gatun.internal.csv.read;

import dev.gatun.internal.exec.Region;
import dev.gatun.internal.io.TextInput;
import dev.gatun.internal.io.TextInputs;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// The texts of a scan.
record Texts(List<TextInput> inputs) {

  /// @param regions makes memory for a stream's text, when it is to be read again; null when it is
  ///     not
  static Texts of(ScanSettings settings, @org.jspecify.annotations.Nullable Supplier<Region> regions) {
    var charset = settings.dialect.charset();
    boolean replace = settings.dialect.replaceMalformed();
    if (settings.stream == null) {
      return new Texts(
          settings.files.stream().map(file -> TextInputs.of(file, charset, replace)).toList());
    }
    String name = Objects.requireNonNull(settings.streamName);
    TextInput stream = TextInputs.of(name, settings.stream, charset, replace);
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
