package dev.gatun.internal.io;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchWriter;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all writers of batches do alike: check what they are given, complete or give up the file,
/// and say what went wrong.
public final class BatchOutput implements BatchWriter {
  private final @Nullable OutputFile file;
  private final Schema schema;
  private final Format format;
  private boolean broken;
  private boolean ended;

  /// How batches become bytes.
  public interface Format {
    /// Writes a batch of the schema.
    void write(Batch batch) throws IOException;

    /// Writes what comes at the end, to the last byte.
    void finish() throws IOException;
  }

  /// Something that may fail.
  @FunctionalInterface
  public interface Step<T> {
    /// Does it.
    T run() throws IOException;
  }

  private BatchOutput(@Nullable OutputFile file, Schema schema, Format format) {
    this.file = file;
    this.schema = schema;
    this.format = format;
  }

  /// Begins to write.
  ///
  /// @param file to be finished, or given up also when `format` fails; null when there is none
  /// @param format writes what comes first
  public static BatchWriter begin(@Nullable OutputFile file, Schema schema, Step<Format> format) {
    boolean complete = false;
    try {
      BatchOutput output = new BatchOutput(file, schema, format.run());
      complete = true;
      return output;
    } catch (IOException e) {
      throw failed(file, e);
    } finally {
      if (!complete && file != null) {
        giveUp(file);
      }
    }
  }

  private static UncheckedIOException failed(@Nullable OutputFile file, IOException cause) {
    return IoFailures.of(file == null ? "the stream" : file.name(), cause);
  }

  private static void giveUp(OutputFile file) {
    try {
      file.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public void write(Batch batch) {
    check(schema.fields(), batch.schema().fields());
    run(
        () -> {
          format.write(batch);
          return batch;
        });
  }

  private static void check(List<Field> expected, List<Field> given) {
    if (expected.size() != given.size()) {
      throw new IllegalArgumentException(
          "the batch has %d columns, not %d".formatted(given.size(), expected.size()));
    }
    for (int i = 0; i < given.size(); i++) {
      if (!isSame(expected.get(i), given.get(i))) {
        throw new IllegalArgumentException(
            "column %d of the batch is %s, not %s".formatted(i, given.get(i), expected.get(i)));
      }
    }
  }

  /// What comes later may be without nulls, but not with them.
  private static boolean isSame(Field expected, Field given) {
    boolean same =
        expected.name().equals(given.name())
            && expected.type().equals(given.type())
            && (expected.nullable() || !given.nullable())
            && expected.children().size() == given.children().size();
    for (int i = 0; same && i < given.children().size(); i++) {
      same = isSame(expected.children().get(i), given.children().get(i));
    }
    return same;
  }

  private void run(Step<?> step) {
    if (ended) {
      throw new IllegalStateException("the writer is finished or closed");
    }
    if (broken) {
      throw new IllegalStateException("an earlier write failed");
    }
    broken = true;
    try {
      step.run();
      broken = false;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public void finish() {
    run(
        () -> {
          format.finish();
          if (file != null) {
            file.finish();
          }
          ended = true;
          return format;
        });
  }

  @Override
  public void close() {
    ended = true;
    if (file != null) {
      giveUp(file);
    }
  }
}
