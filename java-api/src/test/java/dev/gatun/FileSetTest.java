package dev.gatun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FileSetTest {
  @TempDir private Path base = Path.of("");

  private void make(String... paths) throws Exception {
    for (String path : paths) {
      Path file = base.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, path);
    }
  }

  private static List<String> paths(FileSet files) {
    return files.list().stream().map(FileSet.Entry::path).toList();
  }

  @Test
  void treeIsInOrderOfComponents() throws Exception {
    assumeTrue(
        Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('\u00e9'),
        "this locale has no such file names");
    make("a-b", "a/z", "a/b/c", "a!", "B", "b.sql", "\uFFEE", "\uD83D\uDE00", "é");
    assertEquals(
        List.of("B", "a/b/c", "a/z", "a!", "a-b", "b.sql", "é", "\uFFEE", "\uD83D\uDE00"),
        paths(FileSet.in(base)));
  }

  @Test
  void entriesSayWhereHowLongAndWhen() throws Exception {
    make("a/b");
    FileSet.Entry entry = FileSet.in(base).list().getFirst();
    assertEquals(base.resolve("a").resolve("b"), entry.file());
    assertEquals(3, entry.size());
    assertEquals(Files.getLastModifiedTime(entry.file()), entry.modified());
  }

  @Test
  void patternsSelect() throws Exception {
    make("x.sql", "a/x.sql", "a/y.txt", "a/b/x.sql", "a/b/[q].sql", "c/z.SQL");
    FileSet all = FileSet.in(base);
    assertEquals(
        List.of("a/b/[q].sql", "a/b/x.sql", "a/x.sql", "x.sql"), paths(all.include("*.sql")));
    assertEquals(List.of("a/x.sql"), paths(all.include("a/*.sql")));
    assertEquals(List.of("a/b/x.sql", "a/x.sql", "x.sql"), paths(all.include("**/x.sql")));
    assertEquals(List.of("a/b/[q].sql"), paths(all.include("a/**/\\[?].s[a-r]l")));
    assertEquals(
        List.of("a/y.txt", "c/z.SQL"), paths(all.include("{a/*.t{x,z}t,c/**}").include("c/*")));
    assertEquals(List.of("a/y.txt", "c/z.SQL"), paths(all.exclude("*.sql")));
    assertEquals(List.of("c/z.SQL", "x.sql"), paths(all.exclude("a/**")));
    assertEquals(List.of("x.sql"), paths(all.recursive(false)));
    assertEquals(List.of(), paths(all.include("nothing")));
  }

  @Test
  void hiddenFilesAreLeftOutUnlessAskedFor() throws Exception {
    make(".h", "a/.d/x", "a/x", ".d/y");
    FileSet all = FileSet.in(base);
    assertEquals(List.of("a/x"), paths(all));
    assertEquals(List.of(".d/y", ".h", "a/.d/x", "a/x"), paths(all.hidden(true)));
    assertEquals(List.of(".h"), paths(all.include(".*")));
    assertEquals(List.of("a/.d/x"), paths(all.include("a/.d/*")));
    assertEquals(List.of("a/x"), paths(all.hidden(true).exclude(".*", "**/.d/**")));
    assertEquals(List.of(".d/y"), paths(FileSet.of(base, List.of(base.resolve(".d")))));
  }

  @Test
  void listKeepsItsOrder() throws Exception {
    make("a/x", "b", "c/y", "c/x");
    List<Path> files =
        List.of(base.resolve("c"), base.resolve("b"), base.resolve("a/x"), base.resolve("b"));
    assertEquals(List.of("c/x", "c/y", "b", "a/x", "b"), paths(FileSet.of(base, files)));
    assertEquals(List.of("c/x", "a/x"), paths(FileSet.of(base, files).include("x")));
  }

  @Test
  void largeTreesComeOutTheSameWithAnyNumberOfWorkers() throws Exception {
    for (int d = 0; d < 30; d++) {
      Files.createDirectories(base.resolve("d" + d));
      for (int i = 0; i < 100; i++) {
        Files.createFile(base.resolve("d" + d).resolve("f" + i));
      }
    }
    for (int i = 0; i < 1000; i++) {
      Files.createFile(base.resolve("g" + i));
    }
    List<FileSet.Entry> one = FileSet.in(base).list(RunOptions.defaults().threads(1));
    assertEquals(4000, one.size());
    assertEquals(one, FileSet.in(base).list(RunOptions.defaults().threads(7)));
    List<String> paths = one.stream().map(FileSet.Entry::path).toList();
    assertTrue(paths.indexOf("d1/f99") < paths.indexOf("d10/f0"));
  }

  private static void fails(FileSet files, String message) {
    String problem = assertThrows(UncheckedIOException.class, files::list).getMessage();
    assertTrue(problem.contains(message), problem);
  }

  @Test
  void failuresNameTheFile() throws Exception {
    make("f", "d/x");
    Path missing = base.resolve("missing");
    fails(FileSet.in(missing), missing + ": no such file");
    fails(FileSet.in(base.resolve("f")), base.resolve("f") + ": is not a directory");
    fails(FileSet.of(base, List.of(missing)), missing + ": no such file");
    FileSet outside = FileSet.of(base.resolve("d"), List.of(base.resolve("f")));
    assertTrue(
        assertThrows(IllegalArgumentException.class, outside::list)
            .getMessage()
            .startsWith(base.resolve("f") + " is not below the base directory"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // links need a privilege there
  void linksAreFollowedButNotInCircles() throws Exception {
    make("d/x", "e/y");
    Files.createSymbolicLink(base.resolve("d/e"), base.resolve("e"));
    assertEquals(List.of("d/e/y", "d/x", "e/y"), paths(FileSet.in(base)));
    Path dangling = Files.createSymbolicLink(base.resolve("d/n.txt"), base.resolve("nowhere"));
    fails(FileSet.in(base), dangling + ": is a link to what is not there");
    assertEquals(List.of("d/e/y", "d/x", "e/y"), paths(FileSet.in(base).exclude("*.txt")));
    Path loop = Files.createSymbolicLink(base.resolve("e/up"), base);
    fails(FileSet.in(base).exclude("*.txt"), loop + ": is a link to a directory that it lies in");
    assertEquals(List.of("d/x"), paths(FileSet.in(base).exclude("*.txt", "{d/,}e/**")));
  }

  @Test
  void wrongPatternsSayWhatIsWrong() {
    FileSet all = FileSet.in(base);
    for (String pattern : List.of("", "a[", "a[]", "{a", "a}", "a\\", "[z-a]", "../x")) {
      String problem =
          assertThrows(IllegalArgumentException.class, () -> all.include(pattern)).getMessage();
      assertTrue(problem.startsWith("pattern '" + pattern + "': "), problem);
    }
  }
}
