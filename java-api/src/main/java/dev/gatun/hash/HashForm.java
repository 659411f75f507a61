package dev.gatun.hash;

/// How a list of files becomes one digest. Both forms depend on the order of the files and on every
/// byte of them, on nothing else about them (not on times, permissions or owners), and are the same
/// on every platform and engine and with any number of threads.
public enum HashForm {
  /// SHA-256 over, for each file in order, its relative path in UTF-8 and then its bytes, without
  /// anything between. One stream: it cannot be computed in parallel, nor from digests of files. A
  /// renamed file changes it. The digest of no files is that of no bytes.
  ///
  /// It has no lengths in it, so that where a path ends and its file's bytes begin can be argued
  /// about: the file `a` with the bytes `bc` gives what the file `ab` with `c` does. Where files
  /// come from somebody who might make use of that, take [#TREE] and compare paths as well.
  FLAT,

  /// SHA-256 over the 32-byte SHA-256 digests of the files' bytes, in order. Files are hashed in
  /// parallel, and those that a cache knows are not read. Paths are not in it: only the order that
  /// they give. The digest of no files is that of no bytes.
  TREE
}
