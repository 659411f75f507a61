package dev.gatun.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.arrow.ArrowExport;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.StringLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.util.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// arrow-java imports the strings of a scan in each layout.
class ExportedStringsTest {
  private static final int ROWS = 5000;

  @TempDir private Path folder;

  private static LeafType text() {
    return LeafType.ALL.stream()
        .filter(
            type ->
                type.parquet(org.apache.parquet.schema.Type.Repetition.OPTIONAL, "x")
                    .toString()
                    .contains("STRING"))
        .findFirst()
        .orElseThrow();
  }

  private static String text(int row) {
    return row % 13 == 0 ? null : "a".repeat(row % 20) + (row % 2000 < 1000 ? row % 30 : row);
  }

  private Path write() throws IOException {
    Path file = folder.resolve("strings.parquet");
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(Arrays.asList((Object) text(i)));
    }
    ParquetJava.write(
        file,
        new Node.Struct("root", false, List.of(new Node.Leaf("s", true, text()))),
        rows,
        writing ->
            writing
                .withRowGroupRowCountLimit(2000)
                .withPageRowCountLimit(100)
                .withDictionaryPageSize(2000));
    return file;
  }

  @ParameterizedTest
  @EnumSource
  void importedByArrowJava(StringLayout layout) throws Exception {
    Path path = write();
    long before = MemoryAccount.process().live();
    List<Object> values = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator);
        ParquetFile file = ParquetFile.open(path)) {
      ParquetReader reader = file.scan().strings(layout).batchRows(300).open();
      ArrowExport.stream(reader, stream.memoryAddress());
      try (ArrowReader imported = Data.importArrayStream(allocator, stream)) {
        while (imported.loadNextBatch()) {
          add(imported, imported.getVectorSchemaRoot().getVector(0), values);
        }
      }
    }
    assertEquals(ROWS, values.size());
    for (int i = 0; i < ROWS; i++) {
      assertEquals(text(i), values.get(i));
    }
    assertEquals(before, MemoryAccount.process().live());
    Files.delete(path);
  }

  private static void add(ArrowReader reader, FieldVector vector, List<Object> values) {
    if (vector.getField().getDictionary() == null) {
      addText(vector, values);
      return;
    }
    var dictionary = reader.lookup(vector.getField().getDictionary().getId());
    try (ValueVector decoded = DictionaryEncoder.decode(vector, dictionary)) {
      addText(decoded, values);
    }
  }

  private static void addText(ValueVector vector, List<Object> values) {
    for (int i = 0; i < vector.getValueCount(); i++) {
      values.add(vector.getObject(i) instanceof Text text ? text.toString() : null);
    }
  }
}
