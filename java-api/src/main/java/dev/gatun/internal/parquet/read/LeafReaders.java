package dev.gatun.internal.parquet.read;

import dev.gatun.Engine;
import dev.gatun.arrow.DataType;
import dev.gatun.internal.arrow.FixedWidths;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.ParquetConvert.Conversion;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import org.jspecify.annotations.Nullable;

/// Which reader a leaf takes: by its levels, its physical type and its Arrow type.
final class LeafReaders {
  private static final int INT96_BYTES = 12;

  private LeafReaders() {}

  static LeafReader open(
      LeafPlan plan, Engine engine, Slab slab, ScanCounters counters, boolean verify) {
    Decoders decoders = Decoders.on(engine);
    PageReader pages = new PageReader(decoders, slab, counters, verify);
    Values values = values(plan.node(), decoders, slab);
    return plan.isFlat()
        ? new FlatLeafReader(plan.node().leaf(), decoders, values, pages, counters, slab)
        : new NestedLeafReader(plan.node(), decoders, values, pages, counters, slab);
  }

  /// What decodes a leaf's values.
  static Values values(ReadNode node, Decoders decoders, Slab slab) {
    LeafColumn leaf = node.leaf();
    DataType type = node.field().type();
    int width = FixedWidths.of(type);
    return switch (leaf.type()) {
      case BOOLEAN -> new BooleanValues(decoders);
      case BYTE_ARRAY ->
          switch (type) {
            case DataType.Decimal _ -> new DecimalValues(decoders, bigEndian(width), width, slab);
            case DataType.Dictionary _ -> new DictionaryValues(decoders, slab);
            default -> new BytesValues(decoders, slab);
          };
      case INT32 -> fixed(leaf, Integer.BYTES, width, narrowed(width), decoders, slab);
      case FLOAT -> fixed(leaf, Float.BYTES, width, null, decoders, slab);
      case INT64 -> fixed(leaf, Long.BYTES, width, null, decoders, slab);
      case DOUBLE -> fixed(leaf, Double.BYTES, width, null, decoders, slab);
      case INT96 -> fixed(leaf, INT96_BYTES, Long.BYTES, Conversion.INT96_TO_NANOS, decoders, slab);
      case FIXED_LEN_BYTE_ARRAY ->
          type instanceof DataType.Decimal
              ? fixed(leaf, leaf.typeLength(), width, bigEndian(width), decoders, slab)
              : fixed(leaf, leaf.typeLength(), leaf.typeLength(), null, decoders, slab);
    };
  }

  private static Values fixed(
      LeafColumn leaf,
      int stored,
      int width,
      @Nullable Conversion conversion,
      Decoders decoders,
      Slab slab) {
    return new FixedValues(
        decoders, leaf.type(), stored, width == 0 ? stored : width, conversion, slab);
  }

  private static @Nullable Conversion narrowed(int width) {
    return switch (width) {
      case Byte.BYTES -> Conversion.INT32_TO_INT8;
      case Short.BYTES -> Conversion.INT32_TO_INT16;
      default -> null;
    };
  }

  private static Conversion bigEndian(int width) {
    return width == 2 * Long.BYTES ? Conversion.BIG_ENDIAN_TO_128 : Conversion.BIG_ENDIAN_TO_256;
  }
}
