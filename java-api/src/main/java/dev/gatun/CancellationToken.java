package dev.gatun;

import java.util.ArrayList;
import java.util.List;

/// Ends running calls from another thread. Give one token to any number of calls by
/// [RunOptions#cancelledBy]; [#cancel] makes each of them throw [OperationCancelledException]
/// within 50 ms and free what it had allocated. A token stays cancelled.
///
/// Interrupting the thread that made a call does the same to that call; its interrupt flag stays
/// set.
///
/// Thread-safe.
public final class CancellationToken {
  private final List<Runnable> listeners = new ArrayList<>();
  private volatile boolean cancelled;

  /// A token that is not cancelled.
  public CancellationToken() {}

  /// Cancels all calls that carry this token, now and later. Returns at once.
  public void cancel() {
    List<Runnable> toRun;
    synchronized (listeners) {
      cancelled = true;
      toRun = List.copyOf(listeners);
    }
    toRun.forEach(Runnable::run);
  }

  /// Whether [#cancel] was called.
  public boolean isCancelled() {
    return cancelled;
  }

  /// Runs `listener` when the token is cancelled (at once if it is already), until the returned
  /// registration is closed. The listener must be short and must not throw.
  public Registration onCancel(Runnable listener) {
    boolean now;
    synchronized (listeners) {
      now = cancelled;
      listeners.add(listener);
    }
    if (now) {
      listener.run();
    }
    return () -> {
      synchronized (listeners) {
        listeners.remove(listener);
      }
    };
  }

  /// A listener's place in a token.
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    /// Takes the listener out. It may still be running when this returns.
    @Override
    void close();
  }
}
