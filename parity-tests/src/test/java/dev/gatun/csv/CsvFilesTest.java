package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.DataType;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Several files of the same columns, one after the other, compressed or not.
class CsvFilesTest {
  private static final DataType LONG = new DataType.Int(64, true);
  private static final DataType DOUBLE = new DataType.FloatingPoint(64);

  @TempDir private Path folder;

  static List<Setup> engines() {
    return Setup.engines();
  }

  private Path write(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    return Files.write(
        folder.resolve(name),
        name.endsWith(".gz") ? gzip(bytes) : name.endsWith(".zst") ? zstd(bytes) : bytes);
  }

  static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text);
    }
    return bytes.toByteArray();
  }

  static byte[] zstd(byte[] text) {
    ZstdJavaCompressor compressor = new ZstdJavaCompressor();
    byte[] frame = new byte[compressor.maxCompressedLength(text.length)];
    return Arrays.copyOf(frame, compressor.compress(text, 0, text.length, frame, 0, frame.length));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void oneAfterTheOther(Setup setup) throws IOException {
    CsvScan scan =
        CsvScan.of(
                write("a.csv", "n,s\n1,x\n2,y"),
                write("b.csv.gz", "n,s\r\n3,z\r\n"),
                write("empty.csv", "n,s\n"),
                write("c.csv.zst", "n,s\n4.5,\"w\n\"\n"))
            .dialect(CsvDialect.rfc4180())
            .options(setup.options());
    for (CsvOutcome outcome : List.of(CsvOutcome.open(scan), CsvOutcome.read(scan))) {
      assertEquals(List.of(DOUBLE, new DataType.Utf8()), outcome.well().types());
      assertEquals(List.of("x", "y", "z", "w\n"), outcome.columns().get(1));
    }
    assertEquals(3, CsvOutcome.read(scan.limit(3)).well().rows());
    assertEquals(
        List.of(DOUBLE, new DataType.Utf8()), CsvOutcome.read(scan.limit(4)).well().types());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void placesAreThoseOfTheFile(Setup setup) throws IOException {
    Path a = write("a.csv", "n\n1\n\"2\"\n");
    Path b = write("b.csv", "n\n\n\"3\"\nx\n");
    CsvScan scan =
        CsvScan.of(a, b)
            .dialect(CsvDialect.rfc4180())
            .type("n", LONG)
            .options(setup.options())
            .batchBytes(1);
    CsvOutcome outcome = CsvOutcome.open(scan);
    assertEquals(3, outcome.rows());
    assertTrue(outcome.problem().file().endsWith("b.csv"), outcome.problem()::toString);
    assertEquals(
        new NaiveReader.Place(4, 2, 1, "n", 7, CsvProblem.Kind.BAD_VALUE),
        NaiveReader.Place.of(outcome.problem()));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void otherColumns(Setup setup) throws IOException {
    Path a = write("a.csv", "n,s\n1,2\n");
    for (String other : List.of("n\n1\n", "n,t\n1,2\n", "s,n\n1,2\n", "n,s,t\n1,2,3\n")) {
      CsvScan scan =
          CsvScan.of(a, write("b.csv", other))
              .dialect(CsvDialect.rfc4180())
              .options(setup.options());
      CsvOutcome outcome = CsvOutcome.read(scan);
      assertEquals(CsvProblem.Kind.OTHER_COLUMNS, outcome.problem().kind(), other);
      assertTrue(outcome.problem().file().endsWith("b.csv"), outcome.problem()::toString);
    }
    CsvScan missing = CsvScan.of(a).options(setup.options()).columns("s", "none");
    assertThrows(IllegalArgumentException.class, missing::read);
    assertThrows(IllegalArgumentException.class, missing::open);
    assertThrows(IllegalArgumentException.class, () -> CsvScan.of(List.of()));
  }

  /// The same text, whatever it is packed in.
  @ParameterizedTest
  @MethodSource("engines")
  void compressedStreams(Setup setup) throws IOException {
    byte[] text = "n,s\n1,x\n2,y\n".getBytes(UTF_8);
    CsvOutcome plain = stream(setup, "x.csv", text);
    assertEquals(plain, stream(setup, "x.csv.gz", gzip(text)));
    assertEquals(plain, stream(setup, "x.csv.zst", zstd(text)));
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int at = 0; at < text.length; at++) {
      members.write(gzip(new byte[] {text[at]}));
    }
    assertEquals(plain, stream(setup, "x.csv.gz", members.toByteArray()));
  }

  private static CsvOutcome stream(Setup setup, String name, byte[] bytes) {
    CsvScan scan =
        CsvScan.of(name, new ByteArrayInputStream(bytes))
            .dialect(CsvDialect.rfc4180())
            .options(setup.options());
    return CsvOutcome.open(scan).well();
  }
}
