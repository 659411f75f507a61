package dev.gatun.graph;

import static dev.gatun.graph.EdgeTexts.DENSE;
import static dev.gatun.graph.EdgeTexts.READER;
import static dev.gatun.graph.EdgeTexts.read;
import static dev.gatun.graph.EdgeTexts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.GatunException;
import dev.gatun.InputFormatException;
import dev.gatun.RunOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EdgeListReaderErrorsTest {
  private static final EdgeListReader INTS = READER.weights(WeightType.INT32);

  @Test
  void badIdsAndColumns() {
    refused(
        DENSE,
        "0 1\n2 x7\n",
        "line 2, column 3: expected a vertex id from 0 to 2147483646, found \"x7\"");
    refused(
        DENSE,
        "0 1\n-1 2\n",
        "line 2, column 1: expected a vertex id from 0 to 2147483646, found \"-1\"");
    refused(
        DENSE.vertices(5),
        "0,1\r\n\r\n3,5\r\n",
        "line 3, column 3: expected a vertex id from 0 to 4, found \"5\"");
    refused(
        DENSE,
        "0 2147483647\n",
        "line 1, column 3: expected a vertex id from 0 to 2147483646, found \"2147483647\"");
    refused(
        DENSE.vertices(0),
        "0 0\n",
        "line 1, column 1: expected a vertex id from 0 to -1, found \"0\"");
    refused(
        READER, "1 2\n3\n", "line 2, column 2: expected 2 columns separated by blanks, found 1");
    refused(
        READER,
        "1,2,3\n4,5\n",
        "line 2, column 4: expected at least 3 columns separated by commas, found 2");
    refused(
        READER, "a,b\nc,\n", "line 2, column 3: expected a vertex id, found the end of the line");
    refused(READER, "a,b\n,c\n", "line 2, column 1: expected a vertex id, found nothing");
    refused(
        READER,
        "1 2\n3 4 5\n",
        "line 2, column 5: expected the end of the line after column 2, found \"5\"");
    refused(
        READER,
        "lonely\n",
        "line 1, column 1: expected two columns separated by a tab, comma, semicolon, bar or"
            + " blanks, found \"lonely\"");
    refused(
        READER.columns("a", "c", null),
        "a,b\n1,2\n",
        "line 1, column 1: expected a column named \"c\", found \"a\"");
  }

  @Test
  void badWeights() {
    refused(
        READER,
        "1 2 3\n4 5 six\n",
        "line 2, column 5: expected a finite number as weight, found \"six\"");
    for (String word :
        new String[] {"nan", "NaN", "inf", "-Infinity", "1e", "0x10", "1f", "--1", "."}) {
      refused(
          READER,
          "1 2 3\n4 5 " + word + "\n",
          "line 2, column 5: expected a finite number as weight, found \"" + word + "\"");
    }
    refused(
        READER,
        "1 2 1e999\n",
        "line 1, column 5: expected a weight that double can hold, found \"1e999\"");
    refused(
        READER.weights(WeightType.FLOAT32),
        "1 2 1e39\n",
        "line 1, column 5: expected a weight that float can hold, found \"1e39\"");
    refused(
        INTS,
        "1 2 3000000000\n",
        "line 1, column 5: expected a 32-bit integer as weight, found \"3000000000\"");
    refused(
        INTS, "1 2 1.5\n", "line 1, column 5: expected a 32-bit integer as weight, found \"1.5\"");
    refused(
        READER,
        "a b friend\n",
        "line 1, column 5: expected a number as weight in the third column (weights can be switched"
            + " off), found \"friend\"");
    refused(
        READER,
        "1,2,3\n4,5,\n",
        "line 2, column 5: expected a finite number as weight, found the end of the line");
  }

  @Test
  void badText() {
    refused(
        READER,
        "a,b\n\"c,d\n",
        "line 2, column 1: expected a closing quote on the same line, found \"\"c,d\"");
    refused(
        READER,
        "a,b\n\"c\"d,e\n",
        "line 2, column 4: expected a separator after the closing quote, found \"d,e\"");
    refused(
        READER,
        "a,b\nx\u0001y,c\n",
        "line 2, column 2: expected a vertex id in UTF-8 without control characters, found byte"
            + " 0x01");
    InputFormatException e =
        refused(READER, "text", "a,b\nGr\u00fc,c\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(2, e.line());
    assertEquals(3, e.column());
    assertEquals(6, e.byteOffset());
    refused(READER, "text", "1 2\n".getBytes(StandardCharsets.UTF_16));
    refused(READER, "text", "1 2\n".getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void excerptsAreShortAndHarmless() {
    InputFormatException e = refused(DENSE, "0 1\n0 \u001b[31m" + "x".repeat(1000) + "\n");
    assertEquals(
        "text: line 2, column 3: expected a vertex id from 0 to 2147483646, found \"\\x1b[31m"
            + "x".repeat(32)
            + "…\"",
        e.getMessage());
    refused(
        DENSE,
        "0 ü\u202e\n",
        "line 1, column 3: expected a vertex id from 0 to 2147483646, found \"ü\\xe2\\x80\\xae\"");
  }

  @Test
  void positionsAreExactAfterManyLines() {
    StringBuilder text = new StringBuilder("# comment\r\n");
    for (int i = 0; i < 100_000; i++) {
      text.append(i % 1000).append(' ').append(i % 777).append(i % 9 == 0 ? "\r\n" : "\n");
    }
    int offset = text.length() + 4;
    InputFormatException e = refused(DENSE, text + "\n12 1x\n");
    assertEquals(100_003, e.line());
    assertEquals(4, e.column());
    assertEquals(offset, e.byteOffset());
  }

  @Test
  void garbage() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(1, 3000)];
      random.nextBytes(bytes);
      refused(DENSE, "garbage", bytes);
      for (EdgeListReader reader : Arrays.asList(READER, READER.separator(','))) {
        try {
          read(reader, "garbage", bytes).close();
        } catch (GatunException e) {
          assertInstanceOf(InputFormatException.class, e);
        }
      }
    }
    refused(READER, "zeros", new byte[10_000]);
  }

  /// `length` bytes of one value, made as they are read.
  private static InputStream endless(long length, char value) {
    return new InputStream() {
      private long left = length;

      @Override
      public int read() {
        return left-- > 0 ? value : -1;
      }

      @Override
      public int read(byte[] target, int from, int n) {
        if (left <= 0) {
          return -1;
        }
        int count = (int) Math.min(n, left);
        Arrays.fill(target, from, from + count, (byte) value);
        left -= count;
        return count;
      }
    };
  }

  @Test
  @Timeout(10)
  void lineOfTwoGigabytesFailsAtOnce() {
    for (char value : new char[] {'1', ' ', '#', '"', 'x', '\0'}) {
      InputFormatException e =
          assertThrows(
              InputFormatException.class,
              () -> READER.read(endless(2L << 30, value), "long", RunOptions.defaults()));
      assertEquals(
          "long: line 1: expected a line of at most 1048576 bytes, found a longer one",
          e.getMessage());
    }
  }

  @Test
  void lineOfOneMebibyteIsRead() {
    String id = "x".repeat((1 << 20) - 4);
    try (EdgeList edges = read(READER, "a b\n" + id + " a\n")) {
      assertEquals(id, edges.ids().name(2));
    }
    assertEquals(2, refused(READER, "a b\nx" + id + " ab\n").line());
  }

  @Test
  void filesThatCannotBeRead(@TempDir Path dir) throws IOException {
    Path missing = dir.resolve("missing.txt");
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> READER.read(missing));
    assertInstanceOf(NoSuchFileException.class, e.getCause());
    assertEquals(missing + ": no such file", e.getMessage());

    e = assertThrows(UncheckedIOException.class, () -> READER.read(dir));
    assertInstanceOf(FileSystemException.class, e.getCause());
    assertEquals(dir + ": is a directory, not a file", e.getMessage());

    Path secret = Files.writeString(dir.resolve("secret.txt"), "1 2\n");
    Assumptions.assumeTrue(
        Files.getFileStore(secret).supportsFileAttributeView("posix"), "no POSIX permissions here");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(secret), "root reads everything");
    e = assertThrows(UncheckedIOException.class, () -> READER.read(secret));
    assertInstanceOf(AccessDeniedException.class, e.getCause());
    assertEquals(secret + ": permission denied", e.getMessage());
  }

  @Test
  void streamThatFails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is on fire");
          }
        };
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class, () -> READER.read(broken, "s.gz", RunOptions.defaults()));
    assertTrue(e.getMessage().startsWith("s.gz: the disk"), e.getMessage());
  }
}
