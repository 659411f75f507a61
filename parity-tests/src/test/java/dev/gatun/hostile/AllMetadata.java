package dev.gatun.hostile;

import dev.gatun.Engine;
import dev.gatun.InputSource;
import dev.gatun.RunOptions;
import dev.gatun.internal.parquet.schema.SchemaMapper;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.RowGroup;
import java.util.List;
import java.util.function.Function;

/// Reads everything that a footer says on each engine that there is.
final class AllMetadata implements Function<byte[], List<Verdict>> {
  @Override
  public List<Verdict> apply(byte[] file) {
    return BothEngines.AVAILABLE.stream().map(engine -> read(file, engine)).toList();
  }

  private static Verdict read(byte[] bytes, Engine engine) {
    RunOptions options = RunOptions.defaults().engine(engine);
    try (ParquetFile file = ParquetFile.open(InputSource.of("memory", bytes), options)) {
      long digest = SchemaMapper.map(file.schema()).hashCode();
      digest = digest * 31 + String.valueOf(file.metadata().createdBy()).hashCode();
      digest = digest * 31 + file.metadata().keyValues().hashCode();
      for (RowGroup group : file.metadata().rowGroups()) {
        digest = digest * 31 + group.rows();
        digest = digest * 31 + group.sortingColumns().hashCode();
        for (ColumnChunk chunk : group.columns()) {
          digest = digest * 31 + chunk.values();
          digest = digest * 31 + chunk.start();
          digest = digest * 31 + chunk.compressedSize();
          digest = digest * 31 + chunk.encodings().hashCode();
          digest = digest * 31 + chunk.sizes().hashCode();
        }
      }
      return new Verdict.Read(file.metadata().rows(), digest);
    } catch (ParquetException e) {
      return new Verdict.Refused(e.getClass().getName(), e.getMessage());
    } catch (Throwable e) {
      return new Verdict.Broken(e);
    }
  }
}
