package dev.gatun.bench.gate;

import java.util.LinkedHashMap;
import java.util.Map;

/// One thing that the gate measures: a benchmark of a kernel with all its parameters set.
///
/// @param kernel the kernel's name in the registry
/// @param detail what tells it from other cases of the kernel, empty when it is the only one
/// @param natives how the native kernel is run
/// @param java how its Java twin is run
public record Case(String kernel, String detail, Variant natives, Variant java) {
  /// A benchmark method and the values of its parameters.
  ///
  /// @param benchmark class and method, `dev.gatun.bench.CsrBfsBenchmark.bfs`
  public record Variant(String benchmark, Map<String, String> parameters) {}

  private static final String PACKAGE = "dev.gatun.bench.";

  /// A kernel whose benchmark has a method for each engine.
  ///
  /// @param methods benchmark, native method and Java method, `CsvUtf8Benchmark natives reference`
  /// @param parameters `name=value, name=value`
  static Case ofMethods(String kernel, String detail, String methods, String parameters) {
    String[] names = methods.split(" ");
    Map<String, String> values = parse(parameters);
    return new Case(
        kernel,
        detail,
        new Variant(PACKAGE + names[0] + "." + names[1], values),
        new Variant(PACKAGE + names[0] + "." + names[2], values));
  }

  /// A kernel whose benchmark takes the engine as a parameter.
  ///
  /// @param method benchmark and method, `CsrBfsBenchmark.bfs`
  /// @param engines parameter, value for native, value for Java: `contender native-1 java-1`
  static Case ofParameter(
      String kernel, String detail, String method, String engines, String parameters) {
    String[] engine = engines.split(" ");
    return new Case(
        kernel,
        detail,
        new Variant(PACKAGE + method, parse(parameters + ", " + engine[0] + "=" + engine[1])),
        new Variant(PACKAGE + method, parse(parameters + ", " + engine[0] + "=" + engine[2])));
  }

  private static Map<String, String> parse(String parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String parameter : parameters.split(", ")) {
      if (!parameter.isEmpty()) {
        String[] parts = parameter.split("=", 2);
        values.put(parts[0], parts[1]);
      }
    }
    return values;
  }

  /// Kernel and detail: what tables and files call it.
  public String name() {
    return detail.isEmpty() ? kernel : kernel + " " + detail;
  }
}
