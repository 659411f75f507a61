package dev.gatun.internal.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String[] PROPERTIES = {
    "gatun.engine", "gatun.threads", "gatun.memory.limit"
  };
  private static final RunOptions OPEN = RunOptions.defaults();

  private final Map<String, String> before = new HashMap<>();

  @BeforeEach
  void clear() {
    for (String property : PROPERTIES) {
      before.put(property, System.clearProperty(property));
    }
  }

  @AfterEach
  void restore() {
    Gatun.configure(OPEN);
    before.forEach(
        (property, value) -> {
          if (value == null) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1048576, 1048576",
    "512k, 524288",
    "64m, 67108864",
    "2g, 2147483648",
    "2G, 2147483648",
    "' 3M ', 3145728",
    "9223372036854775807, 9223372036854775807",
    "8589934591g, 9223372035781033984"
  })
  void readsBytes(String text, long bytes) {
    assertEquals(bytes, RunOptions.parseBytes(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "k",
        "1.5g",
        "12x",
        "g2",
        "1 g",
        "0x10",
        "-1",
        "-1k",
        "9223372036854775808",
        "8589934592g"
      })
  void refusesOtherBytes(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RunOptions.parseBytes(text));
    assertEquals('"' + text + '"', e.getMessage().substring(0, text.length() + 2));
  }

  @Test
  void takesTheNearestEngine() {
    assertNearestWins(OPEN::engine, "gatun.engine");
  }

  private static void assertNearestWins(Function<Engine, RunOptions> options, String property) {
    System.setProperty(property, "java");
    assertEquals(Engine.JAVA, Settings.resolve(OPEN).engine());
    Gatun.configure(options.apply(Engine.NATIVE));
    assertEquals(Engine.NATIVE, Settings.resolve(OPEN).engine());
    Gatun.scoped(
        options.apply(Engine.AUTO),
        () -> {
          assertEquals(Engine.AUTO, Settings.resolve(OPEN).engine());
          assertEquals(Engine.JAVA, Settings.resolve(options.apply(Engine.JAVA)).engine());
          return null;
        });
    assertEquals(Engine.NATIVE, Settings.resolve(OPEN).engine());
  }

  @Test
  void takesTheNearestThreadsAndLimit() {
    System.setProperty("gatun.threads", "1");
    System.setProperty("gatun.memory.limit", "1k");
    assertThreadsAndLimit(1, 1024, OPEN);
    Gatun.configure(OPEN.threads(2).memoryLimit(20));
    assertThreadsAndLimit(2, 20, OPEN);
    Gatun.scoped(
        OPEN.threads(3).memoryLimit(30),
        () -> {
          assertThreadsAndLimit(3, 30, OPEN);
          assertThreadsAndLimit(4, 40, OPEN.threads(4).memoryLimit(40));
          return null;
        });
  }

  private static void assertThreadsAndLimit(int threads, long limit, RunOptions call) {
    RunOptions resolved = Settings.resolve(call);
    assertEquals(threads, resolved.threads());
    assertEquals(limit, resolved.memoryLimit());
  }

  @Test
  void fillsEachSettingInFromWhereItIsSet() {
    System.setProperty("gatun.memory.limit", "1k");
    Gatun.configure(OPEN.threads(2));
    Gatun.scoped(
        OPEN.engine(Engine.JAVA),
        () -> {
          RunOptions resolved = Settings.resolve(OPEN);
          assertEquals(Engine.JAVA, resolved.engine());
          assertThreadsAndLimit(2, 1024, OPEN);
          return null;
        });
  }

  @Test
  void nestsScopes() {
    Gatun.scoped(
        OPEN.threads(2).engine(Engine.JAVA),
        () ->
            Gatun.scoped(
                OPEN.threads(3),
                () -> {
                  assertEquals(OPEN.threads(3).engine(Engine.JAVA), Settings.scoped());
                  return null;
                }));
    assertEquals(OPEN, Settings.scoped());
  }

  @Test
  void readsEachSettingByItsSpelling() {
    Map<String, String> environment =
        Map.of("GATUN_ENGINE", " Java ", "GATUN_THREADS", "3", "GATUN_MEMORY_LIMIT", "2m");
    assertEquals(
        OPEN.engine(Engine.JAVA).threads(3).memoryLimit(2 << 20),
        Settings.from(environment::get, SettingsTest::environmentName));
    assertEquals(OPEN, Settings.from(_ -> null, UnaryOperator.identity()));
  }

  private static String environmentName(String name) {
    return "GATUN_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  @ParameterizedTest
  @CsvSource({
    "engine, fast, 'setting gatun.engine: engine \"fast\" is none of auto, native, java'",
    "threads, many, 'setting gatun.threads: For input string: \"many\"'",
    "threads, -1, 'setting gatun.threads: threads -1 is not in 1..256'",
    "threads, 257, 'setting gatun.threads: threads 257 is not in 1..256'",
    "memory.limit, x, 'setting gatun.memory.limit: \"x\" is not a number of bytes such as 512m or"
        + " 2g'",
    "memory.limit, -5, 'setting gatun.memory.limit: \"-5\" is out of range'"
  })
  void namesTheSettingThatCannotBeRead(String name, String text, String message) {
    System.setProperty("gatun." + name, text);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Settings.resolve(OPEN));
    assertEquals(message, e.getMessage());
  }
}
