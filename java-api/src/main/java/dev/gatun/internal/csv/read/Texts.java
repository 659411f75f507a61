package dev.gatun.internal.csv.read;

import dev.gatun.internal.exec.Region;
import dev.gatun.internal.io.TextInput;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The texts of a scan.
record Texts(List<TextInput> inputs) {

  /// @param regions makes memory for texts that can be read only once, when they may have to be
  ///     read again; null when not
  static Texts of(ScanSettings settings, @Nullable Supplier<Region> regions) {
    List<TextInput> inputs = settings.inputs();
    if (regions == null) {
      return new Texts(inputs);
    }
    return new Texts(
        inputs.stream()
            .map(input -> input.isReadableAgain() ? input : new RetainedInput(input, regions.get()))
            .toList());
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
