package dev.gatun.internal.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.internal.io.InputPaths.Kind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPathsTest {
  @TempDir private Path folder;

  @BeforeEach
  void createFiles() throws IOException {
    for (String name :
        List.of(
            "b.csv",
            "a.csv",
            "c.csv.gz",
            "d.TSV.ZST",
            "e.txt",
            "e.parquet",
            "f.pq",
            "README.md",
            "_SUCCESS",
            "_tmp.csv",
            ".a.csv.crc",
            ".hidden.csv",
            "sub/z.csv",
            "sub/.git/z.csv",
            "[x].csv")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private void assertFiles(Kind kind, String name, String... expected) {
    List<String> found =
        InputPaths.expand(folder + name, kind).stream()
            .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
            .toList();
    assertEquals(List.of(expected), found);
  }

  @Test
  void folders() {
    assertFiles(
        Kind.TEXT, "", "[x].csv", "a.csv", "b.csv", "c.csv.gz", "d.TSV.ZST", "e.txt", "sub/z.csv");
    assertFiles(Kind.PARQUET, "", "e.parquet", "f.pq");
    assertFiles(Kind.TEXT, "/sub", "sub/z.csv");
  }

  @Test
  void patterns() {
    assertFiles(Kind.TEXT, "/*.csv", "[x].csv", "_tmp.csv", "a.csv", "b.csv");
    assertFiles(Kind.TEXT, "/{b,a}.csv", "a.csv", "b.csv");
    assertFiles(Kind.TEXT, "/[ab].*", "a.csv", "b.csv");
  }

  @Test
  void filesAsTheyAreNamed() {
    assertFiles(Kind.TEXT, "/README.md", "README.md");
    assertFiles(Kind.TEXT, "/[x].csv", "[x].csv");
    assertFiles(Kind.TEXT, "/none", "none");
  }

  @Test
  void nothingThere() {
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class, () -> InputPaths.expand(folder + "/*.json", Kind.TEXT));
    assertEquals(folder + "/*.json: no text files there", e.getMessage());
    assertInstanceOf(NoSuchFileException.class, e.getCause());
    assertThrows(
        UncheckedIOException.class, () -> InputPaths.expand(folder + "/none/*", Kind.TEXT));
  }
}
