package dev.gatun.internal.schema;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.internal.kernel.SqlScan;
import dev.gatun.schema.SchemaCheck.Difference;
import dev.gatun.schema.SchemaResult;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Compares a schema that comes piece by piece with a file, to the first line that differs.
public final class Comparison implements Sink, AutoCloseable {
  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_EXCERPT = 200;

  private final String name;
  private final @Nullable FileChannel channel;
  private final MemorySegment chunk;
  private final Tallies tallies;
  private final Counted<SqlScan> sql;
  private long position;
  private long lines;
  private boolean differs;
  private @Nullable String expected;
  private @Nullable String found;

  private Comparison(String name, @Nullable FileChannel channel, Execution execution) {
    this.name = name;
    this.channel = channel;
    this.chunk = execution.scratch().allocate(CHUNK);
    this.tallies = new Tallies(execution.engine());
    this.sql = tallies.on(Kernels.SQL_SCAN);
  }

  /// With a file, which need not exist.
  public static Comparison with(Path file, Execution execution) {
    try {
      return new Comparison(
          file.toString(), FileChannel.open(file, StandardOpenOption.READ), execution);
    } catch (NoSuchFileException _) {
      return new Comparison(file.toString(), null, execution);
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    }
  }

  @Override
  public void accept(MemorySegment text, long size) {
    try {
      compare(text, size);
    } catch (IOException e) {
      throw IoFailures.of(name, e);
    }
  }

  private void compare(MemorySegment text, long size) throws IOException {
    for (long at = 0; at < size && !differs; at += CHUNK) {
      long end = Math.min(at + CHUNK, size);
      long same = MemorySegment.mismatch(text, at, end, chunk, 0, read(position + at, end - at));
      if (same >= 0) {
        note(text, at + same, size);
      }
    }
    if (!differs) {
      position += size;
      lines += lineEnds(text, size);
    }
  }

  private long lineEnds(MemorySegment text, long end) {
    sql.tally().begin(end);
    try {
      long ends = sql.kernel().lines(text, 0, end).ends();
      sql.tally().end(0, end);
      return ends;
    } finally {
      tallies.flush();
    }
  }

  /// Reads up to `size` bytes into the chunk. Returns how many there are.
  private long read(long from, long size) throws IOException {
    long done = 0;
    while (channel != null && done < size) {
      int read = channel.read(chunk.asSlice(done, size - done).asByteBuffer(), from + done);
      if (read < 0) {
        break;
      }
      done += read;
    }
    return done;
  }

  private void note(MemorySegment text, long mismatch, long size) throws IOException {
    long begin = mismatch;
    while (begin > 0 && !beginsLine(text, begin)) {
      begin--;
    }
    differs = true;
    lines += lineEnds(text, begin);
    expected = excerpt(text.asSlice(begin, size - begin));
    found = foundAt(position + begin);
  }

  private static boolean beginsLine(MemorySegment text, long at) {
    byte before = text.get(JAVA_BYTE, at - 1);
    return before == '\n' || (before == '\r' && text.get(JAVA_BYTE, at) != '\n');
  }

  /// The line of the file that begins there, null where it ends.
  private @Nullable String foundAt(long begin) throws IOException {
    long size = read(begin, LONGEST_EXCERPT + 1);
    return size == 0 ? null : excerpt(chunk.asSlice(0, size));
  }

  /// The first line, without its end.
  private static String excerpt(MemorySegment text) {
    int size = 0;
    while (size < text.byteSize()
        && size < LONGEST_EXCERPT
        && !SourceText.isLineEnd(text.get(JAVA_BYTE, size))) {
      size++;
    }
    return new String(text.asSlice(0, size).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
  }

  /// The first difference, after the last piece.
  public @Nullable Difference difference(SchemaResult result) {
    try {
      if (!differs) {
        found = foundAt(position);
        differs = found != null || channel == null;
      }
    } catch (IOException e) {
      throw IoFailures.of(name, e);
    }
    return differs ? new Difference(lines + 1, expected, found, result.locate(lines + 1)) : null;
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw IoFailures.of(name, e);
    }
  }
}
