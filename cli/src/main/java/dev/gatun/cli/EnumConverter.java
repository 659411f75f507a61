package dev.gatun.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an enum constant by its name in lower case, with dashes.
///
/// @param <E> the enum
/// @param type its class
record EnumConverter<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {

  /// How people write the constant: `DELTA_STEPPING` is `delta-stepping`.
  static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public E convert(String text) {
    for (E constant : type.getEnumConstants()) {
      if (spelling(constant).equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is none of "
            + Arrays.stream(type.getEnumConstants())
                .map(EnumConverter::spelling)
                .collect(Collectors.joining(", ")));
  }
}
