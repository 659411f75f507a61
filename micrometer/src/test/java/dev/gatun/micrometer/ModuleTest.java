package dev.gatun.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.bindings.Platform;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The jar as a module.
class ModuleTest {
  private static final ModuleFinder FINDER =
      ModuleFinder.of(
          home(GatunMetrics.class),
          home(Gatun.class),
          home(Platform.class),
          home(NullMarked.class),
          home(MeterRegistry.class),
          home(ObservationRegistry.class),
          home(KeyValue.class));

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static ModuleDescriptor own() {
    return FINDER.find("dev.gatun.micrometer").orElseThrow().descriptor();
  }

  @Test
  void requiresGatunAndMicrometer() {
    assertFalse(own().isAutomatic());
    assertEquals(
        Set.of("java.base", "dev.gatun", "micrometer.core"),
        own().requires().stream()
            .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toSet()));
    assertEquals(Set.of("dev.gatun.micrometer"), own().packages());
  }

  /// A name that came from the file's would change with it.
  @Test
  void micrometersNameIsItsOwn() throws IOException {
    try (JarFile jar = new JarFile(home(MeterRegistry.class).toFile())) {
      assertEquals(
          "micrometer.core",
          jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
    }
  }

  @Test
  void resolvesOnAModulePath() {
    Configuration modules =
        ModuleLayer.boot()
            .configuration()
            .resolve(FINDER, ModuleFinder.of(), Set.of("dev.gatun.micrometer"));
    assertTrue(modules.findModule("dev.gatun.bindings").isPresent());
    assertTrue(modules.findModule("micrometer.core").isPresent());
  }
}
