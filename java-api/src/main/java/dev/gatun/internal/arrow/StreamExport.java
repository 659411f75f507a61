package dev.gatun.internal.arrow;

import dev.gatun.MemoryLimitException;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Schema;
import dev.gatun.bindings.Callbacks;
import dev.gatun.bindings.NativeMemory;
import dev.gatun.internal.exec.Log;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A reader as `ArrowArrayStream`.
public final class StreamExport {
  /// Codes that mean the same on every POSIX system and on Windows.
  private static final int OK = 0;

  private static final int EIO = 5;
  private static final int ENOMEM = 12;
  private static final int EINVAL = 22;

  private static final Map<Long, StreamExport> LIVE = new ConcurrentHashMap<>();
  private static final AtomicLong LAST_ID = new AtomicLong();

  private final BatchReader reader;
  private final Schema schema;
  private final ArrayWriter arrays;
  private MemorySegment lastError = MemorySegment.NULL;

  private StreamExport(BatchReader reader, Schema schema, ArrayWriter arrays) {
    this.reader = reader;
    this.schema = schema;
    this.arrays = arrays;
  }

  /// Moves a batch to the `ArrowArray` at an address.
  public interface ArrayWriter {
    /// Moves the batch.
    void write(Batch batch, long address);
  }

  /// Gives a reader to a consumer, which closes it by releasing the stream.
  ///
  /// @param schema of the arrays
  public static void write(BatchReader reader, Schema schema, ArrayWriter arrays, long address) {
    long id = LAST_ID.incrementAndGet();
    MemorySegment stream = NativeMemory.at(address, CStruct.Stream.SIZE);
    CStruct.set(stream, CStruct.Stream.GET_SCHEMA, Functions.GET_SCHEMA.address());
    CStruct.set(stream, CStruct.Stream.GET_NEXT, Functions.GET_NEXT.address());
    CStruct.set(stream, CStruct.Stream.GET_LAST_ERROR, Functions.GET_LAST_ERROR.address());
    CStruct.set(stream, CStruct.Stream.RELEASE, Functions.RELEASE.address());
    CStruct.set(stream, CStruct.Stream.PRIVATE_DATA, id);
    LIVE.put(id, new StreamExport(reader, schema, arrays));
  }

  private static @Nullable StreamExport of(long stream) {
    MemorySegment struct = NativeMemory.at(stream, CStruct.Stream.SIZE);
    return LIVE.get(CStruct.get(struct, CStruct.Stream.PRIVATE_DATA));
  }

  private static int getSchema(long stream, long out) {
    return answer(stream, export -> SchemaExport.write(export.schema, out));
  }

  private static int getNext(long stream, long out) {
    return answer(stream, export -> export.next(out));
  }

  private void next(long out) {
    Batch batch = reader.next();
    if (batch == null) {
      CStruct.ARRAY.at(out).fill((byte) 0);
      return;
    }
    arrays.write(batch, out);
  }

  private interface Request {
    void serve(StreamExport export);
  }

  private static int answer(long stream, Request request) {
    StreamExport export = null;
    try {
      export = of(stream);
      if (export == null) {
        return EINVAL;
      }
      synchronized (export) {
        export.lastError = MemorySegment.NULL;
        request.serve(export);
      }
      return OK;
    } catch (Throwable e) {
      return fail(export, e);
    }
  }

  /// What to tell about an exception, which cannot leave an upcall.
  private static int fail(@Nullable StreamExport export, Throwable e) {
    try {
      Log.log(Level.DEBUG, "an exported Arrow stream failed", e);
      if (export != null) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        export.lastError = Arena.ofAuto().allocateFrom(message.replace('\0', ' '));
      }
      return switch (e) {
        case MemoryLimitException _, OutOfMemoryError _ -> ENOMEM;
        case IllegalArgumentException _, IllegalStateException _ -> EINVAL;
        default -> EIO;
      };
    } catch (Throwable _) {
      return ENOMEM;
    }
  }

  private static long getLastError(long stream) {
    try {
      StreamExport export = of(stream);
      return export == null ? 0 : export.lastError.address();
    } catch (Throwable _) {
      return 0;
    }
  }

  private static void release(long stream) {
    try {
      MemorySegment struct = NativeMemory.at(stream, CStruct.Stream.SIZE);
      CStruct.set(struct, CStruct.Stream.RELEASE, 0);
      StreamExport export = LIVE.remove(CStruct.get(struct, CStruct.Stream.PRIVATE_DATA));
      if (export != null) {
        export.reader.close();
      }
    } catch (Throwable e) {
      Log.log(Level.ERROR, "releasing an exported Arrow stream failed", e);
    }
  }

  /// Streams that consumers have not released.
  static int live() {
    return LIVE.size();
  }

  /// The callbacks.
  private static final class Functions {
    static final MemorySegment GET_SCHEMA = callback("getSchema", int.class, 2);
    static final MemorySegment GET_NEXT = callback("getNext", int.class, 2);
    static final MemorySegment GET_LAST_ERROR = callback("getLastError", long.class, 1);
    static final MemorySegment RELEASE = callback("release", void.class, 1);
  }

  private static MemorySegment callback(String name, Class<?> result, int pointers) {
    return Callbacks.create(MethodHandles.lookup(), name, result, pointers);
  }
}
