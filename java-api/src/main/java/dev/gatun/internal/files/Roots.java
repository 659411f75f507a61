package dev.gatun.internal.files;

import dev.gatun.FileSet.Entry;
import dev.gatun.internal.files.FileTree.Pace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// The files and directories that a caller named, with their paths below the base.
final class Roots {
  private final FileTree tree;
  private final Path base;
  private final List<Child> children;

  Roots(FileTree tree, Path base, List<Path> roots) {
    this.tree = tree;
    this.base = base.toAbsolutePath().normalize();
    this.children = roots.stream().map(root -> new Child(root, "")).toList();
  }

  /// In the order given.
  List<Child> children() {
    return children;
  }

  /// Work: looks at all of them.
  void list(Pace pace) throws IOException {
    tree.inPieces(children, this::look, pace);
  }

  private void look(Child child) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(child.path, BasicFileAttributes.class);
    PathFilter.Place place = tree.filter().start();
    StringBuilder prefix = new StringBuilder();
    Path at = base;
    String name = "";
    for (Path component : relative(child.path)) {
      if (!name.isEmpty()) {
        place = tree.filter().enter(place, name, true);
        prefix.append(name).append('/');
      }
      at = at.resolve(component);
      name = FileNames.last(at);
    }
    if (attributes.isDirectory()) {
      String below = name.isEmpty() ? "" : prefix + name + "/";
      PathFilter.Place inside = name.isEmpty() ? place : tree.filter().enter(place, name, true);
      child.folder = new Folder(tree, null, child.path, below, inside, attributes);
      if (tree.filter().mayHoldWanted(inside)) {
        tree.add(child.path, child.folder::list);
      }
    } else if (!attributes.isRegularFile()) {
      throw new FileSystemException(
          child.path.toString(), null, "is neither a file nor a directory");
    } else if (tree.filter().isWanted(place, name, true)) {
      child.file =
          new Entry(prefix + name, child.path, attributes.size(), attributes.lastModifiedTime());
    }
  }

  /// No components for the base itself.
  private Iterable<Path> relative(Path root) {
    Path full = root.toAbsolutePath().normalize();
    if (full.equals(base)) {
      return List.of();
    }
    if (!full.startsWith(base)) {
      throw new IllegalArgumentException(root + " is not below the base directory " + base);
    }
    return base.relativize(full);
  }
}
