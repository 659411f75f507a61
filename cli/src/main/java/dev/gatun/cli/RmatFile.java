package dev.gatun.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Writes the demo's edge list: a random graph of the R-MAT kind, a few vertices with very many edges and many with
/// few, as in social networks and the web. The same every time.
///
/// Source: D. Chakrabarti, Y. Zhan, C. Faloutsos, R-MAT: A Recursive Model for Graph Mining, SDM 2004; with the
/// parameters of the Graph500 benchmark.
final class RmatFile {
  /// Edges per vertex.
  static final int EDGE_FACTOR = 16;

  private static final long SEED = 42;
  private static final double A = 0.57;
  private static final double B = 0.19;
  private static final double C = 0.19;
  private static final int LARGEST_WEIGHT = 255;
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_LINE = 3 * 11;
  private static final int STEP = 1 << 14;

  private final byte[] buffer = new byte[BUFFER];
  private final OutputStream out;
  private int length;

  private RmatFile(OutputStream out) {
    this.out = out;
  }

  /// Writes `source,target,weight` lines for 2^scale vertices.
  static void write(Path file, int scale, Progress progress) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("source,target,weight\n".getBytes(StandardCharsets.US_ASCII));
      new RmatFile(out).writeEdges(scale, progress);
    } catch (IOException e) {
      throw Failure.inFile(file, e);
    }
  }

  private void writeEdges(int scale, Progress progress) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    long edges = (long) EDGE_FACTOR << scale;
    for (long i = 0; i < edges; i++) {
      if (i % STEP == 0) {
        progress.step(i, edges);
      }
      int source = 0;
      int target = 0;
      // Each level picks one quarter of the adjacency matrix.
      for (int bit = 0; bit < scale; bit++) {
        double quarter = random.nextDouble();
        boolean lower = quarter >= A + B;
        boolean right = lower ? quarter >= A + B + C : quarter >= A;
        source = source << 1 | (lower ? 1 : 0);
        target = target << 1 | (right ? 1 : 0);
      }
      if (length > BUFFER - LONGEST_LINE) {
        flush();
      }
      append(source, ',');
      append(target, ',');
      append(1 + random.nextInt(LARGEST_WEIGHT), '\n');
    }
    flush();
  }

  private void append(int number, char end) {
    int digits = 1;
    for (int rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    int rest = number;
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
