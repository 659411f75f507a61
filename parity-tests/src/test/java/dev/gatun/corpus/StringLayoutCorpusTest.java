package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatun.Gatun;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.parquet.StringLayout;
import dev.gatun.support.ArrowLayout;
import dev.gatun.support.ArrowValues;
import dev.gatun.support.Named;
import dev.gatun.support.ParquetBatches;
import dev.gatun.support.Setup;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Strings of every file of the corpus are the same in every layout.
class StringLayoutCorpusTest {
  private static final int BATCH_ROWS = 1000;
  private static final int MOST_BATCHES = 30;

  @TestFactory
  Stream<DynamicTest> files() {
    return ParquetManifest.all().stream()
        .filter(file -> file.expect() == ParquetManifest.Expect.MATCH)
        .flatMap(
            file ->
                Setup.engines().stream()
                    .map(setup -> Named.test(file + " on " + setup, () -> check(file, setup))));
  }

  private static void check(ParquetManifest file, Setup setup) {
    long before = Gatun.metrics().memory().liveBytes();
    try (ParquetBatches offsets = open(file, setup, StringLayout.OFFSETS)) {
      if (offsets.schema().fields().stream().noneMatch(StringLayoutCorpusTest::hasStrings)) {
        return;
      }
      try (ParquetBatches dictionaries = open(file, setup, StringLayout.DICTIONARY);
          ParquetBatches views = open(file, setup, StringLayout.VIEWS)) {
        boolean more = true;
        for (int i = 0; more && i < MOST_BATCHES; i++) {
          more = offsets.next();
          assertSame(more, offsets, dictionaries);
          assertSame(more, offsets, views);
        }
      }
    }
    assertEquals(before, Gatun.metrics().memory().liveBytes(), "bytes left behind");
  }

  private static ParquetBatches open(ParquetManifest file, Setup setup, StringLayout layout) {
    return ParquetBatches.open(
        file.file(), setup.options(), scan -> scan.batchRows(BATCH_ROWS).strings(layout));
  }

  private static boolean hasStrings(Field field) {
    return field.type() instanceof DataType.Utf8
        || field.type() instanceof DataType.Binary
        || field.children().stream().anyMatch(StringLayoutCorpusTest::hasStrings);
  }

  private static void assertSame(boolean more, ParquetBatches offsets, ParquetBatches other) {
    assertEquals(more, other.next());
    if (!more) {
      return;
    }
    List<ArrayData> expected = offsets.arrays();
    List<ArrayData> actual = other.arrays();
    assertEquals(other.schema().fields(), actual.stream().map(ArrayData::field).toList());
    for (int i = 0; i < expected.size(); i++) {
      if (hasStrings(expected.get(i).field())) {
        ArrowLayout.check(actual.get(i));
        assertEquals(ArrowValues.of(expected.get(i)), ArrowValues.of(actual.get(i)));
        assertFalse(isAsBefore(actual.get(i).field()), actual.get(i).field().name());
      }
    }
  }

  /// Whether a column has offsets still, without an annotation that explains it.
  private static boolean isAsBefore(Field field) {
    return field.metadata().isEmpty()
        && (field.type() instanceof DataType.Utf8 || field.type() instanceof DataType.Binary);
  }
}
