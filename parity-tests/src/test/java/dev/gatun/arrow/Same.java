package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Equality of values that may be byte arrays or contain them.
final class Same {
  private Same() {}

  static void assertSame(List<?> expected, List<?> actual, String what) {
    assertEquals(comparable(expected), comparable(actual), what);
  }

  private static Object comparable(Object value) {
    return switch (value) {
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case List<?> list -> {
        List<Object> result = new ArrayList<>();
        list.forEach(element -> result.add(comparable(element)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<Object, Object> result = new LinkedHashMap<>();
        map.forEach((key, element) -> result.put(comparable(key), comparable(element)));
        yield result;
      }
      case null -> "null";
      default -> value;
    };
  }
}
