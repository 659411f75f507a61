package dev.gatun.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values of columns as text for people and as JSON for programs.
final class Values {
  /// Characters of a cell that people see.
  static final int LONGEST = 40;

  private static final int LONGEST_BYTES = 20;

  private Values() {}

  /// Like [#plain], but text in quotes, so that its ends are seen.
  static @Nullable String quoted(@Nullable Object value) {
    return value instanceof String string ? shortened('"' + string + '"') : plain(value);
  }

  /// At most [#LONGEST] characters; null for null.
  static @Nullable String plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case byte[] bytes ->
          shortened(
              "0x"
                  + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_BYTES))
                  + (bytes.length > LONGEST_BYTES ? "…" : ""));
      case BigDecimal number -> number.toPlainString();
      case List<?> _, Map<?, ?> _ -> shortened(Json.write(Objects.requireNonNull(json(value))));
      case Double number when number == 0 -> "0.0"; // whichever zero
      case Float number when number == 0 -> "0.0";
      default -> shortened(text(value));
    };
  }

  /// Exact numbers as such, for a table to align them, but in all their digits; the rest as
  /// [#plain].
  static @Nullable Object cell(@Nullable Object value) {
    return switch (value) {
      case Byte number -> BigDecimal.valueOf(number);
      case Short number -> BigDecimal.valueOf(number);
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case BigInteger number -> new BigDecimal(number);
      case BigDecimal number -> number;
      case null, default -> plain(value);
    };
  }

  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /// Numbers as numbers as far as readers of JSON keep them, everything else as text.
  static @Nullable Object json(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case BigDecimal number -> number.toPlainString();
      case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
      case BigInteger number -> number.toString();
      case Float number when !Float.isFinite(number) -> number.toString();
      case Double number when !Double.isFinite(number) -> number.toString();
      case Number number -> number;
      case Boolean flag -> flag;
      case List<?> list -> list.stream().map(Values::json).toList();
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, element) -> values.put(key, json(element)));
        yield values;
      }
      default -> text(value);
    };
  }

  /// Times with their seconds, also where these are 0.
  private static String text(Object value) {
    return switch (value) {
      case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
      case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      default -> value.toString();
    };
  }
}
