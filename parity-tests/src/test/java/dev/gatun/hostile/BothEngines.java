package dev.gatun.hostile;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.MemoryLimitException;
import dev.gatun.RunOptions;
import dev.gatun.corpus.FileFigures;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.StringLayout;
import dev.gatun.support.ParquetBatches;
import java.util.List;
import java.util.function.Function;

/// Reads a file on each engine that there is, with little memory.
///
/// @param strings the layout of its strings
record BothEngines(StringLayout strings) implements Function<byte[], List<Verdict>> {
  private static final long MEMORY = 256L << 20;

  /// A few bytes can say "two billion nulls": enough is enough.
  private static final long MOST_ROWS = 200_000;

  static final List<Engine> AVAILABLE =
      Gatun.nativeAvailable().available()
          ? List.of(Engine.JAVA, Engine.NATIVE)
          : List.of(Engine.JAVA);

  @Override
  public List<Verdict> apply(byte[] file) {
    return AVAILABLE.stream().map(engine -> read(file, engine, strings)).toList();
  }

  private static Verdict read(byte[] file, Engine engine, StringLayout strings) {
    RunOptions options = RunOptions.defaults().engine(engine).threads(1).memoryLimit(MEMORY);
    try (ParquetBatches batches =
        ParquetBatches.open(file, options, scan -> scan.verifyChecksums(false).strings(strings))) {
      FileFigures figures = new FileFigures(batches.schema());
      while (figures.rows() < MOST_ROWS && batches.next()) {
        figures.add(batches.rows(), batches.arrays());
      }
      return new Verdict.Read(figures.rows(), figures.digest());
    } catch (ParquetException | MemoryLimitException e) {
      return new Verdict.Refused(e.getClass().getName(), e.getMessage());
    } catch (Throwable e) {
      return new Verdict.Broken(e);
    }
  }
}
