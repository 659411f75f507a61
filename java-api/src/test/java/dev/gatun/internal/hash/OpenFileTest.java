package dev.gatun.internal.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.FileSet.Entry;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are not what they were when they were listed.
final class OpenFileTest {
  @TempDir private Path folder = Path.of("");

  private Entry listed(String text, long size) throws Exception {
    Path file = folder.resolve("file");
    Files.writeString(file, text);
    return new Entry("file", file, size, FileTime.fromMillis(0));
  }

  private static String text(MemorySegment segment, long from, long to) {
    return new String(
        segment.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  @Test
  void wholeFilesAndParts() throws Exception {
    Entry entry = listed("0123456789", 10);
    try (Arena arena = Arena.ofConfined();
        OpenFile file = new OpenFile(entry)) {
      MemorySegment space = arena.allocate(20);
      OpenFile.readAll(entry, space, 3);
      assertEquals("0123456789", text(space, 3, 13));
      file.read(4, space.asSlice(0, 6));
      assertEquals("456789", text(space, 0, 6));
      OpenFile.readAll(listed("", 0), space, 19);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10, was cut short to 4 bytes while it was read",
    "5, was cut short to 4 bytes while it was read",
    "3, grew while it was read",
    "0, grew while it was read",
  })
  void anotherLengthThanListedIsAnError(int size, String problem) throws Exception {
    Entry entry = listed("text", size);
    try (Arena arena = Arena.ofConfined();
        OpenFile file = new OpenFile(entry)) {
      MemorySegment space = arena.allocate(20);
      String whole =
          assertThrows(UncheckedIOException.class, () -> OpenFile.readAll(entry, space, 0))
              .getMessage();
      assertTrue(whole.startsWith(entry.file() + ": " + problem), whole);
      MemorySegment rest = space.asSlice(0, Math.max(0, size - 1));
      String part =
          assertThrows(UncheckedIOException.class, () -> file.read(size - rest.byteSize(), rest))
              .getMessage();
      assertEquals(whole, part);
    }
  }

  @Test
  void fileThatWentAwayIsNamed() throws Exception {
    Entry entry = listed("text", 4);
    Files.delete(entry.file());
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment space = arena.allocate(20);
      assertEquals(
          entry.file() + ": no such file",
          assertThrows(UncheckedIOException.class, () -> OpenFile.readAll(entry, space, 0))
              .getMessage());
    }
  }
}
