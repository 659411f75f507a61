package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.InputFormatException;
import dev.gatun.MemoryLimitException;
import dev.gatun.csv.CsvProblem.Kind;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import dev.gatun.support.TextFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Inputs that mean harm: cut off, broken, blown up, or changed while they are read.
class CsvHostileInputTest {
  private static final CsvDialect COMMA = CsvDialect.rfc4180().header(CsvDialect.Header.ABSENT);
  private static final long FIVE_GIGABYTES = 5_000_000_000L;
  private static final long MEMORY = 512L << 20;
  private static final int MEGA = 1 << 20;

  @TempDir private Path folder;
  private long before;

  @BeforeEach
  void look() {
    before = Gatun.metrics().memory().liveBytes();
  }

  @AfterEach
  void nothingIsLeft() {
    assertEquals(before, Gatun.metrics().memory().liveBytes());
  }

  static List<Setup> engines() {
    return Setup.engines();
  }

  private static CsvScan frugal(Setup setup, CsvScan scan) {
    return scan.dialect(COMMA).asStrings().options(setup.options().memoryLimit(MEMORY));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void gzipThatIsCutOff(Setup setup) throws IOException {
    byte[] whole = CsvFilesTest.gzip("1,2\n".repeat(MEGA).getBytes(UTF_8));
    assertEquals(MEGA, CsvOutcome.open(gzip(setup, whole)).well().rows());
    for (int size : new int[] {1, 9, 15, whole.length / 2, whole.length - 8, whole.length - 1}) {
      assertBroken(CsvOutcome.open(gzip(setup, Arrays.copyOf(whole, size))), size);
    }
    byte[] flipped = whole.clone();
    flipped[whole.length - 6] ^= 1;
    assertBroken(CsvOutcome.open(gzip(setup, flipped)), whole.length);
    byte[] noise = Arrays.copyOf(whole, whole.length + 20);
    noise[whole.length] = 77;
    CsvOutcome.open(gzip(setup, noise));
  }

  private static CsvScan gzip(Setup setup, byte[] bytes) {
    return frugal(setup, CsvScan.of("x.csv.gz", new ByteArrayInputStream(bytes)));
  }

  private static void assertBroken(CsvOutcome outcome, int size) {
    assertTrue(
        outcome.failure() instanceof String text
            && text.startsWith(InputFormatException.class.getName()),
        () -> size + " bytes: " + outcome.failure());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void decompressionBombs(Setup setup) throws IOException {
    Path field = bomb("field.csv.zst", "x");
    CsvScan scan = frugal(setup, CsvScan.of(field));
    CsvProblem problem = CsvOutcome.open(scan).problem();
    assertEquals(Kind.RECORD_TOO_LONG, problem.kind(), problem::toString);
    assertEquals(1, problem.line(), problem::toString);
    assertThrows(CsvException.class, scan::read);

    Path rows = bomb("rows.csv.zst", "1,2\n");
    CsvScan many = frugal(setup, CsvScan.of(rows)).limit(10_000_000);
    assertThrows(MemoryLimitException.class, () -> frugal(setup, CsvScan.of(rows)).read());
    long seen = 0;
    try (CsvReader reader = many.open()) {
      for (var batch = reader.next(); batch != null; batch = reader.next()) {
        seen += batch.rowCount();
      }
      assertTrue(reader.info().peakBytes() < MEMORY / 2, () -> reader.info().toString());
    }
    assertEquals(10_000_000, seen);
  }

  /// Five gigabytes of one text in a small file.
  private Path bomb(String name, String repeated) throws IOException {
    byte[] text = repeated.repeat((8 << 20) / repeated.length()).getBytes(UTF_8);
    byte[] frame = CsvFilesTest.zstd(text);
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (long size = 0; size < FIVE_GIGABYTES; size += text.length) {
      frames.write(frame);
    }
    return Files.write(folder.resolve(name), frames.toByteArray());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFileThatIsCutWhileItIsRead(Setup setup) throws IOException {
    Path file = Files.writeString(folder.resolve("cut.csv"), "12345,67890\n".repeat(3 * MEGA));
    for (long size : new long[] {0, 100, Files.size(file) / 2}) {
      Files.writeString(file, "12345,67890\n".repeat(3 * MEGA));
      try (CsvReader reader = frugal(setup, CsvScan.of(file)).batchBytes(MEGA).open()) {
        assertTrue(reader.next().rowCount() > 0);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
          channel.truncate(size);
        }
        drain(reader);
      } catch (CsvException | UncheckedIOException e) {
        assertTrue(e.getMessage().contains("cut.csv"), e.getMessage());
      }
    }
  }

  private static void drain(CsvReader reader) {
    for (var batch = reader.next(); batch != null; batch = reader.next()) {
      batch.column(0).asStrings().get(0);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void inputsThatAreNoFiles(Setup setup) throws IOException {
    Path none = folder.resolve("none.csv");
    var missing = assertThrows(UncheckedIOException.class, () -> CsvScan.of(none).open());
    assertTrue(missing.getMessage().contains("none.csv"), missing.getMessage());
    assertThrows(UncheckedIOException.class, () -> CsvScan.of(folder).read());
    CsvScan broken =
        frugal(
            setup,
            CsvScan.of(
                "broken",
                new java.io.InputStream() {
                  @Override
                  public int read() throws IOException {
                    throw new IOException("the disk is gone");
                  }
                }));
    var gone = assertThrows(UncheckedIOException.class, () -> drain(broken.open()));
    assertTrue(gone.getMessage().contains("the disk is gone"), gone.getMessage());
    assertInstanceOf(IOException.class, gone.getCause());
    try (TextFile empty = new TextFile(".csv")) {
      CsvScan scan = CsvScan.of(empty.write(new byte[0])).options(setup.options());
      assertEquals(0, CsvOutcome.open(scan).well().rows());
      assertEquals(0, CsvOutcome.read(scan).well().rows());
      assertEquals(0, CsvOutcome.records(scan).well().rows());
    }
  }
}
