package dev.gatun.cli;

import dev.gatun.graph.EdgeList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes edges with whole, non-negative weights as CSV: `source,target,weight`.
final class EdgeCsv {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_LINE = 3 * 20;
  private static final int STEP = 1 << 16;

  private final byte[] buffer = new byte[BUFFER];
  private final OutputStream out;
  private int length;

  private EdgeCsv(OutputStream out) {
    this.out = out;
  }

  static void write(Path file, EdgeList edges, Progress progress) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("source,target,weight\n".getBytes(StandardCharsets.US_ASCII));
      new EdgeCsv(out).write(edges, progress);
    } catch (IOException e) {
      throw Failure.inFile(file, e);
    }
  }

  private void write(EdgeList edges, Progress progress) throws IOException {
    for (long i = 0; i < edges.size(); i++) {
      if (i % STEP == 0) {
        progress.step(i, edges.size());
      }
      if (length > BUFFER - LONGEST_LINE) {
        flush();
      }
      append(edges.source(i), ',');
      append(edges.target(i), ',');
      append((long) edges.weight(i), '\n');
    }
    flush();
  }

  private void append(long number, char end) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int at = length + digits - 1; at >= length; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    buffer[length++] = (byte) end;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }
}
