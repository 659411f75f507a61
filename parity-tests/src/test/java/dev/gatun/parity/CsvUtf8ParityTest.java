package dev.gatun.parity;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvUtf8;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsvUtf8ParityTest {
  private static final int MOST = 600;

  private final MemorySegment text = Arena.ofAuto().allocate(MOST + CsvCells.SLACK);
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer chars = CharBuffer.allocate(MOST + 1);

  /// Java, and every tier of this machine.
  private static final List<Setup> SETUPS =
      Stream.concat(Stream.of(Setup.JAVA), Setup.natives().stream().filter(s -> s.threads() == 1))
          .toList();

  /// What the JDK's decoder says.
  private int expected(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    decoder.reset().decode(in, chars.clear(), true);
    return in.position();
  }

  private void assertAll(byte[] bytes, int from) {
    MemorySegment.copy(bytes, 0, text, JAVA_BYTE, from, bytes.length);
    int to = from + bytes.length;
    // What lies around the bytes does not matter, even if it would complete a sequence.
    for (int i = 1; i <= 4; i++) {
      text.set(JAVA_BYTE, to + i - 1, (byte) 0xa5);
      if (from >= i) {
        text.set(JAVA_BYTE, from - i, (byte) 0xe5);
      }
    }
    long wanted = from + expected(bytes);
    for (Setup setup : SETUPS) {
      CsvUtf8 kernel = Kernels.CSV_UTF8.on(setup.engine());
      long actual = setup.run(_ -> kernel.firstInvalid(text, from, to));
      if (actual != wanted) {
        assertEquals(wanted, actual, () -> setup + ": " + Arrays.toString(bytes));
      }
    }
  }

  private static byte[] valid(int length, SplittableRandom random) {
    int ascii = List.of(0, 20, 90, 100).get(random.nextInt(4));
    int most = List.of(0x80, 0x800, 0x10000, 0x110000).get(random.nextInt(4));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int point = random.nextInt(100) < ascii ? 'a' : random.nextInt(most);
      text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'b' : point);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 1000)
  void textIsValid(
      @ForAll @IntRange(max = 120) int length,
      @ForAll @IntRange(max = 40) int from,
      @ForAll long seed) {
    byte[] bytes = valid(length, new SplittableRandom(seed));
    assertEquals(bytes.length, expected(bytes));
    assertAll(bytes, from);
  }

  @Property(tries = 150)
  void oneByteIsWrong(@ForAll @IntRange(max = 50) int length, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = valid(length, random);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] = (byte) (random.nextInt(3) > 0 ? random.nextInt(0x80, 0x100) : 'x');
      assertAll(damaged, random.nextInt(30));
    }
  }

  @Property(tries = 1000)
  void anyBytes(@ForAll @IntRange(max = 150) int length, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = valid(random.nextInt(100), random);
    byte[] tail = new byte[length];
    random.nextBytes(tail);
    int size = bytes.length;
    bytes = Arrays.copyOf(bytes, size + length);
    System.arraycopy(tail, 0, bytes, size, length);
    assertAll(bytes, random.nextInt(10));
  }

  @Property(tries = 1000)
  void cutOffAnywhere(@ForAll @IntRange(max = 60) int length, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = valid(length, random);
    assertAll(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)), random.nextInt(10));
  }

  /// A sequence of every length, and each part of it, around the borders of blocks.
  @Example
  void sequencesAcrossBorders() {
    byte[][] sequences = {
      {'x'},
      {(byte) 0xc3, (byte) 0xa9},
      {(byte) 0xe6, (byte) 0x9d, (byte) 0xb1},
      {(byte) 0xf0, (byte) 0x9f, (byte) 0x98, (byte) 0x80},
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
      {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
      {(byte) 0xe0, (byte) 0x80, (byte) 0x80},
    };
    for (byte[] sequence : sequences) {
      for (int part = 0; part <= sequence.length; part++) {
        for (int before = 0; before < 140; before++) {
          for (int behind : new int[] {0, 1, 2, 30, 70}) {
            byte[] bytes = new byte[before + part + behind];
            Arrays.fill(bytes, (byte) 'a');
            System.arraycopy(sequence, 0, bytes, before, part);
            assertAll(bytes, 0);
          }
        }
      }
    }
  }

  /// Of every two and three bytes, and of all leads and second bytes of four, the JDK and the
  /// reference say the same.
  @Example
  void javaKnowsEverySequence() {
    CsvUtf8 java = Kernels.CSV_UTF8.on(Engine.JAVA);
    byte[] bytes = new byte[4];
    for (int number = 0; number < 1 << 24; number++) {
      bytes[0] = (byte) (number >> 16);
      bytes[1] = (byte) (number >> 8);
      bytes[2] = (byte) number;
      bytes[3] = (byte) 0x80;
      int size = bytes[0] >= (byte) 0xf0 && bytes[0] < 0 ? 4 : 3;
      // Most are wrong in the first byte; the JDK need not be asked about each of those.
      if (bytes[0] >= 0 ? bytes[0] != 'a' : bytes[0] < (byte) 0xc0 && bytes[0] != (byte) 0x80) {
        continue;
      }
      MemorySegment.copy(bytes, 0, text, JAVA_BYTE, 0, size);
      ByteBuffer in = ByteBuffer.wrap(bytes, 0, size);
      decoder.reset().decode(in, chars.clear(), true);
      long found = java.firstInvalid(text, 0, size);
      if (found != in.position()) {
        assertEquals(in.position(), found, Arrays.toString(bytes));
      }
    }
  }

  @Example
  void rangesAreChecked() {
    for (Setup setup : Setup.engines()) {
      CsvUtf8 kernel = Kernels.CSV_UTF8.on(setup.engine());
      assertThrows(IndexOutOfBoundsException.class, () -> kernel.firstInvalid(text, 0, MOST + 1));
      assertThrows(IndexOutOfBoundsException.class, () -> kernel.firstInvalid(text, -1, 5));
      assertThrows(IndexOutOfBoundsException.class, () -> kernel.firstInvalid(text, 6, 5));
      assertEquals(5, kernel.firstInvalid(text, 5, 5));
    }
  }
}
