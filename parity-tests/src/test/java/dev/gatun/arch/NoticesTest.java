package dev.gatun.arch;

import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gatun.support.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever others wrote and our jars contain is named, with its licence, in the jar's
/// `META-INF/THIRD-PARTY.txt`. The jars are those that the build has just made.
class NoticesTest {
  private static final Path ROOT = Repository.ROOT;
  private static final List<String> MODULES = List.of("bindings", "java-api", "micrometer", "cli");
  private static final String NATIVE = "META-INF/native/";

  /// `Component: zstd`, `Where: META-INF/native/`, `Licence: BSD-3-Clause`, then the text.
  private static final Pattern SECTION =
      Pattern.compile(
          "^Component: (.+)\\nWhere: +(\\S+)\\nLicence: +(.+)\\n"
              + "Origin: +https://\\S+\\n((?:(?!^-{20})[\\s\\S])*)",
          Pattern.MULTILINE);

  private static final Pattern CODEC =
      Pattern.compile("^gatun_add_codec\\((\\w+)$", Pattern.MULTILINE);

  /// What has no author but the build.
  private static final Pattern BUILT =
      Pattern.compile(
          "META-INF/(MANIFEST\\.MF|LICENSE|NOTICE|THIRD-PARTY\\.txt|maven/dev\\.gatun/.*)"
              + "|META-INF/native/[^/]+/(native\\.properties|.*gatun\\.(so|dylib|dll))"
              + "|META-INF/native/native\\.properties");

  private record Section(String name, String where, String licence, String text) {}

  @TestFactory
  Stream<DynamicTest> everythingOfOthersIsNamed() throws IOException {
    List<Path> jars = jars();
    assumeFalse(jars.isEmpty(), "no jars were built");
    return jars.stream().map(jar -> Named.test(jar.getFileName().toString(), () -> check(jar)));
  }

  /// All jars of classes and libraries: not sources, Javadoc or the shade plugin's inputs.
  private static List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String module : MODULES) {
      Path target = ROOT.resolve(module).resolve("target");
      try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
        files
            .filter(
                file ->
                    file.getFileName().toString().matches("gatun.*(?<!-sources|-javadoc)\\.jar"))
            .sorted()
            .forEach(jars::add);
      }
    }
    return jars;
  }

  private static void check(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      List<String> entries =
          jar.stream().filter(not(JarEntry::isDirectory)).map(JarEntry::getName).toList();
      assertTrue(
          entries.containsAll(List.of("META-INF/LICENSE", "META-INF/NOTICE")), "LICENSE, NOTICE");
      List<Section> sections = sections(text(jar, "META-INF/THIRD-PARTY.txt"));
      assertEquals(List.of(), unnamed(entries, sections), "in the jar, in no notice");
      if (entries.stream().anyMatch(entry -> entry.startsWith(NATIVE))) {
        for (String codec : codecs()) {
          assertTrue(
              sections.stream().anyMatch(s -> s.name.equals(codec) && s.where.equals(NATIVE)),
              () -> codec + " is linked in and not named");
        }
      }
      sections.forEach(NoticesTest::checkLicence);
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertTrue(entry != null, name);
    try (var in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Section> sections(String text) {
    return SECTION
        .matcher(text)
        .results()
        .map(s -> new Section(s.group(1), s.group(2), s.group(3), s.group(4)))
        .toList();
  }

  private static List<String> unnamed(List<String> entries, List<Section> sections) {
    return entries.stream()
        .filter(entry -> !BUILT.matcher(entry).matches() && !isOurs(entry))
        .filter(
            entry ->
                entry.startsWith(NATIVE)
                    || sections.stream().noneMatch(s -> entry.startsWith(s.where)))
        .toList();
  }

  /// Whether one of our modules has the source of a class, or the resource.
  private static boolean isOurs(String entry) {
    String source =
        entry.endsWith(".class")
            ? "java/" + entry.replaceFirst("(\\$[^/]*)?\\.class$", ".java")
            : "resources/" + entry;
    return MODULES.stream().anyMatch(m -> Files.exists(ROOT.resolve(m + "/src/main/" + source)));
  }

  private static List<String> codecs() throws IOException {
    String cmake = Files.readString(ROOT.resolve("cmake/codecs.cmake"));
    List<String> codecs = CODEC.matcher(cmake).results().map(MatchResult::group).toList();
    assertTrue(codecs.size() >= 3, codecs::toString);
    return codecs.stream().map(line -> line.substring(line.indexOf('(') + 1)).toList();
  }

  /// The text itself, or that it is our own licence's.
  private static void checkLicence(Section section) {
    boolean ours = section.licence.equals("Apache-2.0, the text is in META-INF/LICENSE");
    assertTrue(
        ours || section.text.contains("Copyright") && section.text.length() > 500,
        () -> section.name + " has no licence text");
  }
}
