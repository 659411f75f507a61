package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.util.List;

/// The buffers behind a batch, which no public method gives.
public final class BatchArrays {
  private BatchArrays() {}

  /// The arrays of the columns, valid as long as the batch.
  public static List<ArrayData> of(Batch batch) {
    return batch.columns().stream().map(Column::array).toList();
  }
}
