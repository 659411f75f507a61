package dev.gatun.bench.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.bench.gate.Case.Variant;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Registered;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class CasesTest {
  private static final OutputFormat SILENT =
      OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

  @Test
  void everyKernelHasOne() {
    Set<String> registered =
        Kernels.ALL.stream().map(Registered::name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> measured =
        Cases.ALL.stream().map(Case::kernel).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(registered, measured);
  }

  @Test
  void namesAreTheirOwn() {
    Set<String> names = new HashSet<>();
    Cases.ALL.forEach(one -> assertTrue(names.add(one.name()), one::name));
  }

  @Test
  void benchmarksAreThereAndHaveAllTheirParametersSet() {
    for (Case one : Cases.ALL) {
      for (Variant variant : List.of(one.natives(), one.java())) {
        assertEquals(parameters(variant), Optional.of(variant.parameters().keySet()), one::name);
      }
    }
  }

  /// The parameters of the benchmark, empty when it is not there.
  private static Optional<Set<String>> parameters(Variant variant) {
    Set<BenchmarkListEntry> found =
        BenchmarkList.defaultList()
            .find(SILENT, List.of("^" + Pattern.quote(variant.benchmark()) + "$"), List.of());
    return found.stream().findFirst().map(entry -> entry.getParams().orElse(Map.of()).keySet());
  }

  @Test
  void nativeAndJavaDiffer() {
    Stream<Case> same = Cases.ALL.stream().filter(one -> one.natives().equals(one.java()));
    assertEquals(List.of(), same.toList());
  }
}
