package dev.gatun.hostile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Reads many damaged files on several threads and collects what must not happen: a throwable that
/// is none of the library's, engines that differ, a file that takes too long.
final class Campaign {
  private static final Duration SLOW = Duration.ofSeconds(10);

  /// After this a thread is given up, and with it the campaign.
  private static final Duration HUNG = Duration.ofSeconds(60);

  /// More findings than these say nothing new.
  private static final int ENOUGH = 100;

  private final Function<RandomGenerator, byte[]> mutate;
  private final long seed;
  private final long end;
  private final Function<byte[], List<Verdict>> read;
  private final AtomicLong next;
  private final AtomicLong readWell = new AtomicLong();
  private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();

  /// @param mutate makes a damaged file of random numbers
  /// @param read the verdict of every engine on a file
  Campaign(
      Function<RandomGenerator, byte[]> mutate,
      long seed,
      long first,
      long count,
      Function<byte[], List<Verdict>> read) {
    this.mutate = mutate;
    this.seed = seed;
    this.next = new AtomicLong(first);
    this.end = first + count;
    this.read = read;
  }

  /// The mutant with a number; depends on nothing else than that and the seed.
  byte[] mutant(long number) {
    long mixed = new SplittableRandom(number).nextLong();
    return mutate.apply(new SplittableRandom(seed ^ mixed));
  }

  /// How many files could still be read.
  long readWell() {
    return readWell.get();
  }

  List<Finding> run(int threads) throws InterruptedException {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      readers.add(new Reader(i));
    }
    readers.forEach(Thread::start);
    while (readers.stream().anyMatch(Thread::isAlive)) {
      Thread.sleep(50);
      if (readers.stream().anyMatch(Reader::isHung) || findings.size() >= ENOUGH) {
        next.set(end);
        break;
      }
    }
    return List.copyOf(findings);
  }

  private final class Reader extends Thread {
    private volatile long number = -1;
    private volatile long started;
    private boolean reported;

    Reader(int index) {
      super("campaign-" + index);
      setDaemon(true);
    }

    @Override
    public void run() {
      for (long mine = next.getAndIncrement(); mine < end; mine = next.getAndIncrement()) {
        started = System.nanoTime();
        number = mine;
        judge(mine);
        number = -1;
      }
    }

    private void judge(long mine) {
      List<Verdict> verdicts = read.apply(mutant(mine));
      for (Verdict verdict : verdicts) {
        if (verdict instanceof Verdict.Broken(Throwable problem)) {
          report(mine, Finding.trace(problem));
          return;
        }
      }
      if (!verdicts.stream().allMatch(verdict -> verdict.agrees(verdicts.getFirst()))) {
        report(mine, "the engines differ: " + verdicts);
      }
      if (verdicts.getFirst() instanceof Verdict.Read) {
        readWell.incrementAndGet();
      }
    }

    /// Whether it hangs; on the way says once that it is slow. For the watching thread.
    boolean isHung() {
      long mine = number;
      long nanos = System.nanoTime() - started;
      if (mine < 0 || nanos < SLOW.toNanos()) {
        reported = false;
        return false;
      }
      if (!reported) {
        reported = true;
        Exception where = new Exception("still running after " + SLOW);
        where.setStackTrace(getStackTrace());
        report(mine, Finding.trace(where));
      }
      return nanos > HUNG.toNanos();
    }

    private void report(long mine, String problem) {
      findings.add(new Finding(seed, mine, problem));
    }
  }
}
