package dev.gatun.bindings;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Puts a packed library where the dynamic linker can open it.
///
/// The place is named by the content: JVMs of one user share it, versions do not meet, nothing
/// needs to be cleaned up at exit, and a DLL that Windows has locked is never in the way.
final class LibraryExtractor {

  private LibraryExtractor() {}

  /// Extracts to `root/<first 16 digits of the digest>/<file>`, unless that very content is there
  /// already; anything else found there is replaced. The file's digest is right when this returns,
  /// and only this user can change it.
  ///
  /// @throws IOException if it cannot be written there, or the directory is not safe from other
  ///      users
  /// @throws LibraryException if the packed library itself is broken
  static Path extract(BundledLibrary library, Path root) throws IOException, LibraryException {
    Path parent = Files.createDirectories(root.toAbsolutePath().getParent());
    Path directory = PrivateDirectory.require(parent, root.getFileName().toString());
    directory = PrivateDirectory.require(directory, library.sha256().substring(0, 16));
    Path file = directory.resolve(library.file());
    if (!holds(file, library.sha256())) {
      write(file, library);
    }
    return file;
  }

  /// Writes beside the file and renames, so that nobody ever opens half a library.
  private static void write(Path file, BundledLibrary library)
      throws IOException, LibraryException {
    byte[] bytes = library.read();
    Path part =
        file.resolveSibling(
            library.file() + ".tmp-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    try {
      writeNew(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another JVM may have been first and hold the file open, which stops the move on Windows.
      if (!holds(file, library.sha256())) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(part);
    }
    if (!holds(file, library.sha256())) {
      throw new IOException(file + " does not hold what was written to it");
    }
  }

  private static void writeNew(Path file, byte[] bytes) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var permissions = PrivateDirectory.attributes(file, "r-x------");
    try (OutputStream out =
        Channels.newOutputStream(Files.newByteChannel(file, options, permissions))) {
      out.write(bytes);
    }
  }

  private static boolean holds(Path file, String sha256) throws IOException {
    return Files.isRegularFile(file, NOFOLLOW_LINKS)
        && Files.isReadable(file)
        && Sha256.of(file).equals(sha256);
  }
}
