package dev.gatun.internal.parquet.filter;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.thrift.Fields;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// A split block Bloom filter (Parquet format, BloomFilter.md): blocks of eight 32-bit words, in
/// each of which a value has one bit.
public final class BloomFilter {
  private static final int BLOCK = 32;
  private static final int[] SALT = {
    0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31
  };
  private static final ValueLayout.OfInt WORD =
      JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment blocks;
  private final long count;

  /// @param blocks read as long as the filter is used
  /// @throws IllegalArgumentException when it is not one block of 32 bytes or more
  public BloomFilter(MemorySegment blocks) {
    if (blocks.byteSize() == 0 || blocks.byteSize() % BLOCK != 0) {
      throw new IllegalArgumentException(blocks.byteSize() + " bytes are no blocks of 32");
    }
    this.blocks = blocks;
    this.count = blocks.byteSize() / BLOCK;
  }

  /// Where a header ends and how long the blocks behind it are.
  ///
  /// @param known whether algorithm, hash and compression are those this class knows
  public record Header(long end, int size, boolean known) {}

  /// Reads a header, which begins at offset 0.
  ///
  /// @throws DecodeException when there is none
  public static Header header(MemorySegment data) {
    ThriftReader reader = new ThriftReader().begin(data, 0, data.byteSize());
    Fields fields = new Fields(reader);
    int size = 0;
    boolean known = true;
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> size = reader.int32();
        case 2, 3, 4 -> known &= isFirstOfUnion(reader);
        default -> reader.skip();
      }
    }
    fields.require("Bloom filter header", 1, 2, 3, 4);
    if (size < BLOCK || size % BLOCK != 0) {
      throw reader.fault("a Bloom filter of " + size + " bytes");
    }
    return new Header(reader.position(), size, known);
  }

  private static boolean isFirstOfUnion(ThriftReader reader) {
    Fields fields = new Fields(reader);
    boolean first = false;
    while (fields.next()) {
      first |= fields.id() == 1;
      reader.skip();
    }
    return first;
  }

  /// The filter in a section of a file that begins with its header; null when it is of a kind that
  /// this class does not know.
  ///
  /// @throws DecodeException when it is broken
  public static @Nullable BloomFilter read(MemorySegment section) {
    Header header = header(section);
    if (header.size() > section.byteSize() - header.end()) {
      throw new DecodeException(header.end(), "a Bloom filter ends before its last block");
    }
    return header.known() ? new BloomFilter(section.asSlice(header.end(), header.size())) : null;
  }

  /// False when no value with this hash is in the column chunk.
  boolean mayContain(long hash) {
    long block = (hash >>> 32) * count >>> 32;
    int key = (int) hash;
    for (int i = 0; i < SALT.length; i++) {
      int word = blocks.get(WORD, block * BLOCK + (long) i * Integer.BYTES);
      if ((word >>> (key * SALT[i] >>> 27) & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
