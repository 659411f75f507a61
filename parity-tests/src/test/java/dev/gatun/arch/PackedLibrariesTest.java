package dev.gatun.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gatun.bindings.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The native libraries in the jar: of every platform that was to be packed, each beside an index
/// with its name and digest.
final class PackedLibrariesTest {
  private static final String ROOT = "META-INF/native/";

  @Test
  void areThoseOfThePlatformsWithTheirDigests() throws IOException {
    Map<String, Set<String>> files = new TreeMap<>();
    try (ModuleReader jar = ModulesTest.module(Platform.class).open()) {
      for (String platform : platforms(jar)) {
        Properties index = new Properties();
        try (InputStream in = jar.open(ROOT + platform + "/native.properties").orElseThrow()) {
          index.load(in);
        }
        String file = index.getProperty("file");
        try (InputStream in = jar.open(ROOT + platform + "/" + file).orElseThrow()) {
          assertEquals(sha256(in.readAllBytes()), index.getProperty("sha256"), platform);
        }
        files.put(platform, Set.of(file));
      }
    }
    assumeFalse(files.isEmpty(), "skipped, because this is a build without natives");
    String prebuilt = System.getProperty("gatun.natives.dir");
    if (prebuilt == null) {
      Platform here = Platform.current();
      assertEquals(Set.of(here.libraryFile()), files.get(here.key()), files.toString());
    } else {
      assertEquals(filesIn(Path.of(prebuilt)), files);
    }
  }

  private static Set<String> platforms(ModuleReader jar) throws IOException {
    try (Stream<String> names = jar.list()) {
      return names
          .filter(name -> name.startsWith(ROOT) && !name.endsWith("/"))
          .map(name -> name.substring(ROOT.length()))
          .filter(name -> name.contains("/"))
          .map(name -> name.substring(0, name.indexOf('/')))
          .collect(Collectors.toSet());
    }
  }

  /// What is in the folders of the platforms.
  private static Map<String, Set<String>> filesIn(Path prebuilt) throws IOException {
    Map<String, Set<String>> expected = new TreeMap<>();
    try (var folders = Files.newDirectoryStream(prebuilt, Files::isDirectory)) {
      for (Path folder : folders) {
        try (Stream<Path> files = Files.list(folder)) {
          expected.put(
              folder.getFileName().toString(),
              files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
      }
    }
    return expected;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
