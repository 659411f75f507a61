package dev.gatun.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.internal.Kernels;
import dev.gatun.support.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// One kernel, one set of places: the table "Adding a kernel" of CONTRIBUTING.md, checked.
class KernelRegistryTest {
  private static final Path ROOT = Repository.ROOT;
  private static final String API = "java-api/src/main/java/dev/gatun/internal/";

  /// `gatun_add_kernel(csr_bfs AREA csr)`.
  private static final Pattern CMAKE_LINE =
      Pattern.compile("^gatun_add_kernel\\((\\w+) AREA (\\w+)\\)$", Pattern.MULTILINE);

  /// Header names with an area in front: `csr_bfs.h`, unlike `core.h`.
  private static final Pattern HEADER = Pattern.compile("([a-z0-9]+)_([a-z0-9_]+)\\.h");

  private static Set<String> kernels() {
    try (Stream<Path> headers = Files.list(ROOT.resolve("kernels-c/include/gatun"))) {
      return headers
          .map(header -> header.getFileName().toString())
          .filter(HEADER.asMatchPredicate())
          .map(name -> name.substring(0, name.length() - 2))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPlaceOfEveryKernel() {
    return kernels().stream()
        .map(kernel -> Named.test(kernel, () -> assertEquals(List.of(), missing(kernel))));
  }

  private static List<String> missing(String kernel) {
    String area = kernel.substring(0, kernel.indexOf('_'));
    String type = typeName(kernel);
    return Stream.of(
            "kernels-c/src/" + area + "/" + kernel + ".cpp",
            "kernels-c/test/" + kernel + "_test.c",
            API + "kernel/" + type + ".java",
            API + "reference/" + type + "Reference.java",
            API + "natives/" + type + "Native.java",
            "parity-tests/src/test/java/dev/gatun/parity/" + type + "ParityTest.java",
            "bench/src/main/java/dev/gatun/bench/" + type + "Benchmark.java")
        .filter(place -> !Files.isRegularFile(ROOT.resolve(place)))
        .toList();
  }

  /// `csr_bfs` is `CsrBfs` in Java.
  private static String typeName(String kernel) {
    return Arrays.stream(kernel.split("_"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  @Test
  void theHeadersAreOnesOfKernels() {
    assertTrue(kernels().contains("csr_bfs"), kernels()::toString);
  }

  @Test
  void cmakeBuildsThem() {
    List<MatchResult> lines = CMAKE_LINE.matcher(read("CMakeLists.txt")).results().toList();
    assertEquals(kernels(), names(lines.stream().map(line -> line.group(1))));
    for (MatchResult line : lines) {
      assertTrue(line.group(1).startsWith(line.group(2) + "_"), line.group());
    }
  }

  @Test
  void theRegistryHasThem() {
    assertEquals(kernels(), names(Kernels.ALL.stream().map(kernel -> kernel.name())));
  }

  @Test
  void theUmbrellaHeaderHasThem() {
    String umbrella = read("kernels-c/include/gatun/gatun.h");
    for (String kernel : kernels()) {
      assertTrue(umbrella.contains("#include \"gatun/" + kernel + ".h\""), kernel);
    }
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
