package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Gatun;
import dev.gatun.internal.exec.Isa;
import dev.gatun.support.ChildJvm;
import dev.gatun.support.NeedsNatives;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The CPU tier that environment and system property allow.
@NeedsNatives
class IsaSelectionTest {
  private static String tier(List<String> flags, Map<String, String> environment) {
    return ChildJvm.run(Probe.class, flags, environment);
  }

  @Test
  void theEnvironmentCapsTheTier() {
    assertEquals("scalar", tier(List.of(), Map.of("GATUN_ISA", "scalar")));
  }

  @Test
  void aTierOfTheEnvironmentThatThereIsNot() {
    assertEquals(Isa.detected(), tier(List.of(), Map.of("GATUN_ISA", "sse9")));
  }

  @Test
  void thePropertyCapsTheTier() {
    assertEquals("scalar", tier(List.of("-Dgatun.isa=scalar"), Map.of()));
  }

  @Test
  void aPropertyThatCannotBeReadIsNamed() {
    assertEquals(
        "setting gatun.isa: CPU tier \"sse9\" is none of [scalar, neon, avx2, avx512]",
        tier(List.of("-Dgatun.isa=sse9"), Map.of()));
  }

  /// Says its tier.
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
      try {
        System.out.println(Gatun.isa());
      } catch (IllegalArgumentException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
