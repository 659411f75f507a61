package dev.gatun.hash;

import dev.gatun.FileSet;

/// A file and the SHA-256 of its bytes.
///
/// @param entry the file
/// @param digest of its bytes alone, as `sha256sum` prints it
public record HashedFile(FileSet.Entry entry, Sha256 digest) {}
