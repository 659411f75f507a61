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
}
