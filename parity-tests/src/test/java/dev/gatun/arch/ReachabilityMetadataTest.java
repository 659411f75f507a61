package dev.gatun.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the jars tell GraalVM's native-image: each kind of call between Java and C, and what is
/// looked up by name. Compared with the calls that the classes really contain;
/// `-Dgatun.metadata.write=true` writes the files anew.
final class ReachabilityMetadataTest {
  private final ForeignCalls calls = new ForeignCalls();

  @Test
  void ofTheBindings() throws IOException {
    Map<String, Object> metadata =
        metadata(
            "resources",
            List.of(Map.of("glob", "META-INF/native/*/*")),
            "foreign",
            Map.of("downcalls", calls.downcalls()));
    check("bindings", "gatun-bindings", metadata);
  }

  @Test
  void ofTheApi() throws IOException {
    Map<String, Object> metadata =
        metadata(
            "reflection",
            calls.callbackTypes(),
            "resources",
            List.of(Map.of("glob", "dev/gatun/version.properties")),
            "foreign",
            metadata("downcalls", calls.criticalDowncalls(), "directUpcalls", calls.upcalls()));
    check("java-api", "gatun", metadata);
  }

  /// The collector sees what is there: some calls of each kind that certainly are.
  @Test
  void callsOfEachKindAreFound() {
    assertTrue(
        calls
            .downcalls()
            .contains(Map.of("returnType", "jint", "parameterTypes", List.of("void*", "jint"))),
        "memfd_create");
    assertEquals(
        Set.of("releaseSchema", "releaseArray", "getSchema", "getNext", "getLastError", "release"),
        calls.upcalls().stream().map(call -> call.get("method")).collect(Collectors.toSet()));
    assertEquals(2, calls.criticalDowncalls().size(), "gatun_csr_build_count and _scatter");
  }

  /// In this order, which is the file's.
  private static Map<String, Object> metadata(Object... keysAndValues) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      metadata.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return metadata;
  }

  private static void check(String module, String artifact, Map<String, Object> metadata)
      throws IOException {
    Path file =
        Repository.ROOT
            .resolve(module + "/src/main/resources/META-INF/native-image/dev.gatun")
            .resolve(artifact + "/reachability-metadata.json");
    if (Boolean.getBoolean("gatun.metadata.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(metadata) + "\n");
    }
    assertEquals(
        metadata,
        JSON.std.anyFrom(Files.readString(file)),
        file + " is not up to date: run this test with -Dgatun.metadata.write=true");
  }
}
