package dev.gatun.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Tests that leave something behind fail, others do not: JUnit runs some inside this one.
class LeakTest {
  private static final List<AutoCloseable> LEFT = new ArrayList<>();

  @TempDir static Path folder;

  @AfterEach
  void clearUp() throws Exception {
    for (AutoCloseable left : LEFT) {
      left.close();
    }
    LEFT.clear();
  }

  private static Region region() {
    Region region = new Region(MemoryAccount.process());
    region.allocate(1000);
    return region;
  }

  private static void leave() {
    LEFT.add(region());
  }

  /// How the tests of a class, and the class itself, have ended: what was thrown, or "ok".
  private static Map<String, String> results(Class<?> tests) {
    Map<String, String> results = new TreeMap<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(tests))
            .configurationParameter("jqwik.database", folder.resolve("jqwik").toString())
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                String end = result.getThrowable().map(Throwable::getMessage).orElse("ok");
                results.put(test.getDisplayName(), end);
              }
            });
    return results;
  }

  private static void assertLeak(String name, String result) {
    assertEquals(
        name + " leaves 1,000 bytes off the heap behind",
        result.substring(0, Math.max(0, result.indexOf(':'))),
        result);
  }

  static class OfMethods {
    @Test
    void leaves() {
      leave();
    }

    @Test
    void clean() {
      region().close();
    }

    @Test
    void cleanInTime() {
      Region region = region();
      Thread.ofPlatform()
          .start(
              () -> {
                try {
                  Thread.sleep(100);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                region.close();
              });
    }
  }

  @Test
  void aTestOfJupiter() {
    Map<String, String> results = results(OfMethods.class);
    assertLeak("leaves()", results.get("leaves()"));
    assertEquals("ok", results.get("clean()"));
    assertEquals("ok", results.get("cleanInTime()"));
  }

  static class OfSetUp {
    @BeforeEach
    void setUp() {
      leave();
    }

    @Test
    void innocent() {}
  }

  @Test
  void aSetUpOfJupiter() {
    assertLeak("innocent()", results(OfSetUp.class).get("innocent()"));
  }

  static class KeptForAll {
    private static Region region;

    @BeforeAll
    static void setUp() {
      region = region();
    }

    @Test
    void uses() {
      region.allocate(0);
    }

    @AfterAll
    static void tearDown() {
      region.close();
    }
  }

  static class LeftByAll {
    @BeforeAll
    static void setUp() {
      leave();
    }

    @Test
    void uses() {}
  }

  @Test
  void aClassMayKeepThingsUntilItsEnd() {
    assertEquals("ok", results(KeptForAll.class).get("uses()"));
    assertEquals("ok", results(KeptForAll.class).get("LeakTest$KeptForAll"));
    Map<String, String> results = results(LeftByAll.class);
    assertEquals("ok", results.get("uses()"));
    assertLeak("LeakTest$LeftByAll", results.get("LeakTest$LeftByAll"));
  }

  static class OpenFile {
    @Test
    void opens(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("kept"), "text");
      LEFT.add(FileChannel.open(file));
    }
  }

  @Test
  void aClassThatLeavesAFileOpen() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
    String result = results(OpenFile.class).get("LeakTest$OpenFile");
    assertTrue(result.startsWith("LeakTest$OpenFile leaves files open: ["), result);
  }

  static class Properties {
    @Property(tries = 1)
    void leaves() {
      leave();
    }

    @Property(tries = 1)
    void clean() {
      region().close();
    }
  }

  @Test
  void aPropertyOfJqwik() {
    Map<String, String> results = results(Properties.class);
    assertLeak("leaves", results.get("leaves"));
    assertEquals("ok", results.get("clean"));
  }
}
