package dev.gatun.cli;

import dev.gatun.FileSet;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Which files of directories are taken.
final class FileSelection {
  @Option(
      names = "--include",
      paramLabel = "GLOB",
      order = 5,
      description = {
        "Only files that match, may be given often: *, ?, [a-z], {a,b}; ** is any number of"
            + " directories; a pattern without / is for names at any depth."
      })
  private List<String> includes = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      order = 6,
      description = "No files that match, may be given often.")
  private List<String> excludes = new ArrayList<>();

  @Option(
      names = "--hidden",
      order = 7,
      description = "With files and directories whose names begin with a dot.")
  private boolean hidden;

  @Option(names = "--no-recursive", order = 8, description = "Without directories in directories.")
  private boolean flat;

  /// The files that are taken of a set.
  ///
  /// @param defaults patterns where there is no --include; none: all files
  /// @throws IllegalArgumentException when a pattern is wrong
  FileSet of(FileSet files, String... defaults) {
    return files
        .include(includes.isEmpty() ? defaults : includes.toArray(String[]::new))
        .exclude(excludes.toArray(String[]::new))
        .hidden(hidden)
        .recursive(!flat);
  }
}
