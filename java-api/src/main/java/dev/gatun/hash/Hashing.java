package dev.gatun.hash;

import dev.gatun.FileSet;
import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.hash.FileHashing;
import dev.gatun.internal.hash.MemoryHashing;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// SHA-256 (FIPS 180-4) of sets of files, single files and bytes.
///
/// ```java
/// HashResult schema =
///     Hashing.hashFiles(FileSet.in(Path.of("db")).include("*.sql"), HashForm.TREE);
/// System.out.println(schema.digest());
/// ```
///
/// Files are read once, from beginning to end. A file that is missing, cannot be read, or has
/// another length than when it was listed ends the call with an [java.io.UncheckedIOException]
/// whose message begins with its name. (So do files of `/proc`: the system does not know their
/// lengths.)
///
/// Off-heap memory: 32 bytes for each file, and at most 4 MiB for each worker (in the flat form
/// 1.1 MiB, and 4.4 MiB more), whatever the sizes of files.
public final class Hashing {
  private Hashing() {}

  /// Hashes a set of files. O(bytes).
  ///
  /// @throws java.io.UncheckedIOException when a file cannot be listed or read
  public static HashResult hashFiles(FileSet files, HashForm form) {
    return hashFiles(files, form, HashOptions.defaults());
  }

  /// Like [#hashFiles(FileSet, HashForm)], with options.
  ///
  /// @throws java.io.UncheckedIOException when a file cannot be listed or read, or the cache cannot
  ///     be written
  /// @throws IllegalArgumentException when the cache is one of the files
  /// @throws dev.gatun.OperationCancelledException when cancelled
  /// @throws dev.gatun.MemoryLimitException when the limit does not suffice; nothing was read then
  public static HashResult hashFiles(FileSet files, HashForm form, HashOptions options) {
    try (Execution execution = Execution.begin("hashing files", options.run())) {
      return FileHashing.run(execution, files, form, options);
    }
  }

  /// The digest of a file's bytes.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be read
  public static Sha256 hashFile(Path file) {
    return hashFile(file, RunOptions.defaults());
  }

  /// Like [#hashFile(Path)], with options.
  public static Sha256 hashFile(Path file, RunOptions options) {
    try (Execution execution = Execution.begin("hashing a file", options)) {
      return execution.completed(FileHashing.one(execution, file));
    }
  }

  /// The digest of bytes.
  public static Sha256 hash(byte[] bytes) {
    return hash(MemorySegment.ofArray(bytes));
  }

  /// The digest of bytes, on the heap or off it.
  public static Sha256 hash(MemorySegment bytes) {
    return hash(bytes, RunOptions.defaults());
  }

  /// Like [#hash(MemorySegment)], with options. Runs on the calling thread.
  public static Sha256 hash(MemorySegment bytes, RunOptions options) {
    try (Execution execution = Execution.begin("hashing bytes", options)) {
      return execution.completed(MemoryHashing.hash(execution, bytes));
    }
  }
}
