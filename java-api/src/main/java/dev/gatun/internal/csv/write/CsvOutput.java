package dev.gatun.internal.csv.write;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.io.BatchOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Records of CSV on their way to a channel.
public final class CsvOutput implements BatchOutput.Format {
  private static final int GZIP_BUFFER = 1 << 16;

  private final OutputStream stream;
  private final CsvText text;
  private final Form form;

  /// How records are written.
  ///
  /// @param delimiter ASCII
  /// @param quote ASCII
  /// @param header whether names come first
  /// @param nullText null, without quotes
  public record Form(char delimiter, char quote, boolean header, String nullText) {}

  /// Begins.
  public CsvOutput(WritableByteChannel channel, boolean gzip, Schema schema, Form form)
      throws IOException {
    OutputStream plain = Channels.newOutputStream(channel);
    this.stream = gzip ? new GZIPOutputStream(plain, GZIP_BUFFER) : plain;
    this.text = new CsvText(stream, form);
    this.form = form;
    if (form.header()) {
      writeHeader(schema);
    }
  }

  /// @throws IllegalArgumentException when a column has no place in a cell
  public static void check(Schema schema) {
    for (Field field : schema.fields()) {
      boolean nested =
          switch (field.type()) {
            case DataType.Struct _, DataType.List _, DataType.Map _ -> true;
            default -> false;
          };
      if (nested) {
        throw new IllegalArgumentException(
            "column \"" + field.name() + "\" is nested, which CSV has no form for");
      }
    }
  }

  private void writeHeader(Schema schema) throws IOException {
    for (int i = 0; i < schema.fields().size(); i++) {
      delimit(i == 0);
      byte[] name = schema.fields().get(i).name().getBytes(StandardCharsets.UTF_8);
      text.cell(MemorySegment.ofArray(name), i == 0);
    }
    text.endRecord();
  }

  @Override
  public void write(Batch batch) throws IOException {
    Rows rows = new Rows(batch);
    for (int row = 0; row < batch.rowCount(); row++) {
      write(rows, row);
    }
  }

  /// Rows of a batch to be written one by one, as long as the batch lives.
  public static final class Rows {
    private final List<CsvCells> columns;

    /// The rows of a batch of the schema.
    public Rows(Batch batch) {
      columns = batch.columns().stream().map(CsvCells::of).toList();
    }
  }

  /// Writes one row.
  ///
  /// @param first numbers that come before it
  public void write(Rows rows, int row, long... first) throws IOException {
    boolean begins = true;
    for (long number : first) {
      delimit(begins);
      begins = false;
      text.ascii(Long.toString(number));
    }
    for (CsvCells cells : rows.columns) {
      delimit(begins);
      if (cells.column().isNull(row)) {
        text.putNull();
      } else {
        cells.write(row, text, begins);
      }
      begins = false;
    }
    text.endRecord();
  }

  private void delimit(boolean begins) {
    if (!begins) {
      text.put((byte) form.delimiter());
    }
  }

  @Override
  public void finish() throws IOException {
    text.flush();
    if (stream instanceof GZIPOutputStream gzip) {
      gzip.finish();
    }
    stream.flush();
  }
}
