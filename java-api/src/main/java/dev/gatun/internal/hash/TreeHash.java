package dev.gatun.internal.hash;

import dev.gatun.Engine;
import dev.gatun.FileSet.Entry;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.exec.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Digests of files one by one. A worker takes, in this order: a chain of large files that nobody
/// hashes yet; a piece to read ahead for one that somebody does; a batch of small files.
final class TreeHash implements AutoCloseable {
  /// Pieces of a chain that are in memory at a time.
  private static final int AHEAD = 8;

  private static final long LARGEST_BATCH = 8 << 20;
  private static final long SMALLEST_BATCH = 1 << 18;

  private final Job job;
  private final int workers;
  private final long bytes;
  private final ReadAhead.Bell bell = new ReadAhead.Bell();
  private final List<ReadAhead> chains = new ArrayList<>();
  private final Queue<ReadAhead> unhashed = new ConcurrentLinkedQueue<>();
  private final Queue<int[]> batches = new ConcurrentLinkedQueue<>();
  private final Space[] spaces;

  /// @param indices files whose digests are wanted
  TreeHash(Job job, int[] indices) {
    this.job = job;
    int[] small = Arrays.stream(indices).filter(i -> SmallFiles.isSmall(job.entry(i))).toArray();
    int[] large = Arrays.stream(indices).filter(i -> !SmallFiles.isSmall(job.entry(i))).toArray();
    this.bytes = Arrays.stream(indices).mapToLong(i -> job.entry(i).size()).sum();
    this.workers = job.workersFor(indices.length, bytes);
    Region region = job.execution().scratch();
    this.spaces = Space.in(region, small.length == 0 ? 0 : workers, Space.BATCH);
    addBatches(small);
    addChains(large, region);
  }

  private void addBatches(int[] small) {
    long cost = 0;
    for (int index : small) {
      cost += job.entry(index).size() + Job.FILE_COST;
    }
    long most = Math.clamp(cost / (4L * workers), SMALLEST_BATCH, LARGEST_BATCH);
    int from = 0;
    long room = 0;
    long filled = 0;
    for (int i = 0; i < small.length; i++) {
      Entry entry = job.entry(small[i]);
      room += entry.size();
      filled += entry.size() + Job.FILE_COST;
      if (i > from && (room > Space.BATCH || filled > most || i - from == Space.MESSAGES)) {
        batches.add(Arrays.copyOfRange(small, from, i));
        from = i;
        room = entry.size();
        filled = entry.size() + Job.FILE_COST;
      }
    }
    if (from < small.length) {
      batches.add(Arrays.copyOfRange(small, from, small.length));
    }
  }

  private void addChains(int[] large, Region region) {
    StreamPlan plan =
        StreamPlan.of(large.length, workers, job.execution().engine() == Engine.NATIVE);
    AtomicInteger taken = new AtomicInteger();
    // Before anything is opened.
    Space[] ahead = Space.in(region, AHEAD * plan.chains(), Space.PIECE);
    for (int c = 0; c < plan.chains(); c++) {
      LargeFiles files =
          new LargeFiles(
              job,
              () -> {
                int next = taken.getAndIncrement();
                return next < large.length ? large[next] : -1;
              },
              plan.streams());
      chains.add(new ReadAhead(files, Arrays.copyOfRange(ahead, c * AHEAD, (c + 1) * AHEAD), bell));
    }
    unhashed.addAll(chains);
  }

  /// Computes them all.
  void run() {
    if (bytes > 0 || !batches.isEmpty()) {
      Parallel.run(job.execution(), workers, bytes, this::work);
    }
  }

  private void work(int worker, Parallel.Step step) {
    while (true) {
      ReadAhead chain = unhashed.poll();
      int[] batch;
      if (chain != null) {
        chain.drive(step);
      } else if (helpSome()) {
        step.advance(0);
      } else if ((batch = batches.poll()) != null) {
        long read = SmallFiles.read(job, batch, spaces[worker], false);
        SmallFiles.digest(job, batch, spaces[worker], read);
        step.advance(read);
      } else if (chains.stream().allMatch(ReadAhead::isDone)) {
        return;
      } else {
        bell.await();
        step.advance(0);
      }
    }
  }

  private boolean helpSome() {
    for (ReadAhead chain : chains) {
      if (chain.help()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    chains.forEach(ReadAhead::close);
  }
}
