package dev.gatun.cli;

import dev.gatun.FileSet;
import dev.gatun.cli.Failure.CommandException;
import dev.gatun.hash.HashChanges;
import dev.gatun.hash.HashForm;
import dev.gatun.hash.HashOptions;
import dev.gatun.hash.HashResult;
import dev.gatun.hash.Hashing;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun hash`: one SHA-256 of many files.
@Command(
    name = "hash",
    description = "One SHA-256 of many files, the same on every platform.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun hash db --include '*.sql'",
      "  gatun hash db --form flat --quiet",
      "  gatun hash src --cache build/hash.cache --changes",
      "  gatun hash src --files > SUMS && sha256sum --check SUMS",
    })
final class HashCommand extends GatunCommand {
  @Mixin private HashInput input = new HashInput();

  @Option(
      names = "--form",
      paramLabel = "FORM",
      order = 1,
      description = {
        "tree: over the digests of the files, in order (default)",
        "flat: over path and bytes of each file, in order"
      })
  private HashForm form = HashForm.TREE;

  @Option(
      names = "--cache",
      paramLabel = "FILE",
      order = 10,
      description = "Remember digests there, and read only files whose size or time changed.")
  private @Nullable Path cache;

  @Option(
      names = "--changes",
      order = 11,
      description = "List what was added, changed and removed since the cache was written.")
  private boolean changes;

  @Option(
      names = "--files",
      order = 12,
      description = "Print each file's digest instead, as sha256sum does.")
  private boolean files;

  @Option(
      names = {"-q", "--quiet"},
      order = 13,
      description = "Print the digest alone.")
  private boolean quiet;

  @Override
  protected Report run(Progress progress) {
    if (changes && cache == null) {
      throw wrongUsage("--changes are since the --cache was written; give one");
    }
    if (quiet && (changes || files)) {
      throw wrongUsage("--quiet prints neither --changes nor --files");
    }
    if (changes && files) {
      throw wrongUsage("--changes and --files are two different outputs; take one");
    }
    FileSet set = usage(() -> input.files());
    progress.stage("hashing " + input.name());
    long start = System.nanoTime();
    HashOptions options = new HashOptions(cache, files, HashOptions.defaults().run());
    HashResult result = Hashing.hashFiles(set, form, options);
    if (result.fileCount() == 0) {
      throw new CommandException(
          "no files to hash in " + input.name() + "; see --include, --exclude and --hidden");
    }
    return report(set, result, Duration.ofNanos(System.nanoTime() - start));
  }

  private Report report(FileSet set, HashResult result, Duration elapsed) {
    Report report = new Report();
    if (quiet) {
      report.text(result.digest() + System.lineSeparator());
    } else if (files) {
      report.text(HashText.sums(result));
    } else {
      addFacts(report, result, elapsed);
    }
    report
        .json("digest", result.digest().toString())
        .json("form", EnumConverter.spelling(form))
        .json("base", set.base().toAbsolutePath().normalize().toString())
        .json("file_count", result.fileCount())
        .json("bytes", result.bytes());
    if (files) {
      report.json("files", HashText.json(result.files()));
    }
    if (result.changes() != null) {
      report.json("changes", HashText.json(result.changes()));
    }
    return report.ran(result.info(), elapsed, result.bytesRead());
  }

  private void addFacts(Report report, HashResult result, Duration elapsed) {
    HashChanges found = result.changes();
    report
        .fact("SHA-256", result.digest().toString())
        .fact("form", EnumConverter.spelling(form))
        .fact("files", Units.count(result.fileCount()) + ", " + Units.bytes(result.bytes()))
        .fact("read", HashText.read(result, elapsed));
    if (found != null) {
      report.fact("changes", HashText.summary(found));
    }
    if (found != null && changes) {
      report.table(HashText.table(found));
    }
  }
}
