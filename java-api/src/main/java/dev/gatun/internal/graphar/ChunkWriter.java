package dev.gatun.internal.graphar;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.csv.write.CsvOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes one data file of properties, behind columns of numbers.
final class ChunkWriter implements AutoCloseable {
  private static final CsvOutput.Form FORM = new CsvOutput.Form(',', '"', true, "");

  private final FileChannel channel;
  private final CsvOutput output;

  /// @param numbers names of the columns that come first
  ChunkWriter(Path file, List<String> numbers, List<Field> fields) throws IOException {
    List<Field> all = new ArrayList<>();
    numbers.forEach(name -> all.add(new Field(name, new DataType.Int(Long.SIZE, true), false)));
    all.addAll(fields);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    output = new CsvOutput(channel, false, new Schema(all, Map.of()), FORM);
  }

  /// Writes numbers and a row.
  void write(TableRows table, long row, long... numbers) throws IOException {
    output.write(table.part(row), table.rowOfPart(row), numbers);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      output.finish();
    }
  }

  /// Writes one data file of nothing but numbers.
  static final class Numbers implements AutoCloseable {
    private final BufferedWriter writer;

    Numbers(Path file, String... columns) throws IOException {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      writer =
          Files.newBufferedWriter(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      writer.write(String.join(",", columns) + "\n");
    }

    void write(long value) throws IOException {
      writer.write(Long.toString(value));
      writer.write('\n');
    }

    void write(long first, long second) throws IOException {
      writer.write(Long.toString(first));
      writer.write(',');
      write(second);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
