package dev.gatun.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The digest over per-file digests as one writes it with the JDK alone.
final class JdkHash {
  private static final int BUFFER = 1 << 17;

  private JdkHash() {}

  /// @param parallel whether files are read and hashed side by side, on all processors
  static String tree(List<Path> files, boolean parallel) {
    Stream<Path> stream = parallel ? files.parallelStream() : files.stream();
    MessageDigest all = sha256();
    stream.map(JdkHash::digest).forEachOrdered(all::update);
    return HexFormat.of().formatHex(all.digest());
  }

  private static byte[] digest(Path file) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
        digest.update(buffer, 0, size);
      }
      return digest.digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
