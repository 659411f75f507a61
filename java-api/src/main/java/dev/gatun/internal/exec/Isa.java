package dev.gatun.internal.exec;

import dev.gatun.Engine;
import dev.gatun.bindings.generated.gatun_h;
import java.util.List;

/// CPU tiers of the native library, by name. The index of a name is its `gatun_isa` value.
public final class Isa {
  /// All tiers, lowest first.
  public static final List<String> NAMES = List.of("scalar", "neon", "avx2", "avx512");

  private static volatile boolean configured;

  private Isa() {}

  /// Applies the system property `gatun.isa`, once, unless [#cap] came first.
  ///
  /// @throws IllegalArgumentException when it is no tier
  static void configure() {
    if (configured) {
      return;
    }
    String cap = System.getProperty("gatun.isa");
    if (cap == null) {
      configured = true;
      return;
    }
    try {
      cap(cap);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("setting gatun.isa: " + e.getMessage(), e);
    }
  }

  /// The tier that kernels run, `java` when no library is loaded.
  public static String active() {
    configure();
    return LoadedLibrary.status().available() ? NAMES.get(gatun_h.gatun_isa_active()) : "java";
  }

  /// The tier that an engine runs on.
  static String of(Engine engine) {
    return engine == Engine.NATIVE ? active() : "java";
  }

  /// The highest tier of this machine, `java` when no library is loaded.
  public static String detected() {
    return LoadedLibrary.status().available() ? NAMES.get(gatun_h.gatun_isa_detected()) : "java";
  }

  /// Caps the tier for all calls from now on.
  ///
  /// @return the tier that is active now
  /// @throws IllegalArgumentException for an unknown name
  public static String cap(String name) {
    int tier = NAMES.indexOf(name);
    if (tier < 0) {
      throw new IllegalArgumentException("CPU tier \"" + name + "\" is none of " + NAMES);
    }
    configured = true;
    return LoadedLibrary.status().available() ? NAMES.get(gatun_h.gatun_isa_cap(tier)) : "java";
  }
}
