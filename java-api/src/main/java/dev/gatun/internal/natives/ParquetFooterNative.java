package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.bindings.generated.gatun_parquet_footer;
import dev.gatun.internal.kernel.ParquetFooter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// [ParquetFooter] by `gatun_parquet_footer_index`.
public final class ParquetFooterNative implements ParquetFooter {
  @Override
  public Summary index(
      MemorySegment footer, long size, MemorySegment rowGroups, MemorySegment chunks) {
    Objects.checkFromIndexSize(0, size, footer.byteSize());
    try (Arena call = Arena.ofConfined()) {
      MemorySegment out = gatun_parquet_footer.allocate(call);
      MemorySegment error = gatun_error.allocate(call);
      int status =
          gatun_h.gatun_parquet_footer_index(
              footer,
              size,
              rowGroups,
              rowGroups.byteSize() / ROW_GROUP_BYTES,
              chunks,
              chunks.byteSize() / CHUNK_BYTES,
              out,
              error);
      if (status != gatun_h.GATUN_STATUS_OK()) {
        throw NativeErrors.decoding("parquet_footer", status, error);
      }
      return new Summary(
          gatun_parquet_footer.version(out),
          gatun_parquet_footer.rows(out),
          gatun_parquet_footer.schema(out),
          gatun_parquet_footer.row_groups(out),
          gatun_parquet_footer.chunks(out),
          gatun_parquet_footer.key_values(out),
          gatun_parquet_footer.created_by(out),
          gatun_parquet_footer.column_orders(out),
          gatun_parquet_footer.encrypted(out) != 0,
          gatun_parquet_footer.length(out));
    }
  }
}
