package dev.gatun.hostile;

import dev.gatun.Engine;
import dev.gatun.InputFormatException;
import dev.gatun.RunOptions;
import dev.gatun.corpus.CsvManifest;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvScan;
import dev.gatun.support.CsvOutcome;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Function;

/// Reads a text in several ways on each engine that there is, with little memory: with everything
/// found out, with rejects and tiny batches, and as records of any length.
final class CsvBothEngines implements Function<byte[], List<Verdict>> {
  private static final long MEMORY = 256L << 20;
  private static final int MOST_BYTES = 20_000;

  /// The texts of the corpus that mutants are made of.
  static List<byte[]> texts() {
    return CsvManifest.all().stream()
        .map(CsvManifest::text)
        .filter(text -> text.length > 0 && text.length <= MOST_BYTES)
        .toList();
  }

  @Override
  public List<Verdict> apply(byte[] text) {
    return BothEngines.AVAILABLE.stream().map(engine -> read(text, engine)).toList();
  }

  private static Verdict read(byte[] text, Engine engine) {
    try {
      List<CsvOutcome> outcomes =
          List.of(
              CsvOutcome.open(scan(text, engine)),
              CsvOutcome.read(scan(text, engine).rejects(50).batchBytes(100)),
              CsvOutcome.records(
                  scan(text, engine)
                      .dialect(CsvDialect.rfc4180().skipEmptyLines(false).comment('#'))
                      .batchBytes(1000)));
      for (CsvOutcome outcome : outcomes) {
        if (outcome.failure() instanceof String failure) {
          // Magic numbers of compressed data.
          return failure.startsWith(InputFormatException.class.getName())
              ? new Verdict.Refused(InputFormatException.class.getName(), failure)
              : new Verdict.Broken(new AssertionError(failure));
        }
      }
      return outcomes.getFirst().failure() != null
          ? new Verdict.Refused(outcomes.toString(), "")
          : new Verdict.Read(outcomes.getFirst().rows(), outcomes.hashCode());
    } catch (Throwable e) {
      return new Verdict.Broken(e);
    }
  }

  private static CsvScan scan(byte[] text, Engine engine) {
    return CsvScan.of("memory", new ByteArrayInputStream(text))
        .options(RunOptions.defaults().engine(engine).threads(1).memoryLimit(MEMORY));
  }
}
