package dev.gatun.bench.gate;

import dev.gatun.bench.gate.Case.Variant;
import dev.gatun.bench.gate.worker.Worker;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A JVM that measures one build, and the line to it.
final class Side implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "-Xms1g",
          "-Xmx1g",
          // The collector's own threads would be the other JVM's noise.
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          // JMH allows one of its processes at a time; here the turns do.
          "-Djmh.ignoreLock=true");

  private final Process process;
  private final BufferedReader in;
  private final Writer out;
  private final String tier;

  private Side(Process process) throws IOException {
    this.process = process;
    in = process.inputReader(StandardCharsets.UTF_8);
    out = process.outputWriter(StandardCharsets.UTF_8);
    tier = receive().split(" ")[1];
  }

  /// Starts a JVM.
  ///
  /// @param folder where [WorkerClasses] are, and what it prints goes to
  /// @param jar benchmarks and native library
  static Side start(Path folder, Path jar) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", folder + File.pathSeparator + jar));
    command.add(Worker.class.getName());
    File log = folder.resolve("jvms.log").toFile();
    Process process = new ProcessBuilder(command).redirectError(Redirect.appendTo(log)).start();
    return new Side(process);
  }

  /// The CPU tier of its kernels, `java` when it has no native library.
  String tier() {
    return tier;
  }

  void send(String message) throws IOException {
    out.write(message);
    out.write('\n');
    out.flush();
  }

  String receive() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException(
          "a measured JVM ended unexpectedly, see worker/jvms.log in the folder of the results");
    }
    return line;
  }

  /// Starts a benchmark; after its warm-up it asks for its turn.
  void begin(Variant variant, Pace pace) throws IOException {
    String parameters =
        variant.parameters().entrySet().stream()
            .map(e -> "\t" + e.getKey() + "=" + e.getValue().replace(Cases.ACTIVE_TIER, tier))
            .collect(Collectors.joining());
    send(
        variant.benchmark()
            + ("\t" + pace.warmUpMillis() + "\t" + pace.iterations())
            + ("\t" + pace.iterationMillis() + parameters));
  }

  /// Ends the JVM.
  @Override
  public void close() throws IOException {
    out.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
