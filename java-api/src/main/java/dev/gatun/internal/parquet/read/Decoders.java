package dev.gatun.internal.parquet.read;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.CodecDecompress;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.internal.kernel.ParquetConvert;
import dev.gatun.internal.kernel.ParquetDelta;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetNesting;
import dev.gatun.internal.kernel.ParquetSplit;

/// The kernels of a leaf's reader, on the engine of the scan, and what it counts of them.
record Decoders(
    Tallies tallies,
    Counted<CodecDecompress> codec,
    Counted<ParquetHybrid> hybrid,
    Counted<ParquetNesting> nesting,
    Counted<ParquetDelta> delta,
    Counted<ParquetBytes> bytes,
    Counted<ParquetSplit> split,
    Counted<ParquetConvert> convert,
    Counted<ColumnSpread> spread) {

  static Decoders on(Engine engine) {
    Tallies tallies = new Tallies(engine);
    return new Decoders(
        tallies,
        tallies.on(Kernels.CODEC_DECOMPRESS),
        tallies.on(Kernels.PARQUET_HYBRID),
        tallies.on(Kernels.PARQUET_NESTING),
        tallies.on(Kernels.PARQUET_DELTA),
        tallies.on(Kernels.PARQUET_BYTES),
        tallies.on(Kernels.PARQUET_SPLIT),
        tallies.on(Kernels.PARQUET_CONVERT),
        tallies.on(Kernels.COLUMN_SPREAD));
  }
}
