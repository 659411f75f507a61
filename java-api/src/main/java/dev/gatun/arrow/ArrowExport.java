package dev.gatun.arrow;

import dev.gatun.bindings.Callbacks;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ArrayExport;
import dev.gatun.internal.arrow.SchemaExport;
import dev.gatun.internal.arrow.StreamExport;
import dev.gatun.internal.arrow.WideDecimals;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way out to every other Arrow implementation in the process: the
/// [Arrow C data interface](https://arrow.apache.org/docs/format/CDataInterface.html), without
/// copying and without a dependency.
///
/// The consumer allocates a struct and gives its address: `ArrowSchema.memoryAddress()` of
/// arrow-java, `MemorySegment.address()`. Nobody can check an address: one that is not that of such
/// a struct, of which the whole is writable, breaks the process.
///
/// **Lifetime.** What is exported owns its memory, independent of the reader, of the batch and of
/// this library's classes, until the consumer calls the `release` callback in the struct, which it
/// has to do once. It may do so on any thread, also after the reader was closed, and may move
/// children out of their parents and release them later. An exported [Batch] has ended: access to
/// it and to columns and segments read from it is an [IllegalStateException], so no memory that a
/// consumer frees can be read by mistake.
///
/// Needs no native library, but native access: without, every method here throws
/// [IllegalCallerException], which names the JVM's flag.
///
/// ```
/// try (var schema = org.apache.arrow.c.ArrowSchema.allocateNew(allocator);
///     var array = org.apache.arrow.c.ArrowArray.allocateNew(allocator)) {
///   ArrowExport.schema(batch.schema(), schema.memoryAddress());
///   ArrowExport.array(batch, array.memoryAddress());
///   VectorSchemaRoot root = Data.importVectorSchemaRoot(allocator, array, schema, null);
/// }
/// ```
public final class ArrowExport {
  private ArrowExport() {}

  /// Writes a schema, with [NarrowDecimals#WIDEN].
  ///
  /// @param address of a `struct ArrowSchema` (72 bytes); what it holds is overwritten
  public static void schema(Schema schema, long address) {
    schema(schema, address, NarrowDecimals.WIDEN);
  }

  /// Writes a schema.
  ///
  /// @param address of a `struct ArrowSchema` (72 bytes); what it holds is overwritten
  public static void schema(Schema schema, long address, NarrowDecimals decimals) {
    Callbacks.requireAccess();
    SchemaExport.write(schemaOf(schema, decimals), address);
  }

  private static Schema schemaOf(Schema schema, NarrowDecimals decimals) {
    return decimals == NarrowDecimals.WIDEN ? WideDecimals.widen(schema) : schema;
  }

  /// Moves a batch, with [NarrowDecimals#WIDEN].
  ///
  /// @param address of a `struct ArrowArray` (80 bytes); what it holds is overwritten
  /// @throws IllegalStateException when the batch has ended
  /// @throws WrongThreadException when the batch belongs to another thread
  /// @throws dev.gatun.MemoryLimitException when there is no memory to widen decimals
  public static void array(Batch batch, long address) {
    array(batch, address, NarrowDecimals.WIDEN);
  }

  /// Moves a batch: as a struct of its columns, to be imported with the schema exported in the same
  /// way. Takes time in proportion to the number of columns, and to the rows of those it widens.
  ///
  /// @param address of a `struct ArrowArray` (80 bytes); what it holds is overwritten
  /// @throws IllegalStateException when the batch has ended
  /// @throws WrongThreadException when the batch belongs to another thread
  /// @throws dev.gatun.MemoryLimitException when there is no memory to widen decimals; the batch
  ///     lives on then
  public static void array(Batch batch, long address, NarrowDecimals decimals) {
    Callbacks.requireAccess();
    Widened widened = new Widened();
    try {
      batch.give(
          arrays ->
              new ArrayExport(
                  batch.rowCount(),
                  decimals == NarrowDecimals.WIDEN ? widened.widen(arrays) : arrays),
          (export, free) -> export.publish(address, () -> widened.closeAfter(free)));
    } catch (RuntimeException | Error e) {
      widened.close();
      throw e;
    }
  }

  /// Gives a reader to a consumer, with [NarrowDecimals#WIDEN].
  ///
  /// @param address of a `struct ArrowArrayStream` (40 bytes); what it holds is overwritten
  public static void stream(BatchReader reader, long address) {
    stream(reader, address, NarrowDecimals.WIDEN);
  }

  /// Gives a reader to a consumer: it calls `get_next` for every batch and closes the reader by
  /// releasing the stream, on any thread but one at a time. Arrays it got live on. An exception of
  /// the reader becomes the error code ENOMEM, EINVAL or EIO and the text of `get_last_error`.
  ///
  /// @param address of a `struct ArrowArrayStream` (40 bytes); what it holds is overwritten
  public static void stream(BatchReader reader, long address, NarrowDecimals decimals) {
    Callbacks.requireAccess();
    StreamExport.write(
        reader,
        schemaOf(reader.schema(), decimals),
        (batch, array) -> array(batch, array, decimals),
        address);
  }

  /// Memory of columns that were converted.
  private static final class Widened {
    private @Nullable Region region;

    List<ArrayData> widen(List<ArrayData> arrays) {
      List<ArrayData> wide = new ArrayList<>(arrays.size());
      arrays.forEach(array -> wide.add(WideDecimals.widen(array, this::region)));
      return wide;
    }

    private Region region() {
      if (region == null) {
        region = new Region(MemoryAccount.process());
      }
      return region;
    }

    void closeAfter(Runnable free) {
      try {
        free.run();
      } finally {
        close();
      }
    }

    void close() {
      if (region != null) {
        region.close();
      }
    }
  }
}
