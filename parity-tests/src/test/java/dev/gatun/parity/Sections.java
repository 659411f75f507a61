package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.Slack;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// What the tests of decoders share: broken bytes, and both engines on every tier.
final class Sections {
  private Sections() {}

  /// The bytes at the end of a segment but for the slack.
  static MemorySegment offHeap(byte[] bytes) {
    MemorySegment segment = Arena.ofAuto().allocate(bytes.length + (long) Slack.BYTES, 8);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, segment, 0, bytes.length);
    segment.asSlice(bytes.length).fill((byte) 0xa5);
    return segment;
  }

  /// Damages a few bytes, or cuts the end off.
  static byte[] damage(byte[] bytes, SplittableRandom random) {
    byte[] damaged = bytes.clone();
    if (damaged.length == 0) {
      return damaged;
    }
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(damaged, random.nextInt(damaged.length));
    }
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int odd = random.nextInt(3) == 0 ? 0xff : random.nextInt(256);
      int near = Math.min(damaged.length, random.nextBoolean() ? 12 : damaged.length);
      damaged[random.nextInt(near)] = (byte) odd;
    }
    return damaged;
  }

  /// The figures of a call, or the mere fact that the bytes are broken: words differ.
  static Object[] orBroken(Callable<Object[]> call) throws Exception {
    try {
      return call.call();
    } catch (DecodeException e) {
      return new Object[] {"broken"};
    }
  }

  /// Asserts that every tier comes to what the reference comes to.
  static Outcome assertParity(Function<Engine, Callable<Object[]>> call) {
    Outcome expected = Outcome.of(() -> orBroken(call.apply(Engine.JAVA)));
    for (Setup setup : Setup.natives()) {
      if (setup.threads() == 1) {
        Outcome actual = setup.run(_ -> Outcome.of(() -> orBroken(call.apply(Engine.NATIVE))));
        assertEquals(expected, actual, setup::toString);
      }
    }
    return expected;
  }
}
