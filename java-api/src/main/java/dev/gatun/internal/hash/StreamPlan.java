package dev.gatun.internal.hash;

/// How many chains hash large files at a time, and how many files each.
///
/// @param chains at most one for each worker
/// @param streams files side by side in one chain
record StreamPlan(int chains, int streams) {
  /// More side by side gain nothing.
  private static final int MOST_STREAMS = 4;

  /// @param interleaved whether two messages side by side take little longer than one
  static StreamPlan of(int files, int workers, boolean interleaved) {
    if (files == 0) {
      return new StreamPlan(0, 0);
    }
    if (!interleaved) {
      return new StreamPlan(Math.min(files, workers), 1);
    }
    // With workers to spare, each file has one that hashes and one that reads ahead for it.
    int chains = 2 * files <= workers ? files : Math.clamp(files / 2, 1, workers);
    return new StreamPlan(chains, Math.min(MOST_STREAMS, Math.ceilDiv(files, chains)));
  }
}
