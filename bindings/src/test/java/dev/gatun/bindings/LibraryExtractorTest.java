package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the loader trusts on a disk that others write to as well.
final class LibraryExtractorTest {

  @TempDir private Path directory;
  private Bundle bundle;

  @BeforeEach
  void packLibrary() throws IOException {
    bundle = new Bundle(directory).pack(FakeLibrary.matching(directory));
  }

  private static void requirePosix() {
    assumeTrue(
        !Platform.current().os().equals("windows"),
        "skipped, because Windows has no POSIX permissions");
  }

  private static void setPermissions(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /// Loads, and expects the temp directory to be refused and the cache directory to serve.
  private void assertTempRefused(String reasonPart) throws IOException {
    NativeStatus status = bundle.status();
    assertTrue(status.available(), status.reason());
    assertEquals(bundle.inCache().toRealPath(), status.path());
    assertEquals(1, status.attempts().size(), status.attempts().toString());
    assertTrue(status.attempts().getFirst().contains(reasonPart), status.attempts().getFirst());
  }

  @Test
  void onlyTheUserCanReadOrChangeWhatIsExtracted() throws IOException {
    requirePosix();
    assertTrue(bundle.status().available());
    Path file = bundle.inTemp();
    assertEquals("r-x------", permissions(file));
    assertEquals("rwx------", permissions(file.getParent()));
    assertEquals("rwx------", permissions(file.getParent().getParent()));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList(), "no temporary file is left");
    }
  }

  @Test
  void theSameContentIsExtractedOnce() throws IOException {
    assertTrue(bundle.status().available());
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(bundle.inTemp(), longAgo);
    assertTrue(bundle.status().available());
    assertEquals(longAgo, Files.getLastModifiedTime(bundle.inTemp()));
  }

  @Test
  void manyAtOnceAllSucceed() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<NativeStatus> load = bundle::status;
      for (var status : threads.invokeAll(Collections.nCopies(32, load))) {
        assertEquals(bundle.inTemp().toRealPath(), status.get().path(), status.get().reason());
      }
    }
    try (Stream<Path> files = Files.list(bundle.inTemp().getParent())) {
      assertEquals(List.of(bundle.inTemp()), files.toList());
    }
  }

  @Test
  void aFileThatWasTamperedWithIsReplaced() throws IOException {
    Path file = bundle.inTemp();
    makePrivate(file.getParent());
    Files.copy(FakeLibrary.matching(directory), file);
    NativeStatus status = bundle.status();
    assertEquals(file.toRealPath(), status.path());
    assertEquals(bundle.sha256(), Sha256.of(file));
  }

  @Test
  void aTruncatedFileIsReplaced() throws IOException {
    Path file = bundle.inTemp();
    makePrivate(file.getParent());
    Files.write(file, new byte[0]);
    assertTrue(bundle.status().available());
    assertEquals(bundle.sha256(), Sha256.of(file));
  }

  @Test
  void aLinkInPlaceOfTheFileIsReplacedEvenIfItLeadsToTheRightContent() throws IOException {
    Path file = bundle.inTemp();
    makePrivate(file.getParent());
    link(file, bundle.packed());
    assertTrue(bundle.status().available());
    assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aDirectoryThatOthersCanWriteToIsRefused() throws IOException {
    requirePosix();
    for (String open : List.of("rwxrwx---", "rwx---rwx", "rwxrwxrwx")) {
      Path root = bundle.temp.resolve("gatun-ada");
      Files.createDirectories(root);
      setPermissions(root, open);
      assertTempRefused(root.toRealPath() + " can be written to by other users");
    }
  }

  @Test
  void aContentDirectoryThatOthersCanWriteToIsRefused() throws IOException {
    requirePosix();
    Path content = bundle.inTemp().getParent();
    makePrivate(content);
    setPermissions(content, "rwxrwxrwx");
    assertTempRefused(content.toRealPath() + " can be written to by other users");
  }

  @Test
  void aDirectoryOfAnotherUserIsRefused() throws IOException {
    Command.requireRoot();
    Path root = Files.createDirectories(bundle.temp.resolve("gatun-ada"));
    setPermissions(root, "rwx------");
    Files.setAttribute(root, "unix:uid", 12345);
    assertTempRefused(root.toRealPath() + " belongs to another user (id 12345)");
  }

  @Test
  void aLinkInPlaceOfTheDirectoryIsRefused() throws IOException {
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    makePrivate(elsewhere);
    link(bundle.temp.resolve("gatun-ada"), elsewhere);
    assertTempRefused("gatun-ada is a link or a file, not a directory");
    try (Stream<Path> files = Files.list(elsewhere)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aFileInPlaceOfTheDirectoryIsRefused() throws IOException {
    Files.createFile(bundle.temp.resolve("gatun-ada"));
    assertTempRefused("gatun-ada is a link or a file, not a directory");
  }

  @Test
  void aParentWhereEverybodyCanReplaceTheDirectoryIsRefused() throws IOException {
    requirePosix();
    setPermissions(bundle.temp, "rwxrwxrwx");
    assertTempRefused(bundle.temp.toRealPath() + " can be written to by every user and is not");
    Files.setAttribute(bundle.temp, "unix:mode", 01777);
    NativeStatus sticky = bundle.status();
    assertEquals(bundle.inTemp().toRealPath(), sticky.path(), "as /tmp is");
  }

  @Test
  void aTempDirectoryThatIsALinkIsFollowed() throws IOException {
    Path link = link(directory.resolve("link"), bundle.temp);
    bundle.properties.put("java.io.tmpdir", link.toString());
    NativeStatus status = bundle.status();
    assertEquals(bundle.inTemp().toRealPath(), status.path());
  }

  @Test
  void nothingIsWrittenOutsideTheTempDirectoryWhenThatServes() throws IOException {
    Set<Path> before = tree(bundle.home);
    assertTrue(bundle.status().available());
    assertEquals(before, tree(bundle.home));
    assertFalse(Files.exists(bundle.home.resolve(".cache")));
  }

  /// Makes a link, or skips the test where this user may make none, as on most Windows machines.
  private static Path link(Path link, Path target) throws IOException {
    try {
      return Files.createSymbolicLink(link, target);
    } catch (FileSystemException | UnsupportedOperationException e) {
      return abort("skipped, because no link can be made: " + e.getMessage());
    }
  }

  /// A directory as the loader itself would have made it.
  private static void makePrivate(Path path) throws IOException {
    Files.createDirectories(path);
    if (!Platform.current().os().equals("windows")) {
      setPermissions(path, "rwx------");
      setPermissions(path.getParent(), "rwx------");
    }
  }

  private static Set<Path> tree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.collect(Collectors.toSet());
    }
  }
}
