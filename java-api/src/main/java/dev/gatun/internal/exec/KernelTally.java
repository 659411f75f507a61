package dev.gatun.internal.exec;

import java.lang.System.Logger.Level;
import java.util.List;

/// Counts calls of one kernel, many of them short, in plain fields until [#flush]. For one
/// thread at a time.
///
/// ```java
/// tally.begin(n);
/// kernel.skip(n);
/// tally.end(n);
/// ```
///
/// A call that was begun and has not ended by the flush has failed: no call site needs a handler.
public final class KernelTally {
  private final KernelStats stats;
  private final Sampling sampling = new Sampling();
  private long begun;
  private long ended;
  private long elements;
  private long bytes;
  private long nanos;
  private long clock;
  private int weight;

  KernelTally(KernelStats stats) {
    this.stats = stats;
  }

  /// The one of a kernel and engine in a list of few, added when there is none.
  static KernelTally among(List<KernelTally> tallies, KernelStats stats) {
    for (KernelTally known : tallies) {
      if (known.stats == stats) {
        return known;
      }
    }
    KernelTally added = new KernelTally(stats);
    tallies.add(added);
    return added;
  }

  KernelStats stats() {
    return stats;
  }

  /// A call on about so many elements begins.
  public void begin(long most) {
    begun++;
    weight = sampling.weight(most);
    if (weight != 0) {
      clock = System.nanoTime();
    }
  }

  /// It has ended well.
  ///
  /// @param given elements it was given
  public void end(long given) {
    ended++;
    elements += given;
    time();
  }

  /// The same, of a call that was given `size` bytes of input.
  public void end(long given, long size) {
    bytes += size;
    end(given);
  }

  /// It has failed.
  ///
  /// @param given elements it was given
  /// @param size bytes it was given
  void fail(long given, long size) {
    bytes += size;
    elements += given;
    time();
  }

  private void time() {
    if (weight != 0) {
      nanos += weight * (System.nanoTime() - clock);
    }
  }

  /// Calls from now on will be given `size` more bytes of input.
  public void bytes(long size) {
    bytes += size;
  }

  /// Adds what was counted to the kernel's counters and begins anew.
  void flush() {
    stats.record(begun, nanos, elements, bytes, begun - ended);
    begun = 0;
    ended = 0;
    elements = 0;
    bytes = 0;
    nanos = 0;
  }

  /// The same for the calls of a task, as an event too when somebody records.
  void flushTask() {
    if (begun == 0) {
      return;
    }
    if (Recorder.isThere()) {
      emit();
    }
    if (Log.takes(Level.TRACE)) {
      LogLine.of(stats, begun, begun - ended, elements, nanos);
    }
    flush();
  }

  private void emit() {
    KernelCallsEvent event = new KernelCallsEvent();
    if (event.isEnabled()) {
      event.kernel = stats.kernel();
      event.engine = stats.engine().name();
      event.calls = begun;
      event.time = nanos;
      event.elements = elements;
      event.bytes = bytes;
      event.failures = begun - ended;
      event.commit();
    }
  }
}
