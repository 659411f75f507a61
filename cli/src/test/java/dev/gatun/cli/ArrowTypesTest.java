package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The names of types that people may write, and those they are shown.
final class ArrowTypesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bool|bool",
        "Boolean|bool",
        "int|int32",
        "int8|int8",
        "uint16|uint16",
        "uint|uint32",
        " int64 |int64",
        "float|float32",
        "float64|float64",
        "double|float64",
        "decimal(9,2)|decimal(9, 2)",
        "decimal( 38 , 0 )|decimal(38, 0)",
        "decimal(5)|decimal(5, 0)",
        "string|utf8",
        "utf8|utf8",
        "dictionary|utf8",
        "date|date",
        "time|time[us]",
        "time[S]|time[s]",
        "time(ns)|time[ns]",
        "timestamp|timestamp[us]",
        "timestamp[ms]|timestamp[ms]",
        "timestamp[us, Europe/Berlin]|timestamp[us, Europe/Berlin]",
      })
  void namesOfTypes(String written, String shown) {
    DataType type = ArrowTypes.parse(written);
    assertEquals(shown, ArrowTypes.name(new Field("a", type, true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "int128",
        "int7",
        "decimal",
        "decimal(x)",
        "decimal(1, y)",
        "time[h]",
        "list",
        "timestamp[min, UTC]",
        "int32[",
        "date)",
        "int32 int32",
        "decimal(99999999999,1)"
      })
  void whatIsNoType(String written) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ArrowTypes.parse(written));
    assertTrue(
        String.valueOf(e.getMessage()).contains("there is no type '" + written + "'"),
        e::getMessage);
  }
}
