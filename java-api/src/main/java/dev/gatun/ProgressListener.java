package dev.gatun;

/// Hears how far a call is. Called on the calling thread about ten times a second while the call
/// runs and once at its end; an exception from it ends the call as a cancellation would, and is
/// thrown.
@FunctionalInterface
public interface ProgressListener {
  /// Hears of one state of the call.
  ///
  /// @param stage what is running, such as `csr_bfs`
  /// @param done units of work done so far
  /// @param total units in all, 0 while not known
  void onProgress(String stage, long done, long total);
}
