package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CodecDecompress.Codec;
import dev.gatun.internal.kernel.CodecDecompress.Decompressor;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.Slack;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The LZ4 frame format, which some writers of Parquet files mean by LZ4: every option of a frame,
/// blocks stored and compressed, damage.
class Lz4FrameParityTest extends ParityTest {
  private static final int MAGIC = 0x184D2204;
  private static final int FLAGS = 4;
  private static final int STORED = 1 << 31;

  private static byte[] frame(byte[] text, SplittableRandom random) {
    ByteBuffer out =
        ByteBuffer.allocate(2 * text.length + 200 * 100).order(ByteOrder.LITTLE_ENDIAN);
    boolean blockChecksum = random.nextBoolean();
    boolean contentSize = random.nextBoolean();
    boolean contentChecksum = random.nextBoolean();
    int flags = (blockChecksum ? 0x10 : 0) | (contentSize ? 0x08 : 0) | (contentChecksum ? 4 : 0);
    out.putInt(MAGIC).put((byte) (0x40 | flags)).put((byte) 0x40);
    if (contentSize) {
      out.putLong(text.length);
    }
    out.put((byte) 0); // checksum of the header
    for (int done = 0; done < text.length; ) {
      int n = Math.min(text.length - done, 1 + random.nextInt(text.length / 4 + 1));
      byte[] piece = Arrays.copyOfRange(text, done, done + n);
      if (random.nextInt(3) == 0) {
        out.putInt(n | STORED).put(piece);
      } else {
        byte[] block = CompressedBlocks.compress(Codec.LZ4_RAW, piece, random);
        out.putInt(block.length).put(block);
      }
      if (blockChecksum) {
        out.putInt(random.nextInt());
      }
      done += n;
    }
    out.putInt(0);
    if (contentChecksum) {
      out.putInt(random.nextInt());
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static byte[] decompress(Engine engine, byte[] frame, int size) {
    try (Arena arena = Arena.ofConfined();
        Decompressor decompressor = Kernels.CODEC_DECOMPRESS.on(engine).open()) {
      MemorySegment in = arena.allocate(Math.max(1, frame.length));
      MemorySegment.copy(frame, 0, in, ValueLayout.JAVA_BYTE, 0, frame.length);
      MemorySegment out = arena.allocate(size + Slack.BYTES);
      decompressor.decompress(Codec.LZ4_HADOOP, in, 0, frame.length, out, 0, size);
      return out.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /// The bytes, or the fact that there are none: what is said about the damage may differ.
  private static String outcome(Engine engine, byte[] frame, int size) {
    try {
      return Arrays.toString(decompress(engine, frame, size));
    } catch (DecodeException _) {
      return "broken";
    }
  }

  @Property(tries = 300)
  void framesAreRead(@ForAll long seed, @ForAll @IntRange(max = 5000) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] text = CompressedBlocks.text(random, size);
    byte[] frame = frame(text, random);
    for (Setup setup : Setup.engines()) {
      assertArrayEquals(text, decompress(setup.engine(), frame, size), setup::toString);
    }
  }

  @NeedsNatives
  @Property(tries = 1000)
  void nativeEqualsJavaOnDamagedFrames(@ForAll long seed, @ForAll @IntRange(max = 600) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] frame = frame(CompressedBlocks.text(random, size), random);
    if (random.nextInt(3) == 0) {
      frame = Arrays.copyOf(frame, random.nextInt(frame.length + 10));
    }
    for (int i = random.nextInt(3); i > 0 && frame.length > FLAGS; i--) {
      frame[random.nextInt(FLAGS, frame.length)] = (byte) random.nextInt(256);
    }
    int room = Math.max(0, size + random.nextInt(-1, 2));
    String expected = outcome(Engine.JAVA, frame, room);
    assertEquals(expected, outcome(Engine.NATIVE, frame, room));
  }

  @Example
  void whatIsWrongIsSaid() {
    byte[] text = CompressedBlocks.text(new SplittableRandom(1), 50);
    ByteBuffer stored = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    stored.putInt(MAGIC).putShort((short) 0x4040).put((byte) 0).putInt(50 | STORED).put(text);
    stored.putInt(0);
    byte[] frame = Arrays.copyOf(stored.array(), stored.position());
    for (Setup setup : Setup.engines()) {
      Engine engine = setup.engine();
      assertArrayEquals(text, decompress(engine, frame, 50));
      assertProblem("unknown version", engine, with(frame, FLAGS, 0x80), 50);
      assertProblem("needs a dictionary", engine, with(frame, FLAGS, 0x41), 50);
      assertProblem("without its end mark", engine, Arrays.copyOf(frame, frame.length - 4), 50);
      assertProblem("ends in a block", engine, Arrays.copyOf(frame, 40), 50);
      assertProblem("more than its size", engine, frame, 49);
      assertProblem("followed by", engine, Arrays.copyOf(frame, frame.length + 1), 50);
      assertProblem("followed by", engine, with(frame, FLAGS, 0x44), 50); // a checksum, cut off
    }
  }

  private static byte[] with(byte[] frame, int place, int value) {
    byte[] changed = frame.clone();
    changed[place] = (byte) value;
    return changed;
  }

  private static void assertProblem(String part, Engine engine, byte[] frame, int size) {
    DecodeException e =
        assertThrows(DecodeException.class, () -> decompress(engine, frame, size), part);
    assertTrue(String.valueOf(e.getMessage()).contains(part), () -> engine + ": " + e.getMessage());
  }
}
