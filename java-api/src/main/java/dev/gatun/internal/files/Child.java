package dev.gatun.internal.files;

import dev.gatun.FileSet.Entry;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name in a folder, or a root of a selection; and what it is, when it was looked at. What is not
/// wanted stays neither file nor folder.
final class Child {
  final Path path;
  final String name;
  @Nullable Entry file;
  @Nullable Folder folder;

  Child(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /// Appends the files in their order.
  static void collect(List<Child> children, List<Entry> into) {
    for (Child child : children) {
      if (child.file != null) {
        into.add(child.file);
      } else if (child.folder != null) {
        collect(child.folder.children(), into);
      }
    }
  }
}
