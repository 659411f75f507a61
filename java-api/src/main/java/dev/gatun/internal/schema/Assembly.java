package dev.gatun.internal.schema;

import dev.gatun.FileSet;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.internal.schema.Plan.Batch;
import dev.gatun.schema.SchemaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Puts files together: each worker takes the next files, reads and checks them into a text of its
/// own, and hands it over when it is its turn. So memory depends on workers and the largest file
/// alone, and of several files that are wrong the first is reported.
final class Assembly {
  private final Execution execution;
  private final Plan plan;
  private final Taker taker;
  private final Turns turns = new Turns();
  private final List<SchemaSource> sources = new ArrayList<>();
  private long lines;
  private long bytesRead;

  /// Takes texts in their order.
  @FunctionalInterface
  interface Taker {
    /// @return whether the text may be filled again; else it has a new owner
    boolean take(GrowingText text) throws IOException;
  }

  private Assembly(Execution execution, Plan plan, Taker taker) {
    this.execution = execution;
    this.plan = plan;
    this.taker = taker;
  }

  /// Puts all files together.
  static Assembly run(Execution execution, Plan plan, Taker taker) {
    Assembly assembly = new Assembly(execution, plan, taker);
    List<Batch> batches = plan.batches();
    AtomicInteger next = new AtomicInteger();
    int workers = Math.min(execution.threadsFor(batches.size(), 1), Math.max(1, batches.size()));
    Parallel.run(execution, workers, plan.bytes(), (_, step) -> assembly.work(batches, next, step));
    return assembly;
  }

  /// The files, with their lines among those of all files.
  List<SchemaSource> sources() {
    return sources;
  }

  long lines() {
    return lines;
  }

  long bytesRead() {
    return bytesRead;
  }

  private void work(List<Batch> batches, AtomicInteger next, Parallel.Step step) {
    FileReader reader = new FileReader(plan, execution.engine());
    SeparatorText separators = plan.separatorText();
    GrowingText text = new GrowingText(execution);
    try {
      for (int b = next.getAndIncrement(); b < batches.size(); b = next.getAndIncrement()) {
        Batch batch = batches.get(b);
        text.truncate(0);
        List<SchemaSource> taken;
        try {
          taken = fill(batch, text, reader, separators, step);
        } catch (RuntimeException e) {
          turns.await(b, step);
          throw e;
        } finally {
          reader.count();
        }
        turns.await(b, step);
        if (!handOver(text, taken)) {
          text = new GrowingText(execution);
        }
        turns.pass();
      }
    } finally {
      text.close();
    }
  }

  private List<SchemaSource> fill(
      Batch batch,
      GrowingText text,
      FileReader reader,
      SeparatorText separators,
      Parallel.Step step) {
    List<SchemaSource> taken = new ArrayList<>(batch.to() - batch.from());
    text.reserve(batch.bytes() + 1);
    long line = 1;
    for (int i = batch.from(); i < batch.to(); i++) {
      FileSet.Entry file = plan.files().get(i);
      String separator = separators.of(file.path(), i + 1);
      text.append(separator);
      line += separatorLines(separator);
      FileReader.Taken read = reader.append(file, text);
      taken.add(new SchemaSource(file.path(), line, read.lines(), read.bytes()));
      line += read.lines();
      step.advance(read.bytes());
    }
    // The last one tells how many lines there are.
    taken.add(new SchemaSource("", line, 0, 0));
    return taken;
  }

  private static long separatorLines(String separator) {
    long lines = 0;
    for (int at = separator.indexOf('\n'); at >= 0; at = separator.indexOf('\n', at + 1)) {
      lines++;
    }
    return lines;
  }

  private boolean handOver(GrowingText text, List<SchemaSource> taken) {
    long all = taken.removeLast().firstLine() - 1;
    for (SchemaSource source : taken) {
      long first = lines + source.firstLine();
      sources.add(new SchemaSource(source.path(), first, source.lines(), source.bytes()));
      bytesRead += source.bytes();
    }
    lines += all;
    try {
      return taker.take(text);
    } catch (IOException e) {
      throw IoFailures.of("the schema", e);
    }
  }
}
