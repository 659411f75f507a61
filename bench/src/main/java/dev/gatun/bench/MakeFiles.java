package dev.gatun.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Makes a tree of SQL files as schemas have them, or one large file, the same bytes every time.
///
/// ```
/// java -cp benchmarks.jar dev.gatun.bench.MakeFiles DIR 5000
/// java -cp benchmarks.jar dev.gatun.bench.MakeFiles large.bin 4g
/// ```
///
/// Files have 0.3 to 16 KB, half of them less than 2, in folders of at most a hundred.
public final class MakeFiles {
  private static final int FILES_A_FOLDER = 100;
  private static final String[] TYPES = {
    "bigint NOT NULL", "text", "numeric(12,2) DEFAULT 0", "timestamptz DEFAULT now()", "uuid"
  };

  private MakeFiles() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: MakeFiles DIR COUNT | MakeFiles FILE SIZEg");
      System.exit(2);
    }
    Path target = Path.of(arguments[0]);
    String size = arguments[1];
    if (size.endsWith("g")) {
      large(target, Long.parseLong(size.substring(0, size.length() - 1)) << 30);
    } else {
      tree(target, Integer.parseInt(size));
    }
  }

  private static void tree(Path folder, int count) throws IOException {
    SplittableRandom random = new SplittableRandom(count);
    for (int i = 0; i < count; i++) {
      int group = i / FILES_A_FOLDER;
      Path inside = folder.resolve("%03d_area".formatted(group / 20 * 10));
      Path file = inside.resolve("%03d_part".formatted(group)).resolve("0x%04X_t.sql".formatted(i));
      Files.createDirectories(file.getParent());
      Files.write(file, table(i, random).getBytes(US_ASCII));
    }
  }

  private static String table(int number, SplittableRandom random) {
    // Sizes of source files are spread evenly over their logarithm, small ones more often.
    double size = 300 * Math.pow(2, 5.75 * Math.pow(random.nextDouble(), 1.2));
    StringBuilder text =
        new StringBuilder("-- Table t%d.\nCREATE TABLE t%d (\n".formatted(number, number));
    for (int column = 0; text.length() < size; column++) {
      text.append("    c%d_%x ".formatted(column, random.nextInt()))
          .append(TYPES[random.nextInt(TYPES.length)])
          .append(column % 7 == 6 ? ", -- it's checked elsewhere\n" : ",\n");
    }
    return text.append("    PRIMARY KEY (c0)\n);\n").toString();
  }

  private static void large(Path file, long size) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    byte[] block = new byte[1 << 20];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (long written = 0; written < size; written += block.length) {
        random.nextBytes(block);
        out.write(block);
      }
    }
  }
}
