package dev.gatun.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatun.Engine;
import dev.gatun.FileSet;
import dev.gatun.RunOptions;
import dev.gatun.hash.HashForm;
import dev.gatun.hash.HashOptions;
import dev.gatun.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Times hashing a list of files in a process of its own: by Gatun (`tree`, `flat`), or by the JDK
/// alone, giving the same as `tree` (`jdk`, `jdk-parallel`). Prints the lines of [Trials] with the
/// first 60 bits of the digest as the check, and for each way one `M WAY LIST SECONDS MB/s` with
/// the median. Without trials it hashes once and prints nothing else.
///
/// ```
/// find db -type f -print0 | LC_ALL=C sort -z > list
/// java -cp benchmarks.jar dev.gatun.bench.RunHash list tree,flat,jdk-parallel 7 native 2
/// ```
public final class RunHash {
  private final List<Path> files;
  private final HashOptions options;

  private RunHash(List<Path> files, RunOptions run) {
    this.files = files;
    this.options = HashOptions.defaults().run(run);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3 && arguments.length != 5) {
      System.err.println(
          "usage: RunHash LIST tree|flat|jdk|jdk-parallel[,…] TRIALS [native|java THREADS]");
      System.exit(2);
    }
    Path list = Path.of(arguments[0]);
    List<Path> files =
        Arrays.stream(Files.readString(list, UTF_8).split("\0")).map(Path::of).toList();
    RunOptions run = RunOptions.defaults();
    if (arguments.length == 5) {
      run = run.engine(Engine.parse(arguments[3])).threads(Integer.parseInt(arguments[4]));
    }
    RunHash runs = new RunHash(files, run);
    Trials trials = new Trials(Integer.parseInt(arguments[2]));
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    String name = list.getFileName().toString();
    String how = arguments.length == 5 ? "-" + arguments[3] + "-" + arguments[4] : "";
    for (String way : arguments[1].split(",")) {
      double seconds = trials.time(way + how, name, () -> check(runs.hash(way)));
      if (trials.count() > 0) {
        System.out.printf(
            Locale.ROOT,
            "M %s %s %.6f %.0f MB/s%n",
            way + how,
            name,
            seconds,
            bytes / seconds / 1e6);
      }
    }
  }

  private static long check(String digest) {
    return Long.parseLong(digest.substring(0, 15), 16);
  }

  private String hash(String way) {
    return switch (way) {
      case "tree", "flat" -> {
        HashForm form = HashForm.valueOf(way.toUpperCase(Locale.ROOT));
        FileSet set = FileSet.of(Path.of(""), files);
        yield Hashing.hashFiles(set, form, options).digest().toString();
      }
      case "jdk" -> JdkHash.tree(files, false);
      case "jdk-parallel" -> JdkHash.tree(files, true);
      default ->
          throw new IllegalArgumentException("neither tree, flat, jdk nor jdk-parallel: " + way);
    };
  }
}
