package dev.gatun.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Patterns against Java's own, where both mean the same, and against a plain definition of `**`.
final class PathFilterTest {
  private final Random random = new Random(7);

  private String some(int most, String... pieces) {
    StringBuilder text = new StringBuilder();
    for (int n = 1 + random.nextInt(most); n > 0; n--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  @Test
  @EnabledOnOs(OS.LINUX) // Java's patterns are not the same on every system
  void namesMatchAsInJava() {
    int matched = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = some(6, "a", "b", "*", "?", "[ab]", "[!a]", "[b-d]", "{a,bc}", "\\*");
      PathMatcher expected = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      PathFilter filter = PathFilter.ALL.include(pattern);
      String name = some(6, "a", "b", "c", "*");
      boolean matches = expected.matches(Path.of(name));
      // Java's ** is our *: both stand for anything in a name.
      assertEquals(matches, filter.selects(name), () -> pattern + " on " + name);
      matched += matches ? 1 : 0;
    }
    assertTrue(matched > 1000, "" + matched);
  }

  private static boolean matches(List<String> pattern, List<String> path) {
    if (pattern.isEmpty() || path.isEmpty()) {
      return pattern.isEmpty() && path.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.getFirst().equals("**")) {
      return (pattern.size() == 1 && !path.isEmpty())
          || matches(rest, path)
          || matches(pattern, path.subList(1, path.size()));
    }
    return (pattern.getFirst().equals("*") || pattern.getFirst().equals(path.getFirst()))
        && matches(rest, path.subList(1, path.size()));
  }

  @Test
  void pathsMatchByComponents() {
    int matched = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = "a/" + some(4, "a/", "b/", "*/", "**/") + some(1, "a", "b", "*", "**");
      String path = "a/" + some(4, "a/", "b/", "c/") + some(1, "a", "b", "c");
      boolean expected = matches(List.of(pattern.split("/")), List.of(path.split("/")));
      assertEquals(
          expected, PathFilter.ALL.include(pattern).selects(path), () -> pattern + " on " + path);
      assertEquals(
          !expected, PathFilter.ALL.exclude(pattern).selects(path), () -> pattern + " on " + path);
      matched += expected ? 1 : 0;
    }
    assertTrue(matched > 1000, "" + matched);
  }

  @ParameterizedTest
  @CsvSource({
    "*.sql, a/b.sql, true",
    "*.sql, a/b.SQL, false",
    "/*.sql, a/b.sql, false",
    "./a/*, a/b, true",
    "a/, a/b/c, true",
    "a/**, a, false",
    "**, .a, false",
    "**/.a/*, x/.a/b, true",
    "**/.a/*, x/.a/.b, false",
    "?, \uD83D\uDE00, true",
    "[\uD83D\uDE00-\uD83D\uDE02], \uD83D\uDE01, true",
    "[]], ], true",
    "[a-], -, true",
    "[!]], a, true",
    "'x{,y}', x, true",
    "'{a/{b,c},d}/e', a/c/e, true",
    "'[{]a,b[}]', '{a,b}', true",
    "'\\{a', '{a', true",
  })
  void cases(String pattern, String path, boolean expected) {
    assertEquals(expected, PathFilter.ALL.include(pattern).selects(path));
  }

  @Test
  void excludedFoldersAreNotEntered() {
    PathFilter filter = PathFilter.ALL.exclude("target/**", "**/.git/").hidden(true);
    PathFilter.Place top = filter.start();
    assertFalse(filter.mayHoldWanted(filter.enter(top, "target", false)));
    assertFalse(filter.mayHoldWanted(filter.enter(top, ".git", false)));
    PathFilter.Place src = filter.enter(top, "src", false);
    assertTrue(filter.mayHoldWanted(src));
    assertTrue(filter.mayHoldWanted(filter.enter(src, "target", false)));
    PathFilter some = PathFilter.ALL.include("a/b/*.sql");
    PathFilter.Place a = some.enter(some.start(), "a", false);
    assertTrue(some.mayHoldWanted(a));
    assertFalse(some.mayHoldWanted(some.enter(a, "c", false)));
    assertFalse(some.mayHoldWanted(some.enter(some.start(), "b", false)));
  }

  @Test
  void patternsThatStandForTooManyAreRefused() {
    String many = "{a,b,c,d,e,f,g,h}".repeat(4);
    assertThrows(IllegalArgumentException.class, () -> PathFilter.ALL.include(many));
  }
}
