package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatun.bindings.generated.HeaderDigest;
import dev.gatun.bindings.generated.gatun_h;
import java.io.IOException;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.PaddingLayout;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed bindings, the headers and the library say the same. If this fails after a change
/// of a header, run `bindings/regenerate.sh`.
final class HeaderAgreementTest {

  private static final String RERUN = "run bindings/regenerate.sh";

  @Test
  void digestOfTheHeadersIsTheOneInTheBindings() throws IOException {
    assertEquals(CHeaders.digest(), HeaderDigest.SHA256, RERUN);
  }

  @Test
  void abiVersionIsTheOneInTheHeader() throws IOException {
    assertTrue(
        CHeaders.text("core.h").contains("#define GATUN_ABI_VERSION " + HeaderDigest.ABI_VERSION),
        RERUN);
  }

  @Test
  void everyFunctionHasABindingOfTheSameSignature() throws IOException {
    Map<String, String> header = new TreeMap<>();
    for (CHeaders.Function f : CHeaders.functions()) {
      List<String> parameters = f.parameters().stream().map(HeaderAgreementTest::kind).toList();
      header.put(f.name(), kind(f.result()) + " " + parameters);
    }
    Map<String, String> bindings = new TreeMap<>();
    for (Method m : boundFunctions()) {
      List<String> parameters =
          Stream.of(m.getParameterTypes()).map(HeaderAgreementTest::kind).toList();
      bindings.put(m.getName(), kind(m.getReturnType()) + " " + parameters);
    }
    assertFalse(header.isEmpty());
    assertEquals(header, bindings, RERUN);
  }

  @Test
  void everyStructHasTheLayoutTheCompilerGivesIt(@TempDir Path directory) throws Exception {
    Map<String, List<String>> structs = CHeaders.structs();
    assertFalse(structs.isEmpty());
    List<String> bindings = new ArrayList<>();
    for (var struct : structs.entrySet()) {
      GroupLayout layout = layout(struct.getKey());
      bindings.add(struct.getKey() + " " + layout.byteSize());
      layout.memberLayouts().stream()
          .filter(member -> !(member instanceof PaddingLayout))
          .forEach(member -> bindings.add(describe(struct.getKey(), layout, member)));
    }
    assertEquals(compilersView(structs, directory), bindings, RERUN);
  }

  @Test
  void theLibraryWasMadeFromTheseHeaders() throws IOException {
    RealLibrary.require();
    assertEquals(CHeaders.digest(), gatun_h.gatun_header_digest().getString(0));
    assertEquals(HeaderDigest.ABI_VERSION, gatun_h.gatun_abi_version());
    assertEquals(gatun_h.GATUN_ABI_VERSION(), gatun_h.gatun_abi_version());
  }

  @Test
  void theLibraryExportsExactlyWhatIsBound() {
    NativeStatus status = RealLibrary.require();
    assumeTrue(Platform.current().isLinux(), "skipped, because nm is different elsewhere");
    Command.Result nm =
        Command.runOrSkip("nm", "-D", "--defined-only", String.valueOf(status.path()));
    assertEquals(0, nm.exitCode(), nm.output());
    var exported = new TreeSet<String>();
    nm.output().lines().forEach(line -> exported.add(line.substring(line.lastIndexOf(' ') + 1)));
    var bound = new TreeSet<String>();
    boundFunctions().forEach(function -> bound.add(function.getName()));
    assertEquals(bound, exported);
  }

  @Test
  void everyBindingFindsItsFunction() {
    RealLibrary.require();
    for (Method function : boundFunctions()) {
      assertTrue(NativeLibrary.lookup().find(function.getName()).isPresent(), function.getName());
    }
  }

  private static List<Method> boundFunctions() {
    return Stream.of(gatun_h.class.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()))
        .filter(m -> m.getName().startsWith("gatun_") && !m.getName().contains("$"))
        .toList();
  }

  /// What a C type is to a caller from Java.
  private static String kind(String type) {
    if (type.contains("*")) {
      return "pointer";
    }
    return switch (type.replace("const ", "").split(" ", -1)[0]) {
      case "uint8_t" -> "byte";
      case "int32_t", "uint32_t" -> "int";
      case "int64_t", "uint64_t" -> "long";
      case "double" -> "double";
      case "void" -> "void";
      default -> throw new AssertionError("the ABI uses no such type: " + type);
    };
  }

  private static String kind(Class<?> type) {
    return type == MemorySegment.class ? "pointer" : type.getName();
  }

  private static GroupLayout layout(String struct) throws ReflectiveOperationException {
    Class<?> type = Class.forName(gatun_h.class.getPackageName() + "." + struct);
    return (GroupLayout) type.getMethod("layout").invoke(null);
  }

  private static String describe(String struct, GroupLayout layout, MemoryLayout member) {
    String name = member.name().orElseThrow();
    long offset = layout.byteOffset(PathElement.groupElement(name));
    return struct + "." + name + " " + offset + " " + member.byteSize();
  }

  /// Sizes and offsets printed by a C program.
  private static List<String> compilersView(Map<String, List<String>> structs, Path directory)
      throws IOException {
    var program =
        new StringBuilder(
            """
            #include "gatun/gatun.h"
            #include <stddef.h>
            #include <stdio.h>
            #define STRUCT(s) printf("%s %zu\\n", #s, sizeof(s))
            #define SIZE(s, f) sizeof(((s *)0)->f)
            #define FIELD(s, f) printf("%s.%s %zu %zu\\n", #s, #f, offsetof(s, f), SIZE(s, f))
            int main(void) {
            """);
    for (var struct : structs.entrySet()) {
      program.append("STRUCT(").append(struct.getKey()).append(");\n");
      for (String field : struct.getValue()) {
        program.append("FIELD(").append(struct.getKey()).append(", ").append(field).append(");\n");
      }
    }
    Path source = Files.writeString(directory.resolve("layout.c"), program.append("}\n"));
    String binary = directory.resolve("layout").toString();
    String include = CHeaders.directory().getParent().toString();
    Command.Result compiled = Command.compiler("-I", include, "-o", binary, source.toString());
    assertEquals(0, compiled.exitCode(), compiled.output());
    return Command.runOrSkip(binary).output().lines().toList();
  }
}
