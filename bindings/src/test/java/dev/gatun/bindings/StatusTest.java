package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusTest {

  private static final Pattern ENTRY = Pattern.compile("X\\((\\w+), (-?\\d+), \"([^\"]*)\"\\)");

  @Test
  void isTheListOfTheHeader() throws IOException {
    List<String> header = new ArrayList<>();
    ENTRY
        .matcher(CHeaders.text("status.h"))
        .results()
        .forEach(entry -> header.add(entry.group(1) + " " + entry.group(2) + " " + entry.group(3)));
    List<String> java =
        Stream.of(Status.values())
            .map(s -> s.name() + " " + s.value() + " " + s.meaning())
            .toList();
    assertEquals(header, java);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsCode(Status status) {
    assertSame(status, Status.ofCode(status.value()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 42, -10, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void codesOfNoHeaderAreAFaultOfTheLibrary(int code) {
    assertSame(Status.INTERNAL, Status.ofCode(code));
  }
}
