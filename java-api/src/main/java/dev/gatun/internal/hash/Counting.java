package dev.gatun.internal.hash;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.exec.Tallies;

/// Counts calls of the kernel. Each is on about a mebibyte, so that each can be a task of its own.
final class Counting {
  private Counting() {}

  /// Makes a call.
  ///
  /// @param messages how many, or how many of which a piece
  static void run(Engine engine, long messages, long bytes, Runnable call) {
    Tallies tallies = new Tallies(engine);
    KernelTally tally = tallies.on(Kernels.HASH_SHA256).tally();
    tally.begin(messages);
    try {
      call.run();
      tally.end(messages, bytes);
    } finally {
      tallies.flush();
    }
  }
}
