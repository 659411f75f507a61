package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetHybrid.Layout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// The byte arrays of one section, one by one. Each is some bytes of the one before it, none in
/// most encodings, and then bytes of its own.
abstract class ByteArrays {
  /// A section from which nothing can be read.
  static final ByteArrays NONE = plain(MemorySegment.NULL, 0, 0, 0);

  private static final ValueLayout.OfInt LITTLE =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private long left;
  private MemorySegment from = MemorySegment.NULL;
  private long own;
  private long ownSize;
  private long prefix;
  private boolean looked;

  private ByteArrays(long left) {
    this.left = left;
  }

  final long left() {
    return left;
  }

  /// Whether values share bytes with the one before them.
  boolean prefixed() {
    return false;
  }

  /// Looks at the next value, which stays the next one until [#pass].
  ///
  /// @param previous bytes of the value before it
  final void next(long previous) {
    if (!looked) {
      look(previous);
      looked = true;
    }
  }

  /// Finds the next value, for which [#set] is called.
  abstract void look(long previous);

  final void set(MemorySegment bytes, long offset, long size, long shared) {
    from = bytes;
    own = offset;
    ownSize = size;
    prefix = shared;
  }

  /// Bytes of the whole value.
  final long size() {
    return prefix + ownSize;
  }

  /// Puts the value together at `at` of `out`. `previous` may be there already.
  final void copy(MemorySegment previous, long offset, MemorySegment out, long at) {
    MemorySegment.copy(previous, offset, out, at, prefix);
    MemorySegment.copy(from, own, out, at + prefix, ownSize);
  }

  /// Goes on to the value behind it.
  final void pass() {
    left--;
    looked = false;
  }

  static DecodeException broken(long position, String problem) {
    return new DecodeException(position, "byte arrays: " + problem);
  }

  static ByteArrays plain(MemorySegment data, long start, long limit, long count) {
    return new ByteArrays(count) {
      private long position = start;

      @Override
      void look(long previous) {
        if (limit - position < Integer.BYTES) {
          throw broken(position - start, "cut short");
        }
        int size = data.get(LITTLE, position);
        if (size < 0 || size > limit - position - Integer.BYTES) {
          throw broken(position - start, "a wrong length");
        }
        set(data, position + Integer.BYTES, size, 0);
        position += Integer.BYTES + size;
      }
    };
  }

  static ByteArrays deltaLength(MemorySegment data, long start, long limit, long count) {
    return delta(data, start, limit, count, null, start);
  }

  static ByteArrays deltaPrefix(MemorySegment data, long start, long limit, long count) {
    DeltaValues prefixes = new DeltaValues(data, start, limit);
    return delta(
        data, start, limit, Math.min(count, prefixes.total()), prefixes, endOf(data, start, limit));
  }

  private static ByteArrays delta(
      MemorySegment data,
      long start,
      long limit,
      long count,
      @Nullable DeltaValues prefixes,
      long lengthsStart) {
    DeltaValues lengths = new DeltaValues(data, lengthsStart, limit);
    long bytesStart = endOf(data, lengthsStart, limit);
    return new ByteArrays(Math.min(count, lengths.total())) {
      private long position = bytesStart;

      @Override
      boolean prefixed() {
        return prefixes != null;
      }

      @Override
      void look(long previous) {
        int size = (int) lengths.next();
        int shared = prefixes == null ? 0 : (int) prefixes.next();
        if (size < 0 || size > limit - position) {
          throw broken(position - start, "a wrong length");
        }
        if (shared < 0 || shared > previous) {
          throw broken(position - start, "one shares more bytes than the one before it has");
        }
        if ((long) shared + size > Integer.MAX_VALUE) {
          throw broken(position - start, "one has more than 2^31 - 1 bytes");
        }
        set(data, position, size, shared);
        position += size;
      }
    };
  }

  private static long endOf(MemorySegment data, long start, long limit) {
    DeltaValues values = new DeltaValues(data, start, limit);
    values.skipToEnd();
    return values.end();
  }

  static ByteArrays dictionary(
      MemorySegment data,
      long start,
      long limit,
      MemorySegment offsets,
      MemorySegment bytes,
      int entries) {
    int bitWidth = start < limit ? data.get(ValueLayout.JAVA_BYTE, start) & 0xff : -1;
    if (bitWidth < 0 || bitWidth > Integer.SIZE) {
      throw broken(0, "no bit width of indexes");
    }
    HybridRuns runs =
        new HybridRuns(data.asSlice(start + 1, limit - start - 1), bitWidth, Layout.HYBRID);
    return new ByteArrays(Long.MAX_VALUE) {
      @Override
      void look(long previous) {
        runs.need();
        long index = runs.next();
        if (index >= entries) {
          throw broken(-1, "index " + index + " is outside the dictionary");
        }
        int from = offsets.getAtIndex(ValueLayout.JAVA_INT, index);
        set(bytes, from, offsets.getAtIndex(ValueLayout.JAVA_INT, index + 1) - from, 0);
      }
    };
  }
}
