package dev.gatun.internal.exec;

import dev.gatun.Engine;

/// A kernel whose calls are too short to be observed one by one: its two implementations. Whoever
/// calls it counts, by [Tallies].
///
/// @param <T> the kernel's interface
public final class Twin<T> implements Registered {
  private final String name;
  private final T reference;
  private final T natives;

  /// @param name the kernel's name in the C headers without the `gatun_` prefix
  public Twin(String name, T reference, T natives) {
    this.name = name;
    this.reference = reference;
    this.natives = natives;
  }

  @Override
  public String name() {
    return name;
  }

  /// The implementation of an engine, [Engine#NATIVE] or [Engine#JAVA], not counted: see
  /// [Tallies#on].
  public T on(Engine engine) {
    return engine == Engine.NATIVE ? natives : reference;
  }
}
