package dev.gatun.internal.arrow;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Schema;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader does with batches and users cannot.
///
/// A reader opens a batch over memory it filled and, before it fills that memory again, ends it:
///
/// ```
/// public @Nullable Batch next() {
///   if (current != null) Batches.end(current);
///   …
///   return current = Batches.open(schema, rows, columns, memory);
/// }
/// public void close() {
///   if (current != null) Batches.abandon(current);
///   …
/// }
/// ```
public final class Batches {
  private static @Nullable Access access;

  private Batches() {}

  /// A batch that belongs to the calling thread, until that thread detaches it.
  ///
  /// @param columns in the schema's order; their segments may be longer than their arrays, and must
  ///     stay allocated until `memory` is released or what it detached is freed
  /// @param memory told once when the batch ends or its memory is taken
  public static Batch open(Schema schema, int rows, List<ArrayData> columns, BatchMemory memory) {
    return access().open(schema, rows, columns, memory);
  }

  /// Ends a batch before its memory is filled again: it and all that was read from it refuses
  /// access afterwards, and the memory is released. Does nothing when the batch was detached,
  /// exported or closed.
  ///
  /// @throws WrongThreadException when the batch belongs to another thread; it has not ended then
  public static void end(Batch batch) {
    access().end(batch);
  }

  /// Ends a batch of a reader that is closed. A batch that belongs to another thread is left to it:
  /// its memory is detached, and freed when that thread closes the batch or has forgotten it.
  public static void abandon(Batch batch) {
    access().abandon(batch);
  }

  /// Takes the rows away from a batch and its reader, without copying. The batch ends.
  ///
  /// @throws IllegalStateException when the batch has ended
  /// @throws WrongThreadException on another thread than the batch's
  public static Taken take(Batch batch) {
    return access().take(batch);
  }

  /// What was a batch.
  ///
  /// @param free frees the columns, run once
  public record Taken(List<ArrayData> columns, Runnable free) {}

  /// The way into [Batch], which installs it when it is initialised.
  public interface Access {
    /// See [Batches#open].
    Batch open(Schema schema, int rows, List<ArrayData> columns, BatchMemory memory);

    /// See [Batches#end].
    void end(Batch batch);

    /// See [Batches#take].
    Taken take(Batch batch);

    /// See [Batches#abandon].
    void abandon(Batch batch);
  }

  /// Called by [Batch], once.
  public static void install(Access way) {
    access = way;
  }

  private static Access access() {
    Access way = access;
    if (way == null) {
      try {
        MethodHandles.lookup().ensureInitialized(Batch.class);
      } catch (IllegalAccessException e) {
        throw new AssertionError("Batch is public", e);
      }
      way = access;
    }
    if (way == null) {
      throw new AssertionError("Batch installs its access");
    }
    return way;
  }
}
