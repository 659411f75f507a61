package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Text in UTF-8, in any layout.
public final class StringColumn extends VariableWidthColumn {
  /// What was decoded of a dictionary that is not larger than the column; else null.
  private final @Nullable String @Nullable [] decoded;

  StringColumn(ArrayData array, Lease lease) {
    super(array, lease);
    this.decoded =
        strings instanceof ByteStrings.Encoded(_, _, int size) && size <= array.length()
            ? new @Nullable String[size]
            : null;
  }

  /// The text, null for null. Bytes that are not UTF-8 become U+FFFD.
  ///
  /// Each value of a dictionary is decoded once.
  public @Nullable String get(int index) {
    return isNull(index) ? null : value(index);
  }

  @Override
  String value(int index) {
    if (decoded == null || !(strings instanceof ByteStrings.Encoded encoded)) {
      return decode(index);
    }
    int entry = encoded.entry(index);
    String known = decoded[entry];
    if (known == null) {
      known = decode(index);
      decoded[entry] = known;
    }
    return known;
  }

  private String decode(int index) {
    return new String(segment(index).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }
}
