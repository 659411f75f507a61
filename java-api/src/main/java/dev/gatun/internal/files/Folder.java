package dev.gatun.internal.files;

import dev.gatun.FileSet.Entry;
import dev.gatun.internal.files.FileTree.Pace;
import dev.gatun.internal.io.IoFailures;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A directory of the tree: lists its names, sorts them, then looks at them in pieces, which other
/// workers may take.
final class Folder {
  private final FileTree tree;
  private final @Nullable Folder parent;
  private final Path path;
  private final String prefix;
  private final PathFilter.Place place;
  private final @Nullable Object key;
  private List<Child> children = List.of();

  /// @param prefix what the paths of its files begin with
  /// @param attributes its own
  Folder(
      FileTree tree,
      @Nullable Folder parent,
      Path path,
      String prefix,
      PathFilter.Place place,
      BasicFileAttributes attributes) {
    this.tree = tree;
    this.parent = parent;
    this.path = path;
    this.prefix = prefix;
    this.place = place;
    this.key = attributes.fileKey();
  }

  /// What is in it, in order.
  List<Child> children() {
    return children;
  }

  /// Work: reads the names.
  void list(Pace pace) throws IOException {
    children = names(pace);
    tree.inPieces(children, this::look, pace);
  }

  private List<Child> names(Pace pace) throws IOException {
    List<Child> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      for (Path child : stream) {
        names.add(child(child));
        if (names.size() % FileTree.PIECE == 0) {
          pace.advance(0);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(Comparator.comparing(child -> child.name, PathOrder.INSTANCE));
    return names;
  }

  private static Child child(Path path) {
    try {
      return new Child(path, FileNames.last(path));
    } catch (FileSystemException e) {
      throw IoFailures.of(path.toString(), e);
    }
  }

  private void look(Child child) throws IOException {
    boolean wanted = tree.filter().isWanted(place, child.name, false);
    PathFilter.Place inside =
        tree.isRecursive() ? tree.filter().enter(place, child.name, false) : null;
    boolean open = inside != null && tree.filter().mayHoldWanted(inside);
    if (!wanted && !open) {
      return;
    }
    BasicFileAttributes attributes = attributes(child.path, wanted);
    if (attributes == null) {
      return;
    }
    String childPath = prefix + child.name;
    if (attributes.isDirectory()) {
      if (inside != null && open) {
        requireNoLoop(child.path, attributes.fileKey());
        child.folder = new Folder(tree, this, child.path, childPath + "/", inside, attributes);
        tree.add(child.path, child.folder::list);
      }
    } else if (wanted && attributes.isRegularFile()) {
      child.file =
          new Entry(childPath, child.path, attributes.size(), attributes.lastModifiedTime());
    }
  }

  /// Null for what went away since the names were read, and for a link that leads nowhere if that
  /// does not matter.
  private static @Nullable BasicFileAttributes attributes(Path path, boolean wanted)
      throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      if (wanted && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        FileSystemException failure =
            new FileSystemException(path.toString(), null, "is a link to what is not there");
        failure.initCause(e);
        throw failure;
      }
      return null;
    }
  }

  private void requireNoLoop(Path child, @Nullable Object childKey) throws IOException {
    for (Folder above = this; above != null; above = above.parent) {
      boolean same =
          childKey != null && above.key != null
              ? childKey.equals(above.key)
              : Files.isSameFile(child, above.path);
      if (same) {
        throw new FileSystemException(
            child.toString(), null, "is a link to a directory that it lies in, " + above.path);
      }
    }
  }
}
