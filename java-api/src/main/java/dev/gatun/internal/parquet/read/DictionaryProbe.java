package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.filter.BatchFilter;
import dev.gatun.internal.parquet.filter.BoundPredicate;
import dev.gatun.internal.parquet.filter.ColumnFacts;
import dev.gatun.internal.parquet.filter.LeafTest;
import dev.gatun.internal.parquet.filter.Verdict;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.Encoding;
import dev.gatun.parquet.ParquetFormatException;
import java.util.List;
import java.util.Set;

/// Asks dictionaries of column chunks whether a test can pass, where they have all values of the
/// chunk, are small, and the test is of a kind that few values pass.
final class DictionaryProbe {
  private static final long MOST_BYTES = 1 << 20;
  private static final Set<Encoding> BY_DICTIONARY =
      Set.of(Encoding.RLE_DICTIONARY, Encoding.PLAIN_DICTIONARY);

  private final List<ReadNode> nodes;
  private final Execution execution;
  private final ScanCounters counters;
  private final boolean verify;

  /// @param nodes all columns of the file
  /// @param verify whether page checksums are checked
  DictionaryProbe(
      List<ReadNode> nodes, Execution execution, ScanCounters counters, boolean verify) {
    this.nodes = nodes;
    this.execution = execution;
    this.counters = counters;
    this.verify = verify;
  }

  /// What a chunk comes to. Reads its dictionary when that may help.
  ///
  /// @param predicate that the test is part of
  Verdict verdict(
      OpenFile file,
      ColumnChunk chunk,
      BoundPredicate predicate,
      LeafTest<?> test,
      ColumnFacts facts) {
    long size = chunk.dataPageOffset() - chunk.start();
    if (size <= 0
        || size > MOST_BYTES
        || chunk.encrypted()
        || !test.isSelective()
        || chunk.dataPageEncodings().isEmpty()
        || !BY_DICTIONARY.containsAll(chunk.dataPageEncodings())) {
      return Verdict.SOME;
    }
    LeafPlan plan = plan(test.column());
    ChunkPlace place = FilePlanner.place(file, chunk, test.column(), size);
    Decoders decoders = Decoders.on(execution.engine());
    try (Region region = execution.ownRegion()) {
      Slab slab = new Slab(region);
      try (PageReader pages = new PageReader(decoders, slab, counters, verify);
          Values values = LeafReaders.values(plan.node(), decoders, slab)) {
        LeafTarget target = new LeafTarget(slab);
        if (!read(place, pages, values, target)) {
          return Verdict.SOME;
        }
        BatchFilter filter = predicate.filter(execution.engine());
        return filter.verdict(test, Assembly.leaf(plan.node(), target), facts);
      } catch (DecodeException e) {
        throw new ParquetFormatException(
            file.place(chunk.rowGroup(), test.column()).at(chunk.start()),
            "dictionary: " + e.getMessage());
      }
    }
  }

  private LeafPlan plan(LeafColumn column) {
    return LeafPlan.of(nodes).stream()
        .filter(leaf -> leaf.node().leaf().equals(column))
        .findFirst()
        .orElseThrow();
  }

  /// Reads the dictionary's entries, as what they are: a page of PLAIN values.
  private static boolean read(
      ChunkPlace place, PageReader pages, Values values, LeafTarget target) {
    pages.begin(place, SharedBytes.Window.NONE);
    PageHeader header = pages.next();
    if (header.kind() != PageHeader.Kind.DICTIONARY) {
      return false;
    }
    Section page = pages.dictionary(header);
    long entries = header.values();
    if (entries > page.size()) {
      throw new DecodeException(0, entries + " entries in " + page.size() + " bytes");
    }
    values.begin(Encoding.PLAIN, page, entries);
    values.read(entries, target);
    target.slots = entries;
    target.valid = entries;
    return true;
  }
}
