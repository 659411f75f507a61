package dev.gatun.bench.gate.worker;

import dev.gatun.Gatun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The main program of a measured JVM: runs JMH benchmarks in this process, as told line by line.
///
/// ```
/// > hello TIER JAVA_VERSION
/// < BENCHMARK WARM_UP_MS ITERATIONS ITERATION_MS NAME=VALUE…      (tabs between them)
/// > turn                            < go             > score NS   (each iteration)
/// > end   or   > absent   or   > failed WHY
/// ```
public final class Worker {
  private Worker() {}

  /// Ends when standard input does.
  public static void main(String[] args) throws IOException {
    Link.claimStandardOutput();
    Link.send("hello " + Gatun.isa() + " " + Runtime.version());
    for (String line = Link.receive(); line != null; line = Link.receive()) {
      Link.send(run(line.split("\t", -1)));
    }
  }

  private static String run(String[] order) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(order[0]) + "$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .threads(1)
            .forks(0)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(Long.parseLong(order[1])))
            .measurementIterations(Integer.parseInt(order[2]))
            .measurementTime(TimeValue.milliseconds(Long.parseLong(order[3])))
            .addProfiler(TurnTaking.class)
            .shouldFailOnError(true);
    for (int i = 4; i < order.length; i++) {
      String[] parameter = order[i].split("=", 2);
      options.param(parameter[0], parameter[1]);
    }
    OutputFormat silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            VerboseMode.SILENT);
    try {
      int runs = new Runner(options.build(), silent).run().size();
      return runs == 1 ? "end" : "failed it ran " + runs + " times: a parameter is not set";
    } catch (NoBenchmarksException e) {
      return "absent";
    } catch (RunnerException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return "failed " + cause;
    }
  }
}
