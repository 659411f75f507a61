package dev.gatun.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatun.RunOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Makes CSV files to measure readers with, the same ones every time.
///
/// ```
/// java -cp benchmarks.jar dev.gatun.bench.MakeCsv DIR 500m taxi text edges messy floats wide
/// ```
public final class MakeCsv {
  private MakeCsv() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("usage: MakeCsv DIR SIZE [taxi|text|edges|messy|floats|wide]…");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    long size = RunOptions.parseBytes(arguments[1]);
    List<CsvShape> shapes =
        Arrays.stream(arguments)
            .skip(2)
            .map(name -> CsvShape.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
    for (CsvShape shape : shapes.isEmpty() ? List.of(CsvShape.values()) : shapes) {
      Path file = folder.resolve(shape.file());
      System.out.printf("%s %,d rows%n", file, make(shape, file, size));
    }
  }

  /// Writes whole rows until the size is reached.
  private static long make(CsvShape shape, Path file, long size) throws IOException {
    CsvLine line = new CsvLine(new SplittableRandom(shape.ordinal()), shape.delimiter());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      byte[] bytes = shape.beginning().getBytes(UTF_8);
      long written = bytes.length;
      out.write(bytes);
      long rows = 0;
      while (written < size) {
        shape.row(rows++, line);
        bytes = line.end().getBytes(UTF_8);
        out.write(bytes);
        written += bytes.length;
      }
      return rows;
    }
  }
}
