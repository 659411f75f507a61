package dev.gatun.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.CancellationToken;
import dev.gatun.Gatun;
import dev.gatun.InputFormatException;
import dev.gatun.MemoryLimitException;
import dev.gatun.Metrics.OperationMetrics;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import dev.gatun.support.Setup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Limits, cancellation, progress, files that change or go away; and that nothing is left behind.
class SchemaLifecycleTest {
  @TempDir private Path folder = Path.of("");
  private Tree tree = new Tree(folder);
  private long before;

  @BeforeEach
  void make() {
    tree = new Tree(folder.resolve("db"));
    for (int i = 0; i < 40; i++) {
      tree.with("%02d.sql".formatted(i), "select '" + "x".repeat(100_000) + "';\n");
    }
    before = Gatun.metrics().memory().liveBytes();
  }

  @AfterEach
  void nothingIsLeft() {
    assertEquals(before, Gatun.metrics().memory().liveBytes());
  }

  private static SchemaResult discard(SchemaBuild build) {
    return build.write(OutputStream.nullOutputStream());
  }

  @Test
  void memoryDependsOnTheLargestFilesNotOnAll() {
    for (Setup setup : Setup.engines()) {
      RunOptions options = setup.options().threads(1).memoryLimit(3 << 20);
      SchemaResult result = discard(tree.build().options(options));
      assertTrue(result.bytes() > 4_000_000);
      assertTrue(result.info().peakBytes() <= 3 << 20);
      assertThrows(
          MemoryLimitException.class, () -> discard(tree.build().options(options).header(true)));
      RunOptions less = options.memoryLimit(100_000);
      assertThrows(MemoryLimitException.class, () -> discard(tree.build().options(less)));
    }
  }

  @Test
  void cancellationEndsIt() {
    CancellationToken token = new CancellationToken();
    RunOptions options = RunOptions.defaults().threads(2).cancelledBy(token);
    OutputStream cancelling =
        new OutputStream() {
          @Override
          public void write(int b) {
            token.cancel();
          }
        };
    Path out = folder.resolve("out.sql");
    assertThrows(
        OperationCancelledException.class, () -> tree.build().options(options).write(cancelling));
    assertThrows(OperationCancelledException.class, () -> tree.build().options(options).write(out));
    assertTrue(Files.notExists(out));
  }

  @Test
  void progressIsInBytes() {
    long[] last = new long[2];
    RunOptions options =
        RunOptions.defaults()
            .progress(
                (_, done, total) -> {
                  last[0] = done;
                  last[1] = total;
                });
    SchemaResult result = discard(tree.build().options(options));
    assertEquals(result.bytesRead(), last[1]);
    assertTrue(last[0] <= last[1]);
  }

  @Test
  void aStreamThatFailsIsAnError() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> tree.build().write(full));
    assertEquals("No space left on device", e.getCause().getMessage());
  }

  @Test
  void filesAreTakenAsTheyAreWhenTheyAreRead() {
    SchemaBuild part = tree.build().split(List.of(SchemaPart.of("all", "**"))).get("all");
    tree.with("00.sql", "").with("01.sql", "select '" + "y".repeat(5_000_000) + "';");
    assertEquals(Tree.text(tree.build()), Tree.text(part));
  }

  @Test
  void aFileThatIsGoneIsNamed() throws IOException {
    SchemaBuild part = tree.build().split(List.of(SchemaPart.of("all", "**"))).get("all");
    Path gone = tree.root().resolve("20.sql");
    Files.delete(gone);
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> discard(part));
    assertEquals(gone + ": no such file", e.getMessage());
  }

  @Test
  void theScanIsCounted() {
    long elements = scanned();
    discard(tree.build());
    assertEquals(40 + 1, scanned() - elements, "the files, and the separator");
    discard(tree.build().verify(false));
    assertEquals(40 + 2, scanned() - elements, "the separator alone");
  }

  @Test
  void buildsAndChecksThatEndWellHaveNotFailed() {
    Path out = folder.resolve("out.sql");
    OperationMetrics builds = operation("schema build");
    OperationMetrics checks = operation("schema check");
    tree.build().write(out);
    discard(tree.build());
    assertTrue(tree.build().check(out).current());
    assertThrows(InputFormatException.class, () -> discard(tree.with("00.sql", "'").build()));
    assertEquals(builds.calls() + 3, operation("schema build").calls());
    assertEquals(builds.failures() + 1, operation("schema build").failures());
    assertEquals(checks.calls() + 1, operation("schema check").calls());
    assertEquals(checks.failures(), operation("schema check").failures());
  }

  private static OperationMetrics operation(String name) {
    return Gatun.metrics().operations().stream()
        .filter(operation -> operation.operation().equals(name))
        .findFirst()
        .orElse(new OperationMetrics(name, 0, Duration.ZERO, 0, 0));
  }

  @Test
  void whatIsReadIsCounted() {
    long read = Gatun.metrics().input().bytes();
    SchemaResult result = discard(tree.build());
    assertEquals(result.bytesRead(), Gatun.metrics().input().bytes() - read);
  }

  private static long scanned() {
    return Gatun.metrics().kernels().stream()
        .filter(kernel -> kernel.kernel().equals("sql_scan"))
        .mapToLong(kernel -> kernel.elements())
        .sum();
  }
}
