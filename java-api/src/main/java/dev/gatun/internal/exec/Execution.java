package dev.gatun.internal.exec;

import dev.gatun.CancellationToken;
import dev.gatun.Engine;
import dev.gatun.NativeUnavailableException;
import dev.gatun.OperationCancelledException;
import dev.gatun.ProgressListener;
import dev.gatun.RunInfo;
import dev.gatun.RunOptions;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One public call: its engine, threads, memory, cancellation and progress. Opened at the start of
/// the call and closed at its end, which frees its scratch memory; regions made by [#resultRegion]
/// live on when the call says so by [#keep].
public final class Execution implements AutoCloseable {
  static {
    Startup.run();
  }

  private final String operation;
  private final String description;
  private final RunOptions options;
  private final int threads;
  private final MemoryAccount account;
  private final List<Region> used = new ArrayList<>();
  private final List<Region> results = new ArrayList<>();
  private final List<KernelTally> tallies = new ArrayList<>(2);
  private final @Nullable CallEvent event = Recorder.isThere() ? new CallEvent() : null;
  private final boolean traced = Log.takes(Level.TRACE);
  private final long start = System.nanoTime();
  private @Nullable KernelTally tally;
  private Region scratch;
  private String stage;
  private Engine engine;
  private int mostWorkers = 1;
  private long nextReport;
  private long total;
  private volatile boolean complete;
  private volatile boolean cancelled;

  private Execution(String operation, String description, RunOptions options, Engine engine) {
    this.operation = operation;
    this.description = description;
    this.stage = description;
    this.options = options;
    this.threads =
        options.threads() != 0
            ? options.threads()
            : Math.min(Runtime.getRuntime().availableProcessors(), RunOptions.MAX_THREADS);
    this.engine = engine;
    this.account = MemoryAccount.forCall(description, options.memoryLimit());
    this.scratch = new Region(account);
    if (event != null) {
      event.begin();
      if (event.isEnabled()) {
        ProcessEvents.start();
      }
    }
  }

  /// Begins a call.
  ///
  /// @param operation what a person would call it, for messages, counters and events: a constant
  /// @throws NativeUnavailableException when the engine is NATIVE and the library is not loaded
  public static Execution begin(String operation, RunOptions options) {
    return begin(operation, operation, options, EngineChoice::whyNotNative);
  }

  /// Begins a call on something that has a name.
  ///
  /// @param operation what kind of call it is, for counters and events: a constant
  /// @param description what a person would call it, for messages: with names of files and such
  /// @throws NativeUnavailableException when the engine is NATIVE and the library is not loaded
  public static Execution begin(String operation, String description, RunOptions options) {
    return begin(operation, description, options, EngineChoice::whyNotNative);
  }

  /// Begins a call where native kernels are said to be there or not.
  ///
  /// @param whyNotNative gives the reason why not, null when they are there
  static Execution begin(
      String operation,
      String description,
      RunOptions options,
      Supplier<@Nullable String> whyNotNative) {
    RunOptions resolved = Settings.resolve(options);
    Log.check();
    Engine engine = EngineChoice.of(resolved.engine(), whyNotNative);
    return new Execution(operation, description, resolved, engine);
  }

  /// [Engine#NATIVE] or [Engine#JAVA].
  public Engine engine() {
    return engine;
  }

  /// Workers that a step of this call may have.
  public int threads() {
    return threads;
  }

  /// Workers for that much work: as many as were asked for, or, when nobody asked, as many as it is
  /// worth waking.
  public int threadsFor(long elements, long worthwhile) {
    int workers =
        options.threads() != 0
            ? threads
            : (int) Math.max(1, Math.min(threads, elements / worthwhile));
    mostWorkers = Math.max(mostWorkers, workers);
    return workers;
  }

  /// Most workers any step of the call has had so far.
  int mostWorkers() {
    return mostWorkers;
  }

  /// Where the call counts what a kernel does, until it ends.
  KernelTally tally(KernelStats stats) {
    KernelTally known = tally;
    if (known == null || known.stats() != stats) {
      known = KernelTally.among(tallies, stats);
      tally = known;
    }
    return known;
  }

  /// Whether kernels are logged.
  boolean traced() {
    return traced;
  }

  boolean mayFallBack() {
    return options.engine() != Engine.NATIVE;
  }

  void fallBack() {
    engine = Engine.JAVA;
  }

  void enter(String kernel) {
    stage = kernel;
    checkpoint(0, 0);
  }

  /// Reports the end of a kernel, however long ago the last report was.
  public void leave() {
    ProgressListener listener = options.progress();
    if (listener != null) {
      listener.onProgress(stage, total, total);
    }
  }

  /// Memory freed at the end of the call.
  public Region scratch() {
    return scratch;
  }

  /// Runs a part of the call that is run again and again: what it takes as scratch memory is freed
  /// at its end, not at that of the call.
  public <T> T part(Supplier<T> body) {
    Region outer = scratch;
    scratch = new Region(account);
    try {
      return body.get();
    } finally {
      scratch.close();
      scratch = outer;
    }
  }

  /// A new region for a result: freed at the end of the call unless kept.
  public Region resultRegion() {
    Region region = new Region(account);
    results.add(region);
    return region;
  }

  /// A new region that the caller closes, before or after the end of the call. Thread-safe.
  public Region ownRegion() {
    return new Region(account);
  }

  /// Leaves a result's region to its new owner.
  public Region keep(Region region) {
    results.remove(region);
    return region;
  }

  /// Keeps a region of somebody else from being closed while the call runs.
  public void use(Region region) {
    region.acquire();
    used.add(region);
  }

  /// The token to watch, if any.
  public @Nullable CancellationToken cancellation() {
    return options.cancellation();
  }

  /// Ends the call if it was cancelled; reports progress now and then. For loops in Java: call it
  /// every few thousand elements, on the calling thread.
  public void checkpoint(long done, long total) {
    CancellationToken token = options.cancellation();
    if ((token != null && token.isCancelled()) || Thread.currentThread().isInterrupted()) {
      throw cancelled();
    }
    report(done, total);
  }

  /// Reports progress unless it did so less than a tenth of a second ago.
  public void report(long done, long total) {
    this.total = total;
    ProgressListener listener = options.progress();
    if (listener != null && System.nanoTime() - start >= nextReport) {
      nextReport = System.nanoTime() - start + 100_000_000;
      listener.onProgress(stage, done, total);
    }
  }

  /// What to throw when the call was cancelled, which is counted.
  public OperationCancelledException cancelled() {
    cancelled = true;
    return stopped();
  }

  /// What to throw in a part of the call that ends because another part does.
  OperationCancelledException stopped() {
    return new OperationCancelledException(description);
  }

  /// The call is done and has not failed: to be said before [#close].
  ///
  /// @return what ran, for the result
  public RunInfo complete() {
    complete = true;
    return info();
  }

  /// The same, for a call whose result does not say what ran.
  public <T> T completed(T result) {
    complete = true;
    return result;
  }

  /// What has run so far.
  public RunInfo info() {
    return new RunInfo(
        engine,
        Isa.of(engine),
        mostWorkers,
        Duration.ofNanos(System.nanoTime() - start),
        account.peak());
  }

  @Override
  public void close() {
    used.forEach(Region::release);
    scratch.close();
    results.forEach(Region::close);
    tallies.forEach(KernelTally::flush);
    CallStats.of(operation).record(System.nanoTime() - start, outcome());
    if (event != null) {
      event.end();
      if (event.shouldCommit()) {
        event.commit(operation, description, outcome(), info());
      }
    }
    if (Log.takes(Level.DEBUG)) {
      LogLine.of(description, outcome(), info());
    }
  }

  private CallStats.Outcome outcome() {
    if (complete) {
      return CallStats.Outcome.OK;
    }
    CancellationToken token = options.cancellation();
    return cancelled
            || (token != null && token.isCancelled())
            || Thread.currentThread().isInterrupted()
        ? CallStats.Outcome.CANCELLED
        : CallStats.Outcome.FAILED;
  }
}
