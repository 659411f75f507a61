package dev.gatun.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/// parquet-java over local files, without Hadoop's file systems, which do not start on this Java.
final class ParquetJava {
  private ParquetJava() {}

  static MessageType schema(Node.Struct root) {
    var message = Types.buildMessage();
    root.fields().forEach(field -> message.addField(field.parquet()));
    return message.named(root.name());
  }

  /// The paths of the leaf columns.
  static List<String[]> leaves(Node.Struct root) {
    return schema(root).getPaths();
  }

  /// Writes rows.
  ///
  /// @param options sets what the writer does
  static void write(
      Path file, Node.Struct root, List<List<Object>> rows, UnaryOperator<Writing> options)
      throws IOException {
    try (ParquetWriter<List<Object>> writer =
        options.apply(new Writing(new LocalOutputFile(file), root)).build()) {
      for (List<Object> row : rows) {
        writer.write(row);
      }
    }
  }

  /// Reads all rows.
  static List<List<Object>> read(Path file, Node.Struct root) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    try (ParquetReader<Group> reader = new Reading(new LocalInputFile(file)).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        rows.add(root.readFields(group));
      }
    }
    return rows;
  }

  private static final class Reading extends ParquetReader.Builder<Group> {
    Reading(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  /// A writer's options.
  static final class Writing extends ParquetWriter.Builder<List<Object>, Writing> {
    private final Node.Struct root;

    Writing(OutputFile file, Node.Struct root) {
      super(file);
      this.root = root;
      withConf(new PlainParquetConfiguration()).withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
    }

    @Override
    protected Writing self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    protected WriteSupport<List<Object>> getWriteSupport(Configuration unused) {
      return new Rows(root);
    }

    @Override
    protected WriteSupport<List<Object>> getWriteSupport(ParquetConfiguration unused) {
      return new Rows(root);
    }
  }

  private static final class Rows extends WriteSupport<List<Object>> {
    private final Node.Struct root;
    private RecordConsumer consumer;

    Rows(Node.Struct root) {
      this.root = root;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    public WriteContext init(Configuration unused) {
      return new WriteContext(schema(root), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
      return new WriteContext(schema(root), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
      consumer = to;
    }

    @Override
    public void write(List<Object> row) {
      consumer.startMessage();
      root.writeFields(row, consumer);
      consumer.endMessage();
    }
  }
}
