package dev.gatun.arrow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Batches one after the other. The memory of a batch is filled again for the next one, so a batch
/// is valid until the next call of [#next] or [#close]; [Batch#detach] is the way to keep one.
///
/// ```
/// try (BatchReader reader = …) {
///   for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
///     LongColumn amounts = batch.column("amount").asLongs();
///     for (int row = 0; row < batch.rowCount(); row++) {
///       sum += amounts.get(row);
///     }
///   }
/// }
/// ```
///
/// For one thread at a time.
public interface BatchReader extends AutoCloseable {
  /// A reader of batches that are there: detached, and of the first one's schema. They are handed
  /// out as they are and stay the caller's to close, unless whoever reads them takes them over.
  ///
  /// @throws IllegalArgumentException when there is none, or their schemas differ
  static BatchReader of(Batch... batches) {
    return new GivenBatches(List.of(batches));
  }

  /// The columns of every batch.
  Schema schema();

  /// The next batch, null at the end. Ends the batch before, unless it was detached: every use of
  /// it or of anything read from it throws [IllegalStateException] from then on.
  ///
  /// @throws WrongThreadException when the batch before belongs to another thread, which has not
  ///     closed it
  /// @throws IllegalStateException when the reader is closed, or while a native call or an I/O
  ///     operation works on memory of the batch before
  @Nullable Batch next();

  /// Ends the last batch, unless it was detached, and frees the reader's memory. Detached and
  /// exported batches live on. Closing twice does nothing.
  @Override
  void close();
}
