package dev.gatun.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.bindings.NativeStatus.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gatun.native` and `GATUN_NATIVE`.
final class SwitchedOffTest {

  @TempDir private Path directory;
  private Bundle bundle;

  @BeforeEach
  void makeBundle() throws IOException {
    bundle = new Bundle(directory);
  }

  @Test
  void byProperty() throws IOException {
    bundle.pack(FakeLibrary.matching(directory));
    bundle.properties.put("gatun.native", "off");
    bundle.assertNotLoaded(State.OFF, "system property gatun.native");
    assertNull(bundle.load().symbols());
  }

  @Test
  void byVariable() throws IOException {
    bundle.pack(FakeLibrary.matching(directory));
    bundle.variables.put("GATUN_NATIVE", "OFF");
    bundle.assertNotLoaded(State.OFF, "environment variable GATUN_NATIVE");
  }

  @Test
  void thePropertyIsNearerThanTheVariable() throws IOException {
    bundle.pack(FakeLibrary.matching(directory));
    bundle.properties.put("gatun.native", "on");
    bundle.variables.put("GATUN_NATIVE", "off");
    assertTrue(bundle.status().available());
  }

  @Test
  void winsOverAPath() throws IOException {
    bundle.properties.put("gatun.native", "off");
    bundle.properties.put("gatun.native.path", FakeLibrary.matching(directory).toString());
    assertEquals(State.OFF, bundle.status().state());
  }

  @Test
  void anUnknownWordIsReportedAndChangesNothing() throws IOException {
    bundle.pack(FakeLibrary.matching(directory));
    bundle.properties.put("gatun.native", "of");
    NativeStatus status = bundle.status();
    assertTrue(status.available());
    assertEquals(
        List.of("system property gatun.native = of is neither on nor off: taken for on"),
        status.attempts());
  }
}
