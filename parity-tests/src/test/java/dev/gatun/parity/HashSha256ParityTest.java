package dev.gatun.parity;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.HashSha256;
import dev.gatun.internal.kernel.HashSha256.Streams;
import dev.gatun.internal.natives.HashSha256Native;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Every method of every tier and the reference against `MessageDigest`.
class HashSha256ParityTest {
  private static final int DIGEST = HashSha256.DIGEST_BYTES;
  private static final int SIZE = 1 << 16;

  private final MemorySegment bytes = Arena.ofAuto().allocate(SIZE, 64);

  /// A kernel and where it runs.
  private record Variant(String name, Setup setup, HashSha256 kernel) {}

  private static final List<Variant> VARIANTS = variants();

  private static List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant("java", Setup.JAVA, Kernels.HASH_SHA256.on(Setup.JAVA.engine())));
    for (Setup setup : Setup.natives()) {
      if (setup.threads() > 1) {
        continue;
      }
      for (HashSha256Native.Method method : HashSha256Native.Method.values()) {
        if (setup.run(_ -> method.available())) {
          String name = setup.tier() + " " + method;
          variants.add(new Variant(name, setup, new HashSha256Native(method)));
        }
      }
    }
    return variants;
  }

  /// A message: `bytes[from, to)`.
  private record Range(int from, int to) {}

  private static MemorySegment segment(List<Range> ranges) {
    MemorySegment segment = Arena.ofAuto().allocate(ranges.size() * 16L, 8);
    for (int i = 0; i < ranges.size(); i++) {
      segment.setAtIndex(JAVA_LONG, 2L * i, ranges.get(i).from);
      segment.setAtIndex(JAVA_LONG, 2L * i + 1, ranges.get(i).to);
    }
    return segment;
  }

  private byte[] expected(List<Range> ranges) {
    MessageDigest digest = sha256();
    byte[] digests = new byte[ranges.size() * DIGEST];
    for (int i = 0; i < ranges.size(); i++) {
      digest.update(copy(ranges.get(i)));
      System.arraycopy(digest.digest(), 0, digests, i * DIGEST, DIGEST);
    }
    return digests;
  }

  private byte[] copy(Range range) {
    return bytes.asSlice(range.from, range.to - range.from).toArray(JAVA_BYTE);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private void fill(SplittableRandom random) {
    byte[] content = new byte[SIZE];
    random.nextBytes(content);
    bytes.copyFrom(MemorySegment.ofArray(content));
  }

  private void assertDigests(List<Range> ranges) {
    byte[] wanted = expected(ranges);
    MemorySegment segment = segment(ranges);
    for (Variant variant : VARIANTS) {
      // A byte more, which must stay.
      MemorySegment digests = Arena.ofAuto().allocate(wanted.length + 1);
      digests.fill((byte) 0x5a);
      variant.setup.run(
          _ -> {
            variant.kernel.digests(bytes, segment, ranges.size(), digests);
            return null;
          });
      byte[] found = digests.toArray(JAVA_BYTE);
      assertArrayEquals(wanted, Arrays.copyOf(found, wanted.length), variant.name);
      assertEquals(0x5a, found[wanted.length], variant.name);
    }
  }

  private static Range range(SplittableRandom random, int most) {
    int size = random.nextInt(most + 1);
    int from = random.nextInt(SIZE - size + 1);
    return new Range(from, from + size);
  }

  @Property(tries = 200)
  void anyMessages(@ForAll @IntRange(max = 70) int count, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    fill(random);
    int most = List.of(0, 3, 64, 200, 2000, 20000).get(random.nextInt(6));
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranges.add(range(random, random.nextInt(8) == 0 ? 20 * most / 10 : most));
    }
    assertDigests(ranges);
  }

  /// Every length around the borders of blocks, with as many messages as there are lanes, and one
  /// more or less.
  @Example
  void everyShortLength() {
    fill(new SplittableRandom(1));
    List<Range> all = new ArrayList<>();
    for (int size = 0; size <= 300; size++) {
      all.add(new Range(3 * size, 4 * size));
      assertDigests(List.of(new Range(size, 2 * size)));
    }
    assertDigests(all);
    for (int count : new int[] {1, 2, 3, 7, 8, 9, 12, 13, 15, 16, 17, 31, 33}) {
      for (int size : new int[] {0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000}) {
        List<Range> equal = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          equal.add(new Range(i, i + size));
        }
        assertDigests(equal);
      }
    }
  }

  /// FIPS 180-2, appendix B: the two short ones, and a million times the letter a.
  @Example
  void examplesOfTheStandard() {
    String two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    bytes.copyFrom(MemorySegment.ofArray(("abc" + two).getBytes(StandardCharsets.US_ASCII)));
    MemorySegment million = Arena.ofAuto().allocate(1_000_000).fill((byte) 'a');
    MemorySegment all = segment(List.of(new Range(0, 1_000_000)));
    for (Variant variant : VARIANTS) {
      MemorySegment digests = Arena.ofAuto().allocate(3 * DIGEST);
      variant.setup.run(
          _ -> {
            MemorySegment ranges = segment(List.of(new Range(0, 3), new Range(3, 59)));
            variant.kernel.digests(bytes, ranges, 2, digests);
            variant.kernel.digests(million, all, 1, digests.asSlice(2 * DIGEST));
            return null;
          });
      assertEquals(
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
              + "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
              + "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
          HexFormat.of().formatHex(digests.toArray(JAVA_BYTE)),
          variant.name);
    }
  }

  @Property(tries = 200)
  void messagesInPieces(@ForAll @IntRange(min = 1, max = 40) int count, @ForAll long seed) {
    for (Variant variant : VARIANTS) {
      SplittableRandom random = new SplittableRandom(seed);
      fill(random);
      variant.setup.run(
          _ -> {
            try (Streams streams = variant.kernel.open(count)) {
              pieces(streams, count, random, variant.name);
            }
            return null;
          });
    }
  }

  private void pieces(Streams streams, int count, SplittableRandom random, String name) {
    MessageDigest[] expected = new MessageDigest[count];
    Arrays.setAll(expected, _ -> sha256());
    MemorySegment digest = Arena.ofAuto().allocate(DIGEST + 7);
    int most = List.of(1, 70, 500, 5000).get(random.nextInt(4));
    for (int step = random.nextInt(8); step >= 0; step--) {
      List<Range> ranges = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ranges.add(range(random, random.nextInt(3) == 0 ? 0 : most));
        expected[i].update(copy(ranges.get(i)));
      }
      streams.update(bytes, segment(ranges));
      // The stream goes on with another message.
      int ended = random.nextInt(count);
      assertFinished(streams, ended, expected[ended], digest, name);
    }
    for (int i = 0; i < count; i++) {
      assertFinished(streams, i, expected[i], digest, name);
    }
  }

  private static void assertFinished(
      Streams streams, int stream, MessageDigest expected, MemorySegment digest, String name) {
    streams.finish(stream, digest, 7);
    assertArrayEquals(
        expected.digest(), digest.asSlice(7, DIGEST).toArray(JAVA_BYTE), () -> name + " " + stream);
  }

  @Example
  void argumentsAreChecked() {
    fill(new SplittableRandom(2));
    List<Range> good = List.of(new Range(0, 100), new Range(5, 5));
    List<List<Range>> bad =
        List.of(
            List.of(new Range(0, 100), new Range(0, SIZE + 1)),
            List.of(new Range(0, 100), new Range(-1, 5)),
            List.of(new Range(0, 100), new Range(6, 5)),
            List.of(new Range(0, 100)));
    for (Variant variant : VARIANTS) {
      HashSha256 kernel = variant.kernel;
      variant.setup.run(
          _ -> {
            MemorySegment digests = Arena.ofAuto().allocate(2 * DIGEST);
            Streams streams = kernel.open(2);
            streams.update(bytes, segment(good));
            for (List<Range> ranges : bad) {
              MemorySegment segment = segment(ranges);
              assertOutOfBounds(() -> kernel.digests(bytes, segment, 2, digests));
              assertOutOfBounds(() -> streams.update(bytes, segment));
            }
            assertOutOfBounds(() -> kernel.digests(bytes, segment(good), 2, digests.asSlice(1)));
            assertOutOfBounds(() -> kernel.digests(bytes, segment(good), -1, digests));
            assertOutOfBounds(() -> streams.finish(2, digests, 0));
            assertOutOfBounds(() -> streams.finish(-1, digests, 0));
            assertOutOfBounds(() -> streams.finish(0, digests, DIGEST + 1));
            assertOutOfBounds(() -> streams.finish(0, digests, -1));
            // Nothing of the above was appended or ended.
            streams.finish(0, digests, 0);
            streams.finish(1, digests, DIGEST);
            assertArrayEquals(expected(good), digests.toArray(JAVA_BYTE), variant.name);
            streams.close();
            return null;
          });
    }
  }

  private static void assertOutOfBounds(Runnable body) {
    assertThrows(IndexOutOfBoundsException.class, body::run);
  }
}
