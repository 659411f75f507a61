package dev.gatun.internal.exec;

import dev.gatun.MemoryLimitException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Counts bytes held, remembers the most, and refuses what would pass a limit. An account may stand
/// under another one, which is charged the same: a call's account under the process's. Thread-safe.
public final class MemoryAccount {
  private static final MemoryAccount PROCESS = new MemoryAccount("the process", 0, null);

  private final String owner;
  private final long limit;
  private final @Nullable MemoryAccount parent;
  private final AtomicLong live = new AtomicLong();
  private final AtomicLong peak = new AtomicLong();

  private MemoryAccount(String owner, long limit, @Nullable MemoryAccount parent) {
    this.owner = owner;
    this.limit = limit;
    this.parent = parent;
  }

  /// The account every other one stands under.
  public static MemoryAccount process() {
    return PROCESS;
  }

  /// An account for one call.
  ///
  /// @param limit bytes, 0 for none
  public static MemoryAccount forCall(String operation, long limit) {
    return new MemoryAccount(operation, limit, PROCESS);
  }

  /// @throws MemoryLimitException when the limit would be passed; nothing is charged then
  void charge(long bytes) {
    long now = live.addAndGet(bytes);
    if (limit != 0 && now > limit) {
      live.addAndGet(-bytes);
      MemoryLimitEvent.emit(owner, bytes, now - bytes, limit);
      throw new MemoryLimitException(
          owner
              + " needs "
              + now
              + " bytes of off-heap memory, more than its limit of "
              + limit
              + " bytes; raise it by --memory-limit, gatun.memory.limit or RunOptions.memoryLimit",
          bytes,
          limit);
    }
    if (parent != null) {
      try {
        parent.charge(bytes);
      } catch (MemoryLimitException e) {
        live.addAndGet(-bytes);
        throw e;
      }
    }
    peak.accumulateAndGet(now, Math::max);
  }

  void release(long bytes) {
    live.addAndGet(-bytes);
    if (parent != null) {
      parent.release(bytes);
    }
  }

  /// Bytes held now.
  public long live() {
    return live.get();
  }

  /// Most bytes held at any time.
  public long peak() {
    return peak.get();
  }
}
