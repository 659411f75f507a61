package dev.gatun;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.files.FileTree;
import dev.gatun.internal.files.PathFilter;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// Files below a base directory, each with its path relative to it: all of a tree, those that
/// patterns select, or a list. The same on every platform. Immutable: every setting gives a new
/// set.
///
/// ```java
/// FileSet migrations = FileSet.in(Path.of("db")).include("*.sql").exclude("test/**");
/// for (FileSet.Entry entry : migrations.list()) {
///   System.out.println(entry.path() + " " + entry.size());
/// }
/// ```
///
/// **Paths** are relative to the base, with `/` on every platform, and Unicode in whatever locale.
///
/// **Order** of a tree: component by component, each by its UTF-8 bytes, so that `a/z` comes before
/// `a-b` (not so by the order of strings). A list keeps its order.
///
/// **Patterns** are matched with the relative path, case-sensitively on every platform. `*` stands
/// for any characters and `?` for one, but not for `/`; `[a-z]` and `[!a]` for one of these and one
/// of the others; `{a,b}` for either; `**` as a component for any number of components, none too,
/// so that `**/x.sql` has `x.sql`; `\` takes a character's meaning away. A pattern without `/` is
/// matched with the file's name, at any depth; one that ends in `/` or `/**` has all below a
/// directory, which is not even read when it is excluded. A file that several patterns match is
/// there once. An include pattern that matches nothing is no error.
///
/// **Hidden** files, and those in hidden directories, are those whose names begin with a dot. They
/// are left out, unless [#hidden] is set, the component of an include pattern that matches begins
/// with a dot as well, or they were named in a list.
///
/// **Links** are followed. A link to a directory that it lies in is an error, and so is one that
/// leads nowhere, where it would be selected. What is neither file nor directory is left out of a
/// tree.
public final class FileSet {
  private final Path base;
  private final List<Path> roots;
  private final PathFilter filter;
  private final boolean recursive;

  private FileSet(Path base, List<Path> roots, PathFilter filter, boolean recursive) {
    this.base = base;
    this.roots = roots;
    this.filter = filter;
    this.recursive = recursive;
  }

  /// Every regular file below a directory.
  public static FileSet in(Path base) {
    return new FileSet(base, List.of(base), PathFilter.ALL, true);
  }

  /// These files, in this order; one that is given twice is there twice. A directory among them
  /// stands for the files below it, in their order. Relative paths are relative to the working
  /// directory, as everywhere, not to the base.
  ///
  /// @param base directory that the paths of entries are relative to; must have all files below it
  public static FileSet of(Path base, List<Path> files) {
    return new FileSet(base, List.copyOf(files), PathFilter.ALL, true);
  }

  /// Only files that one of these patterns matches, or one given before.
  ///
  /// @throws IllegalArgumentException saying what is wrong with a pattern
  public FileSet include(String... patterns) {
    return new FileSet(base, roots, filter.include(patterns), recursive);
  }

  /// No file that one of these patterns matches, whatever includes it. Wildcards here match hidden
  /// names too.
  ///
  /// @throws IllegalArgumentException saying what is wrong with a pattern
  public FileSet exclude(String... patterns) {
    return new FileSet(base, roots, filter.exclude(patterns), recursive);
  }

  /// With directories inside the base (or inside the directories of a list) or without; default
  /// with.
  public FileSet recursive(boolean value) {
    return new FileSet(base, roots, filter, value);
  }

  /// With hidden files or without; default without.
  public FileSet hidden(boolean value) {
    return new FileSet(base, roots, filter.hidden(value), recursive);
  }

  /// The directory that paths are relative to.
  public Path base() {
    return base;
  }

  /// One file.
  ///
  /// @param path relative to the base, with `/`
  /// @param file how to open it
  /// @param size bytes, when it was listed
  /// @param modified time of the last change, when it was listed
  public record Entry(String path, Path file, long size, FileTime modified) {}

  /// The files as they are now. Reads each directory and each file's attributes once. O(files).
  ///
  /// @throws java.io.UncheckedIOException when the base, a listed file or a directory cannot be
  ///     read, a name is not Unicode, or a link leads back; the message names the file
  /// @throws IllegalArgumentException when a listed file is not below the base
  public List<Entry> list() {
    return list(RunOptions.defaults());
  }

  /// Like [#list()], with options; large trees are read by several workers.
  ///
  /// @throws OperationCancelledException when cancelled
  public List<Entry> list(RunOptions options) {
    try (Execution execution = Execution.begin("listing files", options)) {
      FileTree.Selection selection = new FileTree.Selection(base, roots, filter, recursive);
      return execution.completed(FileTree.list(execution, selection));
    }
  }
}
