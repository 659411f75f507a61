package dev.gatun.internal.exec;

/// One implementation of a kernel.
///
/// @param <A> its arguments, outputs included as segments to fill
/// @param <R> the scalars it returns
@FunctionalInterface
public interface KernelFunction<A, R> {
  /// Does the kernel's work.
  ///
  /// @throws IllegalArgumentException for arguments that break the contract: never a reason to try
  ///     another engine
  /// @throws dev.gatun.OperationCancelledException when the call is cancelled
  /// @throws dev.gatun.NativeFaultException for a fault of the native library: a reason to
  R run(A arguments, Execution execution);

  /// Memory that [#run] will need at most on a graph of that size, without outputs: off the heap
  /// what a native kernel takes as scratch, on the heap what a reference keeps in arrays. O(1).
  default long scratchBytes(GraphSize size, Execution execution) {
    return 0;
  }
}
