package dev.gatun.bindings;

import dev.gatun.bindings.NativeStatus.State;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The library packed for one platform, with the digest that the build wrote beside it.
///
/// `META-INF/native/<os>-<arch>/` holds the library's file and `native.properties`, which says its
/// name (`file`) and digest (`sha256`). One index for each platform: jars with one platform each
/// can stand beside one another on a class path.
///
/// @param file name of the library's file
/// @param sha256 its digest, 64 hex digits
/// @param resource its name for `resources`
record BundledLibrary(String file, String sha256, String resource, ClassLoader resources) {

  private static final String ROOT = "META-INF/native/";
  private static final String INDEX = "native.properties";

  /// @throws LibraryException if nothing is packed for the platform, or the index is damaged
  static BundledLibrary find(ClassLoader resources, Platform platform) throws LibraryException {
    if (platform.unknown() != null) {
      throw new LibraryException(State.NOT_BUNDLED, platform.unknown());
    }
    String folder = ROOT + platform.key() + "/";
    Properties index = index(resources, folder + INDEX);
    if (index == null) {
      throw new LibraryException(
          State.NOT_BUNDLED, "no libgatun for " + platform.key() + " is packed in this jar");
    }
    String sha256 = index.getProperty("sha256", "");
    String file = index.getProperty("file", "");
    if (!Sha256.isDigest(sha256) || !file.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
      throw new LibraryException(
          State.FAILED, folder + INDEX + " is damaged: file=" + file + ", sha256=" + sha256);
    }
    return new BundledLibrary(file, sha256, folder + file, resources);
  }

  /// The library's bytes.
  ///
  /// @throws LibraryException if they are missing or are not what the digest says
  byte[] read() throws LibraryException {
    byte[] bytes;
    try (InputStream in = open(resources, resource)) {
      if (in == null) {
        throw new FileNotFoundException("it is listed, but missing");
      }
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new LibraryException(State.FAILED, "cannot read " + resource + ": " + e.getMessage());
    }
    String actual = Sha256.of(bytes);
    if (!actual.equals(sha256)) {
      throw new LibraryException(
          State.FAILED, resource + " has SHA-256 " + actual + ", but " + INDEX + " says " + sha256);
    }
    return bytes;
  }

  private static @Nullable Properties index(ClassLoader resources, String name)
      throws LibraryException {
    try (InputStream in = open(resources, name)) {
      if (in == null) {
        return null;
      }
      Properties index = new Properties();
      index.load(in);
      return index;
    } catch (IOException | IllegalArgumentException e) {
      throw new LibraryException(State.FAILED, "cannot read " + name + ": " + e.getMessage());
    }
  }

  /// Opens a resource without the JVM-wide cache of jar files, which would keep a redeployed jar
  /// open.
  private static @Nullable InputStream open(ClassLoader resources, String name) throws IOException {
    URL url = resources.getResource(name);
    if (url == null) {
      return null;
    }
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
