package dev.gatun.internal.arrow;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.io.BatchOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Batches in the form of Arrow IPC, version 1.4 (metadata V5), little-endian, not compressed, as
/// [the columnar format](https://arrow.apache.org/docs/format/Columnar.html) has it under
/// "Serialization and interprocess communication".
///
/// A message is `-1`, the length of its metadata, the metadata, and a body. In a file, messages
/// stand between `ARROW1` twice, and a footer says where they are. Dictionaries of a stream grow
/// batch by batch, by deltas before the batches that need them; a file has one dictionary batch a
/// column, behind the others, since not every reader of files knows deltas.
public final class IpcWriter implements BatchOutput.Format {
  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
  private static final int CONTINUATION = -1;
  private static final int PREFIX = 8;
  private static final int V5 = 4;
  private static final int SCHEMA = 1;
  private static final int DICTIONARY_BATCH = 2;
  private static final int RECORD_BATCH = 3;
  private static final int WORDS_OF_BLOCK = 3;

  private final IpcOutput out;
  private final Schema schema;
  private final boolean file;
  private final List<IpcDictionary> dictionaries = new ArrayList<>();
  private final List<Block> dictionaryBlocks = new ArrayList<>();
  private final List<Block> batchBlocks = new ArrayList<>();

  /// Which of the two forms of the format.
  public enum Form {
    /// With a footer, for reading anywhere.
    FILE,
    /// For reading from the beginning to the end.
    STREAM
  }

  /// Where a message is.
  private record Block(long position, int metadata, long body) {}

  /// Begins a file or a stream.
  ///
  /// @throws IllegalArgumentException when a type cannot be written
  public IpcWriter(WritableByteChannel channel, Schema schema, Form form) throws IOException {
    this.out = new IpcOutput(channel);
    this.schema = WideDecimals.widen(schema);
    this.file = form == Form.FILE;
    schema.fields().forEach(this::addDictionaries);
    if (file) {
      out.write(MAGIC);
      out.write(new byte[PREFIX - MAGIC.length]);
    }
    FlatBuilder flat = new FlatBuilder();
    message(flat, SCHEMA, IpcSchema.write(this.schema, flat), 0);
  }

  private void addDictionaries(Field field) {
    if (field.type() instanceof DataType.Dictionary(DataType values)) {
      if (!(values instanceof DataType.Utf8 || values instanceof DataType.Binary)) {
        throw new IllegalArgumentException(
            "column \"" + field.name() + "\": dictionaries of text and bytes only, not " + values);
      }
      dictionaries.add(new IpcDictionary());
    }
    field.children().forEach(this::addDictionaries);
  }

  /// Writes the metadata of a message; its body is up to the caller.
  private Block message(FlatBuilder flat, int type, int header, long body) throws IOException {
    int root = flat.table().int16(0, V5).int8(1, type).reference(2, header).int64(3, body).end();
    byte[] metadata = flat.finish(root);
    long position = out.position();
    int padding = IpcOutput.padding(position + PREFIX + metadata.length);
    int length = metadata.length + padding;
    out.write(ints(CONTINUATION, length));
    out.write(metadata);
    out.align();
    return new Block(position, PREFIX + length, body);
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  @Override
  public void write(Batch batch) throws IOException {
    IpcBody body = new IpcBody(batch.columns(), batch.rowCount(), dictionaries);
    if (!file) {
      writeDictionaries();
    }
    FlatBuilder flat = new FlatBuilder();
    batchBlocks.add(message(flat, RECORD_BATCH, body.describe(flat), body.length()));
    body.write(out);
  }

  /// What is new in dictionaries, and all that have never been written.
  private void writeDictionaries() throws IOException {
    for (int id = 0; id < dictionaries.size(); id++) {
      IpcDictionary dictionary = dictionaries.get(id);
      boolean known = dictionary.isBegun() || (!file && !batchBlocks.isEmpty());
      if (known && !dictionary.hasFresh()) {
        continue;
      }
      IpcBody body = dictionary.takeFresh();
      FlatBuilder flat = new FlatBuilder();
      int data = body.describe(flat);
      int header = flat.table().int64(0, id).reference(1, data).bool(2, known).end();
      dictionaryBlocks.add(message(flat, DICTIONARY_BATCH, header, body.length()));
      body.write(out);
    }
  }

  @Override
  public void finish() throws IOException {
    if (file) {
      writeDictionaries();
    }
    out.write(ints(CONTINUATION, 0));
    if (file) {
      byte[] footer = footer();
      out.write(footer);
      out.write(ints(footer.length));
      out.write(MAGIC);
    }
    out.flush();
  }

  /// The table `Footer` of
  /// [File.fbs](https://github.com/apache/arrow/blob/main/format/File.fbs).
  private byte[] footer() {
    FlatBuilder flat = new FlatBuilder();
    int fields = IpcSchema.write(schema, flat);
    int known = flat.structs(words(dictionaryBlocks), WORDS_OF_BLOCK);
    int batches = flat.structs(words(batchBlocks), WORDS_OF_BLOCK);
    return flat.finish(
        flat.table()
            .int16(0, V5)
            .reference(1, fields)
            .reference(2, known)
            .reference(3, batches)
            .end());
  }

  /// The struct `Block` has 32 bits for the length of the metadata and leaves 32 after it.
  private static long[] words(List<Block> blocks) {
    return blocks.stream()
        .flatMapToLong(block -> LongStream.of(block.position, block.metadata, block.body))
        .toArray();
  }
}
