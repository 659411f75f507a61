package dev.gatun.internal.io;

import static dev.gatun.internal.io.Bytes.bytes;
import static dev.gatun.internal.io.Bytes.join;
import static dev.gatun.internal.io.Bytes.readAll;
import static dev.gatun.internal.io.Bytes.trickle;
import static dev.gatun.internal.io.Bytes.utf8;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.InputFormatException;
import dev.gatun.InputSource;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextEncodingTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String MARK = "\ufeff";
  private static final int SMALLEST_PIECE = 16;

  private static byte[] read(@Nullable Charset charset, boolean replace, byte[] text) {
    InputSource source = InputSource.of("text", text);
    return readAll(TextInputs.of(source, new TextEncoding(charset, replace)).open(), 1 << 16);
  }

  private static String read(@Nullable Charset charset, byte[] text) {
    return new String(read(charset, false, text), UTF_8);
  }

  private static InputFormatException refused(@Nullable Charset charset, byte[] text) {
    return assertThrows(InputFormatException.class, () -> read(charset, text));
  }

  private static void assertRefused(Charset charset, byte[] text, long offset, String problem) {
    InputFormatException e = refused(charset, text);
    assertEquals("text: byte " + offset + ": expected text in " + problem, e.getMessage());
    assertEquals(offset, e.byteOffset());
  }

  /// Characters of all lengths that an encoding has.
  private static String sample(Charset charset) {
    StringBuilder sample = new StringBuilder();
    "a,\"é\"\r\nß€漢字😀ж,ｱ\uf8f0한𠀀z;\u0080\u00ff\n"
        .codePoints()
        .filter(c -> charset.newEncoder().canEncode(Character.toString(c)))
        .forEach(sample::appendCodePoint);
    return sample.toString();
  }

  @Test
  void everyEncodingSplitEverywhere() {
    for (Charset charset : Charset.availableCharsets().values()) {
      if (!charset.canEncode()) {
        continue;
      }
      byte[] stored = sample(charset).repeat(2).getBytes(charset);
      byte[] expected = utf8(new String(stored, charset));
      for (int i = 1; i <= 7; i++) {
        TextInput text =
            TextInputs.of("text", trickle(stored, i), new TextEncoding(charset, false));
        assertArrayEquals(expected, readAll(text.open(), 8 - i), charset + " by " + i);
      }
      for (int piece = SMALLEST_PIECE; piece < SMALLEST_PIECE + 8; piece++) {
        ByteStream raw = RawStream.of("text", trickle(stored, 100));
        ByteStream text = new Transcoder("text", raw, 0, charset, false, piece);
        assertArrayEquals(expected, readAll(text, 5), charset + " in pieces of " + piece);
      }
    }
  }

  @Test
  void utf8PassesAsItIs() {
    byte[] anything = new byte[10_000];
    new Random(1).nextBytes(anything);
    anything[0] = 'a';
    assertArrayEquals(anything, read(null, false, anything));
    assertArrayEquals(anything, read(UTF_8, false, anything));
  }

  @Test
  void marksAreLeftOut() {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE, UTF_32LE, UTF_32BE)) {
      for (String text : List.of("", "a", "a😀b", "a" + MARK)) {
        byte[] marked = (MARK + text).getBytes(charset);
        assertEquals(text, read(null, marked), charset + " detected");
        assertEquals(text, read(charset, marked), charset + " given");
        for (int i = 1; i <= 7; i++) {
          TextInput input = TextInputs.of("text", trickle(marked, i), TextEncoding.DETECTED);
          assertArrayEquals(utf8(text), readAll(input.open(), i), charset + " by " + i);
        }
      }
      assertEquals("ab", read(charset, "ab".getBytes(charset)), charset + " without mark");
      assertEquals("", read(charset, new byte[0]));
    }
    assertEquals("", read(null, new byte[0]));
    assertEquals(MARK + "a", read(null, utf8(MARK + MARK + "a")));
    assertEquals("a😀", read(Charset.forName("UTF-16"), (MARK + "a😀").getBytes(UTF_16LE)));
    assertEquals("a😀", read(Charset.forName("UTF-16"), "a😀".getBytes(UTF_16BE)));
  }

  @Test
  void partsOfMarksAreText() {
    assertArrayEquals(bytes(0xef, 0xbb), read(null, false, bytes(0xef, 0xbb)));
    assertArrayEquals(bytes(0xff), read(null, false, bytes(0xff)));
    assertEquals("\0a", read(UTF_16LE, bytes(0xff, 0xfe, 0, 0, 'a', 0)));
  }

  @Test
  void marksOfOtherEncodings() {
    String found = "found the byte order mark of ";
    byte[] little = (MARK + "a").getBytes(UTF_16LE);
    byte[] big = (MARK + "a").getBytes(UTF_16BE);
    assertRefused(UTF_8, little, 0, "UTF-8, " + found + "UTF-16LE");
    assertRefused(UTF_8, big, 0, "UTF-8, " + found + "UTF-16BE");
    assertRefused(UTF_16LE, big, 0, "UTF-16LE, " + found + "UTF-16BE");
    assertRefused(UTF_16BE, little, 0, "UTF-16BE, " + found + "UTF-16LE");
    assertRefused(UTF_32BE, big, 0, "UTF-32BE, " + found + "UTF-16BE");
    assertThrows(InputFormatException.class, () -> read(UTF_8, true, little));
    // In other encodings they are characters.
    assertEquals("ï»¿a", read(ISO_8859_1, utf8(MARK + "a")));
    assertEquals("ÿþa", read(WINDOWS_1252, bytes(0xff, 0xfe, 'a')));
    assertEquals("믯", read(UTF_16LE, bytes(0xef, 0xbb)));
  }

  @Test
  void malformedTextIsRefusedWithItsPlace() {
    assertRefused(US_ASCII, bytes('a', 'b', 0x80, 'c'), 2, "US-ASCII, found 0x80");
    assertRefused(WINDOWS_1252, bytes('a', 0x81), 1, "windows-1252, found 0x81");
    assertRefused(UTF_16LE, bytes('a', 0, 'b'), 2, "UTF-16LE, found 0x62 at the end");
    assertRefused(UTF_16BE, bytes(0, 'a', 0xdc, 0, 0, 'b'), 2, "UTF-16BE, found 0xdc 0x00");
    byte[] marked = join(bytes(0xff, 0xfe), bytes('a', 0, 0, 0xdc, 'b', 0));
    InputFormatException e = refused(null, marked);
    assertEquals(4, e.byteOffset(), "the mark counts");
    assertRefused(
        Charset.forName("UTF-32BE"),
        bytes(0, 0, 0, 'a', 0, 0x11, 0, 0),
        4,
        "UTF-32BE, found 0x00 0x11 0x00 0x00");
  }

  @Test
  void placesDoNotDependOnPieces() {
    byte[] stored = "abcdefghijklmnopqrstuvwxyz0123456789".getBytes(UTF_16LE);
    for (int bad = 0; bad < stored.length; bad += 2) {
      byte[] broken = stored.clone();
      broken[bad + 1] = (byte) 0xdc;
      for (int i = 1; i <= 7; i++) {
        ByteStream raw = RawStream.of("text", trickle(broken, i));
        ByteStream text = new Transcoder("text", raw, 0, UTF_16LE, false, SMALLEST_PIECE);
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        MemorySegment one = MemorySegment.ofArray(new byte[1]);
        InputFormatException e =
            assertThrows(
                InputFormatException.class,
                () -> {
                  while (text.read(one, 0, 1) > 0) {
                    before.write(one.get(ValueLayout.JAVA_BYTE, 0));
                  }
                });
        assertEquals(bad, e.byteOffset());
        assertEquals(bad / 2, before.size(), "what is before comes first");
      }
    }
  }

  @Test
  void replacement() {
    assertArrayEquals(utf8("a\ufffdb"), read(UTF_8, true, bytes('a', 0xff, 'b')));
    assertArrayEquals(utf8("a\ufffd"), read(null, true, bytes('a', 0xe2, 0x82)));
    assertArrayEquals(utf8("a\ufffd"), read(WINDOWS_1252, true, bytes('a', 0x81)));
    assertArrayEquals(utf8("a\ufffdb"), read(US_ASCII, true, bytes('a', 0x80, 'b')));
    assertArrayEquals(utf8("a\ufffd"), read(UTF_16LE, true, bytes('a', 0, 'b')));
    assertArrayEquals(utf8("a"), read(UTF_8, true, utf8(MARK + "a")));
  }

  @Test
  void replacementSplitEverywhere() {
    Random random = new Random(7);
    // Bytes that begin, continue and break sequences of all lengths.
    byte[] alphabet =
        bytes(
            'a', 0x7f, 0x80, 0x8f, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0,
            0xf4, 0xf5, 0xff);
    for (int round = 0; round < 300; round++) {
      byte[] stored = new byte[1 + random.nextInt(40)];
      for (int i = 0; i < stored.length; i++) {
        stored[i] = alphabet[random.nextInt(alphabet.length)];
      }
      stored[0] = 'a';
      byte[] expected = utf8(new String(stored, UTF_8));
      for (int i = 1; i <= 7; i++) {
        ByteStream raw = RawStream.of("text", trickle(stored, i));
        ByteStream text = new Transcoder("text", raw, 0, UTF_8, true, SMALLEST_PIECE);
        assertArrayEquals(expected, readAll(text, 8 - i), () -> Arrays.toString(stored));
      }
    }
  }

  @Test
  void loneSurrogates() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("a");
      byte[] big = new byte[2 + 2 * random.nextInt(20)];
      big[1] = 'a';
      for (int i = 2; i < big.length; i += 2) {
        char c = "a\u00e9\ud83d\ude00\ufffe".charAt(random.nextInt(5));
        text.append(c);
        big[i] = (byte) (c >>> 8);
        big[i + 1] = (byte) c;
      }
      StringBuilder expected = new StringBuilder();
      text.codePoints()
          .map(c -> c >= 0xd800 && c < 0xe000 ? 0xfffd : c)
          .forEach(expected::appendCodePoint);
      byte[] little = new byte[big.length];
      for (int i = 0; i < big.length; i++) {
        little[i ^ 1] = big[i];
      }
      for (int i = 1; i <= 7; i++) {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
          ByteStream raw = RawStream.of("text", trickle(charset == UTF_16LE ? little : big, i));
          ByteStream decoded = new Transcoder("text", raw, 0, charset, true, SMALLEST_PIECE);
          assertArrayEquals(utf8(expected.toString()), readAll(decoded, 8 - i));
        }
      }
    }
  }

  @Test
  void longTexts() {
    for (Charset charset : List.of(UTF_16LE, ISO_8859_1, Charset.forName("GB18030"), UTF_8)) {
      byte[] stored = sample(charset).repeat(20_000).getBytes(charset);
      assertArrayEquals(utf8(new String(stored, charset)), read(charset, true, stored));
    }
  }
}
