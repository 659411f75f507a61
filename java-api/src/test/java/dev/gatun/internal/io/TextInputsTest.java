package dev.gatun.internal.io;

import static dev.gatun.internal.io.Bytes.readAll;
import static dev.gatun.internal.io.Bytes.trickle;
import static dev.gatun.internal.io.Bytes.utf8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputSource;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TextInputsTest {
  private static final byte[] TEXT = utf8("a,b\n1,2\n");
  private static final int PIECE = 1 << 20;

  @TempDir private Path folder;

  private static TextInput text(Path file) {
    return TextInputs.of(file, TextEncoding.DETECTED);
  }

  private static TextInput text(InputStream stream) {
    return TextInputs.of("stream", stream, TextEncoding.DETECTED);
  }

  private static TextInput text(ReadableByteChannel channel) {
    return TextInputs.of("channel", channel, TextEncoding.DETECTED);
  }

  private Path file(byte[] contents) throws IOException {
    return Files.write(folder.resolve("t.csv"), contents);
  }

  @Test
  void filesCanBeReadAgain() throws IOException {
    Path file = file(TEXT);
    TextInput text = text(file);
    assertEquals(file.toString(), text.name());
    assertEquals(TEXT.length, text.size());
    assertTrue(text.isReadableAgain());
    for (int i = 1; i < 10; i++) {
      assertArrayEquals(TEXT, readAll(text.open(), i));
    }
  }

  @Test
  void sourcesStayOpen() throws IOException {
    InputSource source = InputSource.of(file(TEXT));
    TextInput text = TextInputs.of(source, TextEncoding.DETECTED);
    assertTrue(text.isReadableAgain());
    assertArrayEquals(TEXT, readAll(text.open(), 3));
    assertArrayEquals(TEXT, readAll(text.open(), PIECE));
    source.close();
    assertThrows(UncheckedIOException.class, text::open);
  }

  @Test
  void streamsAreReadOnceAndStayOpen() throws IOException {
    InputStream stream =
        new ByteArrayInputStream(TEXT) {
          @Override
          public void close() {
            throw new AssertionError("is the caller's");
          }
        };
    TextInput text = text(stream);
    assertEquals(0, text.size());
    assertFalse(text.isReadableAgain());
    assertArrayEquals(TEXT, readAll(text.open(), 5));
    assertThrows(IllegalStateException.class, text::open);
    try (FileChannel channel = FileChannel.open(file(TEXT))) {
      assertArrayEquals(TEXT, readAll(text(channel).open(), 5));
      assertTrue(channel.isOpen());
    }
    assertArrayEquals(TEXT, readAll(text(Channels.newChannel(trickle(TEXT, 1))).open(), 3));
  }

  @Test
  void emptyInputs() throws IOException {
    assertEquals(0, readAll(text(file(new byte[0])).open(), 1).length);
    assertEquals(0, readAll(text(InputStream.nullInputStream()).open(), 1).length);
    InputSource nothing = InputSource.of("nothing", new byte[0]);
    assertEquals(0, readAll(TextInputs.of(nothing, TextEncoding.DETECTED).open(), 1).length);
  }

  @Test
  void whatCannotBeOpened() {
    Path none = folder.resolve("none");
    UncheckedIOException missing = assertThrows(UncheckedIOException.class, () -> text(none));
    assertEquals(none + ": no such file", missing.getMessage());
    assertInstanceOf(NoSuchFileException.class, missing.getCause());
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> text(folder));
    assertEquals(folder + ": is a directory, not a file", e.getMessage());
  }

  @Test
  void filesThatGoAwayOrChange() throws IOException {
    Path file = file(new byte[3 * PIECE]);
    TextInput text = text(file);
    try (ByteStream open = text.open();
        Arena arena = Arena.ofConfined()) {
      MemorySegment into = arena.allocate(PIECE);
      assertTrue(open.read(into, 0, PIECE) > 0);
      Files.write(file, new byte[PIECE], StandardOpenOption.TRUNCATE_EXISTING);
      UncheckedIOException e =
          assertThrows(
              UncheckedIOException.class,
              () -> {
                while (open.read(into, 0, PIECE) > 0) {
                  // goes on
                }
              });
      assertInstanceOf(EOFException.class, e.getCause());
      assertTrue(e.getMessage().startsWith(file + ": was cut short at byte "), e.getMessage());
    }
    Files.delete(file);
    assertThrows(UncheckedIOException.class, text::open);
  }

  @Test
  void brokenStreamsAreNamed() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("line is cut");
          }
        };
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> text(broken).open());
    assertEquals("stream: line is cut", e.getMessage());
    assertFalse(IoFailures.isInterrupt(e));
  }

  @Test
  void interruptedReadsOfFilesGoOn() throws IOException {
    byte[] contents = new byte[PIECE];
    TextInput text = text(file(contents));
    Thread.currentThread().interrupt();
    byte[] read = readAll(text.open(), 100_000);
    assertTrue(Thread.interrupted());
    assertArrayEquals(contents, read);
  }

  @Test
  void interruptedReadsOfPipesEnd() throws IOException, InterruptedException {
    Pipe pipe = Pipe.open();
    try (var sink = pipe.sink()) {
      assertInterruptEnds(text(pipe.source()));
      assertTrue(sink.isOpen());
    }
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream reader = new PipedInputStream(writer)) {
      assertInterruptEnds(text(reader));
    }
  }

  private static void assertInterruptEnds(TextInput text) throws InterruptedException {
    boolean[] interrupted = new boolean[1];
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    text.open().close();
                  } catch (UncheckedIOException e) {
                    interrupted[0] = IoFailures.isInterrupt(e);
                  }
                });
    thread.interrupt();
    thread.join();
    assertTrue(interrupted[0]);
  }

  @Test
  void channelsMustBlock() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    assertThrows(IllegalBlockingModeException.class, () -> text(pipe.source()));
    pipe.source().configureBlocking(true);
    pipe.sink().write(ByteBuffer.wrap(TEXT));
    pipe.sink().close();
    assertArrayEquals(TEXT, readAll(text(pipe.source()).open(), 3));
    pipe.source().close();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void namedPipesAndDevices() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Files.write(pipe, TEXT, StandardOpenOption.WRITE);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    TextInput text = text(pipe);
    assertFalse(text.isReadableAgain());
    assertArrayEquals(TEXT, readAll(text.open(), 3));
    writer.join();
    assertEquals(0, readAll(text(Path.of("/dev/null")).open(), 3).length);
    assertTrue(readAll(text(Path.of("/proc/self/status")).open(), 100).length > 0);
  }
}
