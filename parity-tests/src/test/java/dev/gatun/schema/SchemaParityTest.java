package dev.gatun.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.support.Setup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

/// Random trees: every engine, tier and number of threads writes what a few lines of plain Java do,
/// and each line leads to its file.
class SchemaParityTest {
  private final List<Path> made = new ArrayList<>();

  @AfterProperty
  void delete() {
    for (Path root : made) {
      try (Stream<Path> files = Files.walk(root)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path folder() {
    try {
      Path folder = Files.createTempDirectory("gatun-schema");
      made.add(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(SplittableRandom random) {
    List<String> parts =
        List.of("select 1;", "\n", "\r\n", "\r", "-- /*\n", "'it''s'", "é", " $$ ' $$ ", " ");
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    int most = random.nextInt(5) == 0 ? 3000 : 12;
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  /// The rules, in the words of strings.
  private static String plain(String text) {
    String lines = text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    String whole = lines.replaceFirst("\n*$", "");
    return whole.isEmpty() ? "" : whole + "\n";
  }

  @Property(tries = 60)
  void everySetupWritesTheSame(@ForAll @IntRange(min = 1, max = 80) int count, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Tree tree = new Tree(folder());
    TreeMap<String, String> texts = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String path = "%03d/%03d.sql".formatted(random.nextInt(4), i);
      texts.put(path, text(random));
      tree.with(path, texts.get(path));
    }
    StringBuilder expected = new StringBuilder();
    texts.forEach((path, text) -> expected.append("-- " + path + "\n").append(plain(text)));
    SchemaBuild build = SchemaBuild.in(tree.root()).verify(random.nextBoolean());
    List<Setup> setups = new ArrayList<>(Setup.natives());
    setups.add(Setup.JAVA);
    setups.add(new Setup(Setup.JAVA.engine(), "java", 3));
    for (Setup setup : setups) {
      setup.run(
          options -> {
            assertEquals(expected.toString(), Tree.text(build.options(options)), setup::toString);
            return null;
          });
    }
    assertLines(build, texts);
  }

  private static void assertLines(SchemaBuild build, TreeMap<String, String> texts) {
    SchemaResult result = build.write(OutputStream.nullOutputStream());
    long line = 0;
    for (String path : texts.keySet()) {
      line++;
      assertEquals(null, result.locate(line));
      long lines = plain(texts.get(path)).lines().count();
      for (long own = 1; own <= lines; own++) {
        line++;
        assertEquals(new SourceLine(path, own), result.locate(line));
      }
    }
    assertEquals(line, result.lines());
  }
}
