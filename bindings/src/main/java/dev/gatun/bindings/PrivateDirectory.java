package dev.gatun.bindings;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Directories that only the user of this process can write to. In a shared temp directory anybody
/// may have made the directory first; what it holds would then be run as this user.
///
/// Windows has no such permissions: there only links are refused, and the temp directory is the
/// user's own.
final class PrivateDirectory {

  private static final int STICKY = 01000;
  private static final int GROUP_WRITES = 0020;
  private static final int OTHERS_WRITE = 0002;

  private PrivateDirectory() {}

  /// Makes the directory `parent/name` with mode 0700, or checks the one that is there. `parent`
  /// must exist.
  ///
  /// @throws IOException if it is a link, belongs to another user, or others can write to it or
  ///      replace it
  static Path require(Path parent, String name) throws IOException {
    Path directory = parent.toRealPath().resolve(name);
    try {
      Files.createDirectory(directory, attributes(directory, "rwx------"));
    } catch (FileAlreadyExistsException _) {
      // Whoever made it: it is checked next.
    }
    if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
      throw new IOException(directory + " is a link or a file, not a directory");
    }
    if (isPosix(directory)) {
      refuseOthersDirectory(directory);
      for (Path above = directory.getParent(); above != null; above = above.getParent()) {
        refuseReplaceable(above);
      }
    }
    return directory;
  }

  /// Permissions for a new file or directory, none where the file system has none.
  static FileAttribute<?>[] attributes(Path path, String permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static void refuseOthersDirectory(Path directory) throws IOException {
    int owner = (int) Files.getAttribute(directory, "unix:uid", NOFOLLOW_LINKS);
    if (owner != Posix.effectiveUser()) {
      throw new IOException(directory + " belongs to another user (id " + owner + ")");
    }
    if ((mode(directory) & (GROUP_WRITES | OTHERS_WRITE)) != 0) {
      throw new IOException(directory + " can be written to by other users");
    }
  }

  /// Whoever can write to a directory above can put another one in place of ours, unless it is
  /// sticky as /tmp is.
  private static void refuseReplaceable(Path directory) throws IOException {
    int mode = mode(directory);
    if ((mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0) {
      throw new IOException(directory + " can be written to by every user and is not sticky");
    }
  }

  private static int mode(Path directory) throws IOException {
    return (int) Files.getAttribute(directory, "unix:mode", NOFOLLOW_LINKS);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }
}
