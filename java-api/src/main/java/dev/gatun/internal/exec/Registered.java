package dev.gatun.internal.exec;

/// A kernel in the registry.
public interface Registered {
  /// The kernel's name in the C headers without the `gatun_` prefix, such as `csr_bfs`.
  String name();
}
