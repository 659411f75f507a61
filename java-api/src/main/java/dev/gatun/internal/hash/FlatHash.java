package dev.gatun.internal.hash;

import dev.gatun.FileSet.Entry;
import dev.gatun.hash.Sha256;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;

/// One digest over paths and bytes: one worker hashes, all others read ahead for it.
final class FlatHash {
  private static final int MOST_READERS = 8;

  /// Pieces in memory at a time, besides one for each worker.
  private static final int AHEAD = 4;

  private FlatHash() {}

  /// @param fileDigests whether to compute the digest of each file, too
  static Sha256 run(Job job, boolean fileDigests) {
    Execution execution = job.execution();
    long bytes = job.entries().stream().mapToLong(Entry::size).sum();
    int workers = Math.min(MOST_READERS, job.workersFor(job.entries().size(), bytes));
    Region region = execution.scratch();
    MemorySegment digest = region.allocate(HashSha256.DIGEST_BYTES);
    Space[] ahead = Space.in(region, workers + AHEAD, Space.BATCH);
    ReadAhead.Bell bell = new ReadAhead.Bell();
    FlatChain chain = new FlatChain(job, fileDigests);
    try (ReadAhead reading = new ReadAhead(chain, ahead, bell)) {
      Parallel.run(
          execution,
          workers,
          bytes,
          (worker, step) -> {
            if (worker == 0) {
              reading.drive(step);
            } else {
              help(reading, bell, step);
            }
          });
      chain.finish(digest);
    }
    return Sha256.of(digest);
  }

  private static void help(ReadAhead reading, ReadAhead.Bell bell, Parallel.Step step) {
    while (!reading.isDone()) {
      if (!reading.help()) {
        bell.await();
      }
      step.advance(0);
    }
  }
}
