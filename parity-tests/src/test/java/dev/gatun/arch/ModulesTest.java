package dev.gatun.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatun.Gatun;
import dev.gatun.bindings.Platform;
import dev.gatun.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jars as modules: each requires only modules with a descriptor and a name of their own, so
/// that jlink takes them and no name depends on a file's.
final class ModulesTest {
  /// What a user of the library puts on the module path.
  private static final List<Path> LIBRARY =
      List.of(home(Gatun.class), home(Platform.class), home(NullMarked.class));

  private static final Path CLI = home(Main.class);
  private static final Path PICOCLI = home(picocli.CommandLine.class);

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// The module that a class is of, wherever it was loaded from.
  static ModuleReference module(Class<?> type) {
    return finder(List.of(home(type))).findAll().iterator().next();
  }

  private static ModuleFinder finder(List<Path> places) {
    return ModuleFinder.of(places.toArray(Path[]::new));
  }

  @Test
  void noneRequiresAnAutomaticModule() {
    List<Path> places = new ArrayList<>(LIBRARY);
    places.addAll(List.of(CLI, PICOCLI));
    ModuleFinder modules = ModuleFinder.compose(finder(places), ModuleFinder.ofSystem());
    Set<String> found = new TreeSet<>();
    for (ModuleReference module : finder(places).findAll()) {
      ModuleDescriptor descriptor = module.descriptor();
      assertFalse(descriptor.isAutomatic(), module.toString());
      found.add(descriptor.name());
      for (var required : descriptor.requires()) {
        if (!required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)) {
          assertFalse(
              modules.find(required.name()).orElseThrow().descriptor().isAutomatic(),
              descriptor.name() + " requires " + required.name());
        }
      }
    }
    Set<String> expected =
        Set.of("dev.gatun", "dev.gatun.bindings", "dev.gatun.cli", "info.picocli", "org.jspecify");
    assertEquals(expected, found);
  }

  /// A package that the descriptor does not list cannot be loaded from a module.
  @Test
  void descriptorsListAllPackages() throws IOException {
    assumeTrue(Files.isRegularFile(LIBRARY.getFirst()), "skipped: these classes are not packed");
    for (Path jar : List.of(LIBRARY.get(0), LIBRARY.get(1), CLI)) {
      ModuleReference module = finder(List.of(jar)).findAll().iterator().next();
      try (var reader = module.open();
          Stream<String> entries = reader.list()) {
        Set<String> packages =
            entries
                .filter(name -> name.endsWith(".class") && name.contains("/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toSet());
        assertEquals(packages, module.descriptor().packages(), jar.toString());
      }
    }
  }

  /// jlink, and a program on the image: on both engines, with zstd, whose Java decoder is a
  /// relocated package.
  @Test
  void linkIntoAnImageThatRuns(@TempDir Path directory) throws Exception {
    assumeTrue(Files.isRegularFile(LIBRARY.getFirst()), "skipped: these classes are not packed");
    Path image = directory.resolve("image");
    Path classes = compileProgram(directory);
    List<Path> path = new ArrayList<>(LIBRARY);
    path.add(classes);
    run(
        tool("jlink"),
        "--module-path",
        path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        "--add-modules",
        "linked",
        "--output",
        image.toString());

    String java = image.resolve("bin/java").toString();
    List<String> modules = List.of(run(directory, java, "--list-modules").split("\\R"));
    assertEquals(
        Set.of("dev.gatun", "dev.gatun.bindings", "linked", "org.jspecify"),
        modules.stream()
            .map(name -> name.split("@")[0])
            .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
            .collect(Collectors.toSet()));

    boolean natives = Gatun.nativeAvailable().available();
    String expected = natives ? "JAVA 42 NATIVE 42" : "JAVA 42";
    assertEquals(
        expected,
        run(
            directory,
            java,
            "--enable-native-access=dev.gatun.bindings",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dgatun.native.dir=" + directory,
            "-m",
            "linked/linked.Main",
            natives ? "JAVA,NATIVE" : "JAVA"));
  }

  private static Path compileProgram(Path directory) throws IOException {
    Path source = Files.createDirectories(directory.resolve("source/linked"));
    Path descriptor = source.resolveSibling("module-info.java");
    Files.writeString(descriptor, "module linked { requires dev.gatun; }");
    Path program = source.resolve("Main.java");
    Files.writeString(program, PROGRAM);
    Path classes = directory.resolve("classes");
    String path =
        LIBRARY.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    run(
        tool("javac"),
        "--module-path",
        path,
        "-d",
        classes.toString(),
        descriptor.toString(),
        program.toString());
    return classes;
  }

  /// Reads a zstd file of the lines `n`, `40` and `2`, and adds them up on each engine named.
  private static final String PROGRAM =
      """
      package linked;

      import dev.gatun.*;
      import dev.gatun.csv.*;
      import java.nio.file.*;
      import java.util.*;

      public class Main {
        public static void main(String[] args) throws Exception {
          Path file = Files.createTempFile("linked", ".csv.zst");
          Files.write(file, HexFormat.of().parseHex("28b52ffd04583900006e0a34300a320a40f25b9f"));
          StringJoiner line = new StringJoiner(" ");
          for (String engine : args[0].split(",")) {
            RunOptions run = RunOptions.defaults().engine(Engine.valueOf(engine));
            try (CsvTable table = CsvScan.of(file).options(run).read()) {
              long sum = 0;
              for (var batch : table.batches()) {
                for (int row = 0; row < batch.rowCount(); row++) {
                  sum += batch.column("n").asLongs().get(row);
                }
              }
              line.add(engine + " " + sum);
            }
          }
          Files.delete(file);
          System.out.println(line);
        }
      }
      """;

  private static ToolProvider tool(String name) {
    return ToolProvider.findFirst(name).orElseGet(() -> abort("skipped: this Java has no " + name));
  }

  private static void run(ToolProvider tool, String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    assertEquals(0, tool.run(out, out, arguments), said::toString);
  }

  /// What a command prints, all of it; it has to succeed. Settings of this process are not handed
  /// on.
  private static String run(Path directory, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("GATUN_") || name.endsWith("JAVA_OPTIONS"));
    int status = builder.start().waitFor();
    String said = Files.readString(out).strip();
    assertEquals(0, status, said);
    return said;
  }
}
