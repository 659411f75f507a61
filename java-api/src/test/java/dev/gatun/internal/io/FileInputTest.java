package dev.gatun.internal.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputSource;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInputTest {
  private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8};

  @TempDir private Path folder;

  private Path file() throws IOException {
    return Files.write(folder.resolve("file"), BYTES);
  }

  private static byte[] read(InputSource source, long position, int length) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      MemorySegment into = arena.allocate(length);
      source.read(position, into);
      return into.toArray(ValueLayout.JAVA_BYTE);
    }
  }

  @Test
  void rangesOfFilesAndMemory() throws IOException {
    try (InputSource file = InputSource.of(file());
        InputSource memory = InputSource.of("memory", BYTES)) {
      for (InputSource source : new InputSource[] {file, memory}) {
        assertArrayEquals(new byte[] {3, 4, 5}, read(source, 2, 3));
        assertArrayEquals(new byte[0], read(source, 8, 0));
        assertThrows(EOFException.class, () -> read(source, 6, 3));
        assertThrows(EOFException.class, () -> read(source, -1, 3));
        assertThrows(EOFException.class, () -> read(source, Long.MAX_VALUE, 3));
      }
    }
  }

  @Test
  void interruptsDoNotBreakTheSource() throws IOException {
    try (InputSource source = InputSource.of(file())) {
      Thread.currentThread().interrupt();
      assertArrayEquals(BYTES, read(source, 0, 8));
      assertTrue(Thread.interrupted());
      assertArrayEquals(BYTES, read(source, 0, 8));
    }
  }

  @Test
  void aFileThatIsCutShortEnds() throws IOException {
    Path file = file();
    try (InputSource source = InputSource.of(file)) {
      Files.write(file, new byte[3], StandardOpenOption.TRUNCATE_EXISTING);
      assertThrows(EOFException.class, () -> read(source, 0, 8));
    }
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    assertThrows(NoSuchFileException.class, () -> InputSource.of(folder.resolve("none")));
    assertThrows(NoSuchFileException.class, () -> InputSource.of(folder));
    InputSource source = InputSource.of(file());
    source.close();
    assertThrows(IOException.class, () -> read(source, 0, 1));
  }
}
