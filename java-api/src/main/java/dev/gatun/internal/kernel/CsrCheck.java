package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;

/// Checks a CSR from an untrusted source. Contract: `gatun/csr_check.h`.
public interface CsrCheck extends KernelFunction<CsrCheck.Args, CsrCheck.Result> {
  /// @param graph arrays as long as its sizes say, contents anything
  record Args(Csr graph) {}

  /// Nothing: a bad graph is an [IllegalArgumentException] that names the place.
  record Result() {}
}
