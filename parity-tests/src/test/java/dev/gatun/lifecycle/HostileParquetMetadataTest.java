package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputSource;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.ParquetUnsupportedException;
import dev.gatun.parquet.RowGroup;
import dev.gatun.support.Footers;
import dev.gatun.support.Setup;
import dev.gatun.support.ThriftWriter;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Footers that lie: one of two exceptions with the place, never anything else.
class HostileParquetMetadataTest {
  static Stream<Setup> setups() {
    return Setup.engines().stream();
  }

  private static ParquetFile open(byte[] file, Setup setup) {
    return ParquetFile.open(InputSource.of("made-up", file), setup.options());
  }

  private static ThriftWriter schema(ThriftWriter out, int children, int leaves) {
    out.int32(1, 1).list(2, 12, leaves + 1L).begin().text(4, "root").int32(5, children).end();
    for (int i = 0; i < leaves; i++) {
      out.begin().int32(1, 1).int32(3, 0).text(4, "c" + i).end();
    }
    return out;
  }

  private static byte[] footer(ThriftWriter schema) {
    return schema.int64(3, 0).list(4, 12, 0).end().bytes();
  }

  @ParameterizedTest
  @MethodSource("setups")
  void whatIsCutOffAnywhereIsFound(Setup setup) {
    byte[] whole = Footers.file(Footers.random(1));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      var e = assertThrows(ParquetFormatException.class, () -> open(cut, setup));
      assertEquals("made-up", e.file());
    }
    byte[] footer = Footers.random(1);
    for (int length = 0; length < footer.length; length++) {
      byte[] cut = Footers.file(Arrays.copyOf(footer, length));
      assertThrows(ParquetFormatException.class, () -> open(cut, setup));
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void damagedFootersEndInOurExceptions(Setup setup) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2000; i++) {
      byte[] footer = Footers.random(i % 20);
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        footer[random.nextInt(footer.length)] = (byte) random.nextInt(256);
      }
      try (ParquetFile file = open(Footers.file(footer), setup)) {
        file.metadata().keyValues();
        file.metadata().createdBy();
        for (RowGroup group : file.metadata().rowGroups()) {
          group.sortingColumns();
          for (int c = 0; c < file.schema().columns().size(); c++) {
            group.statistics(c);
          }
        }
      } catch (ParquetException e) {
        assertEquals(1, String.valueOf(e.getMessage()).lines().count());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void encryptedFootersAreNamed(Setup setup) {
    byte[] file = Footers.file(Footers.random(1));
    file[file.length - 1] = 'E';
    var e = assertThrows(ParquetUnsupportedException.class, () -> open(file, setup));
    assertTrue(e.getMessage().contains("encrypted"), e::getMessage);
    assertNull(e.column());
    assertEquals(-1, e.rowGroup());
  }

  @ParameterizedTest
  @MethodSource("setups")
  void lyingSchemasAreRefused(Setup setup) {
    List<byte[]> footers =
        List.of(
            footer(schema(new ThriftWriter(), 2, 1)),
            footer(schema(new ThriftWriter(), 0, 1)),
            footer(schema(new ThriftWriter(), Integer.MAX_VALUE, 1)),
            footer(schema(new ThriftWriter(), -1, 1)),
            footer(new ThriftWriter().int32(1, 1).list(2, 12, 0)),
            new ThriftWriter().int32(1, 1).list(2, 12, 1L << 31).bytes(),
            new ThriftWriter().int32(1, 1).list(2, 12, -1).bytes(),
            schema(new ThriftWriter(), 1, 1).int64(3, -1).list(4, 12, 0).end().bytes(),
            schema(new ThriftWriter(), 1, 1)
                .int64(3, 0)
                .list(4, 12, 1)
                .begin()
                .list(1, 12, 0)
                .int64(2, 0)
                .int64(3, 0)
                .end()
                .end()
                .bytes());
    for (byte[] footer : footers) {
      byte[] file = Footers.file(footer);
      assertThrows(ParquetFormatException.class, () -> open(file, setup));
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void deepSchemasAreRefused(Setup setup) {
    ThriftWriter out = new ThriftWriter().int32(1, 1).list(2, 12, 100_000);
    out.begin().text(4, "root").int32(5, 1).end();
    for (int i = 2; i < 100_000; i++) {
      out.begin().int32(3, 0).text(4, "g").int32(5, 1).end();
    }
    out.begin().int32(1, 1).int32(3, 0).text(4, "leaf").end();
    byte[] file = Footers.file(footer(out));
    assertThrows(ParquetUnsupportedException.class, () -> open(file, setup));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void useAfterCloseIsRefused(Setup setup) {
    ParquetFile file =
        LongStream.range(0, 20)
            .mapToObj(seed -> open(Footers.file(Footers.random(seed)), setup))
            .filter(any -> !any.metadata().rowGroups().isEmpty())
            .findFirst()
            .orElseThrow();
    file.close();
    file.close();
    assertThrows(IllegalStateException.class, () -> file.metadata().rowGroups().get(0).rows());
  }
}
