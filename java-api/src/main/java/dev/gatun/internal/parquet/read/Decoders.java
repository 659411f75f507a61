package dev.gatun.internal.parquet.read;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CodecDecompress;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.internal.kernel.ParquetConvert;
import dev.gatun.internal.kernel.ParquetDelta;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetNesting;
import dev.gatun.internal.kernel.ParquetSplit;

/// The kernels of a scan, on its engine.
record Decoders(
    CodecDecompress codec,
    ParquetHybrid hybrid,
    ParquetNesting nesting,
    ParquetDelta delta,
    ParquetBytes bytes,
    ParquetSplit split,
    ParquetConvert convert,
    ColumnSpread spread) {

  static Decoders on(Engine engine) {
    return new Decoders(
        Kernels.CODEC_DECOMPRESS.on(engine),
        Kernels.PARQUET_HYBRID.on(engine),
        Kernels.PARQUET_NESTING.on(engine),
        Kernels.PARQUET_DELTA.on(engine),
        Kernels.PARQUET_BYTES.on(engine),
        Kernels.PARQUET_SPLIT.on(engine),
        Kernels.PARQUET_CONVERT.on(engine),
        Kernels.COLUMN_SPREAD.on(engine));
  }
}
