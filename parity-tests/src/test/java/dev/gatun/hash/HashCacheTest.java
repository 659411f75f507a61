package dev.gatun.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.FileSet;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// With a cache the digest is what it is without, and less is read.
final class HashCacheTest {
  private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02.123456789Z");

  @TempDir private Path folder = Path.of("");
  private Path base = Path.of("");
  private Path cache = Path.of("");

  @BeforeEach
  void write() throws Exception {
    base = Files.createDirectory(folder.resolve("base"));
    cache = folder.resolve("cache");
    write("a", "aaaa");
    write("b/c", "cc");
    write("d", "d");
  }

  private void write(String path, String text) throws Exception {
    write(path, text, LONG_AGO);
  }

  private void write(String path, String text, Instant modified) throws Exception {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  /// Hashes with the cache and checks that the digest is what it is without.
  private HashResult hash(HashForm form, FileSet files) {
    HashResult result = Hashing.hashFiles(files, form, HashOptions.defaults().cache(cache));
    HashResult without = Hashing.hashFiles(files, form, HashOptions.defaults().withFileDigests());
    assertEquals(without.digest(), result.digest());
    assertEquals(without.files(), result.files());
    assertNull(without.changes());
    return result;
  }

  private HashResult hash(HashForm form) {
    return hash(form, FileSet.in(base));
  }

  private static void changed(
      HashResult result, List<String> added, List<String> changed, List<String> removed) {
    assertEquals(new HashChanges(added, changed, removed), result.changes());
  }

  private static final List<String> NONE = List.of();

  @ParameterizedTest
  @EnumSource
  void nothingIsReadWhenNothingChanged(HashForm form) throws Exception {
    HashResult first = hash(form);
    assertEquals(7, first.bytesRead());
    changed(first, List.of("a", "b/c", "d"), NONE, NONE);
    byte[] written = Files.readAllBytes(cache);
    HashResult second = hash(form);
    assertEquals(0, second.bytesRead());
    changed(second, NONE, NONE, NONE);
    assertTrue(Objects.requireNonNull(second.changes()).isEmpty());
    assertEquals(
        new String(written, StandardCharsets.UTF_8), Files.readString(cache)); // not written again
  }

  @ParameterizedTest
  @EnumSource
  void changesAreSeen(HashForm form) throws Exception {
    hash(form);
    write("a", "aaab", LONG_AGO.plusNanos(1000)); // same size
    write("d", "d", LONG_AGO.plusSeconds(5)); // another time only
    Files.delete(base.resolve("b/c"));
    write("b/a", "new");
    HashResult result = hash(form);
    changed(result, List.of("b/a"), List.of("a"), List.of("b/c"));
    assertEquals(8, result.bytesRead());
    changed(hash(form), NONE, NONE, NONE);
    write("d", "dd"); // another size, the same time
    result = hash(form);
    changed(result, NONE, List.of("d"), NONE);
    assertEquals(form == HashForm.TREE ? 2 : 9, result.bytesRead());
    assertEquals(0, hash(form).bytesRead());
  }

  @Test
  void oneCacheServesBothForms() throws Exception {
    hash(HashForm.TREE);
    assertEquals(7, hash(HashForm.FLAT).bytesRead());
    assertEquals(0, hash(HashForm.TREE).bytesRead());
    assertEquals(0, hash(HashForm.FLAT).bytesRead());
    write("a", "aaaa", LONG_AGO.plusSeconds(1));
    assertEquals(4, hash(HashForm.TREE).bytesRead());
    assertEquals(0, hash(HashForm.FLAT).bytesRead()); // same bytes in the same order
  }

  @Test
  void flatDigestIsOfOneOrder() {
    List<Path> files = List.of(base.resolve("a"), base.resolve("d"), base.resolve("a"));
    HashResult one = hash(HashForm.FLAT, FileSet.of(base, files));
    changed(one, List.of("a", "d"), NONE, NONE);
    HashResult other = hash(HashForm.FLAT, FileSet.of(base, files.reversed().subList(0, 2)));
    assertNotEquals(one.digest(), other.digest());
    changed(other, NONE, NONE, NONE);
  }

  @ParameterizedTest
  @EnumSource
  void filesThatAreTooYoungAreReadAgain(HashForm form) throws Exception {
    write("a", "1111", Instant.now());
    write("d", "1", Instant.now().plusSeconds(100));
    hash(form);
    FileTime time = Files.getLastModifiedTime(base.resolve("a"));
    write("a", "2222", time.toInstant()); // changed within the same tick of the clock
    HashResult result = hash(form);
    changed(result, NONE, List.of("a"), NONE);
    assertEquals(form == HashForm.TREE ? 5 : 7, result.bytesRead());
  }

  @Test
  void namesMayHaveAnyCharacter() throws Exception {
    List<String> names = List.of("back\\slash", "line\nbreak", "\\n", " space ", "\uD83D\uDE00");
    for (String name : names) {
      try {
        write("odd/" + name, name);
      } catch (java.nio.file.InvalidPathException e) {
        // not on this system
      }
    }
    hash(HashForm.TREE);
    HashResult again = hash(HashForm.TREE);
    assertEquals(0, again.bytesRead());
    changed(again, NONE, NONE, NONE);
  }

  @Test
  void damagedCachesAreNotTrusted() throws Exception {
    hash(HashForm.TREE);
    String good = Files.readString(cache);
    int digest = good.indexOf("\n", good.indexOf("base ")) + 1;
    List<String> damaged =
        List.of(
            "",
            "something else",
            good.substring(0, good.length() / 2),
            good.substring(0, good.length() - 1),
            good + "\n",
            good.replace("cache 1", "cache 2"),
            good.substring(0, digest) + "0".repeat(64) + good.substring(digest + 64),
            good.replaceFirst("written \\d+", "written 9000000000000000000"));
    for (String text : damaged) {
      Files.writeString(cache, text);
      HashResult result = hash(HashForm.TREE);
      assertEquals(7, result.bytesRead());
      changed(result, List.of("a", "b/c", "d"), NONE, NONE);
      assertEquals(0, hash(HashForm.TREE).bytesRead());
    }
  }

  @Test
  void cacheOfAnotherBaseIsNotTrusted() throws Exception {
    hash(HashForm.TREE);
    Path other = Files.createDirectory(folder.resolve("other"));
    for (String path : List.of("a", "d")) {
      Files.writeString(other.resolve(path), path.repeat(path.equals("a") ? 4 : 1).toUpperCase());
      Files.setLastModifiedTime(other.resolve(path), FileTime.from(LONG_AGO));
    }
    assertEquals(5, hash(HashForm.TREE, FileSet.in(other)).bytesRead());
  }

  @Test
  void cacheMustNotBeOneOfTheFiles() throws Exception {
    cache = base.resolve("cache");
    Files.writeString(cache, "");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> hash(HashForm.TREE))
            .getMessage()
            .startsWith(cache + ": the cache is one of the files"));
    hash(HashForm.TREE, FileSet.in(base).exclude("cache"));
  }

  @Test
  void cacheThatCannotBeWrittenIsNamed() {
    cache = folder.resolve("no/such/folder");
    assertTrue(
        assertThrows(UncheckedIOException.class, () -> hash(HashForm.TREE))
            .getMessage()
            .contains(cache + ": there is no directory"));
  }
}
