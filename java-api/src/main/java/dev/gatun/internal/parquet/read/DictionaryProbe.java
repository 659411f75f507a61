package dev.gatun.internal.parquet.read;

import dev.gatun.internal.arrow.ArrayData;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks dictionaries of column chunks whether a test can pass, where they have all values of the
/// chunk, are small, and the test is of a kind that few values pass. For one thread at a time.
final class DictionaryProbe implements AutoCloseable {
  private static final long MOST_BYTES = 1 << 20;
  private static final Set<Encoding> BY_DICTIONARY =
      Set.of(Encoding.RLE_DICTIONARY, Encoding.PLAIN_DICTIONARY);

  private final List<ReadNode> nodes;
  private final Execution execution;
  private final ScanCounters counters;
  private final boolean verify;
  private final Decoders decoders;
  private final BatchFilter filter;
  private final Map<LeafColumn, Reader> readers = new HashMap<>();
  private @Nullable Region region;
  private @Nullable Slab slab;

  /// @param nodes all columns of the file
  /// @param predicate whose tests are asked about
  /// @param verify whether page checksums are checked
  DictionaryProbe(
      List<ReadNode> nodes,
      BoundPredicate predicate,
      Execution execution,
      ScanCounters counters,
      boolean verify) {
    this.nodes = nodes;
    this.execution = execution;
    this.counters = counters;
    this.verify = verify;
    decoders = Decoders.on(execution.engine());
    filter = predicate.filter(execution.engine());
  }

  /// What a chunk comes to. Reads its dictionary when that may help.
  ///
  Verdict verdict(OpenFile file, ColumnChunk chunk, LeafTest<?> test, ColumnFacts facts) {
    long size = chunk.dataPageOffset() - chunk.start();
    if (size <= 0
        || size > MOST_BYTES
        || chunk.encrypted()
        || !test.isSelective()
        || chunk.dataPageEncodings().isEmpty()
        || !BY_DICTIONARY.containsAll(chunk.dataPageEncodings())) {
      return Verdict.SOME;
    }
    try {
      Reader reader = reader(test.column());
      ArrayData dictionary = reader.read(FilePlanner.place(file, chunk, test.column(), size));
      return dictionary == null ? Verdict.SOME : filter.verdict(test, dictionary, facts);
    } catch (DecodeException e) {
      throw new ParquetFormatException(
          file.place(chunk.rowGroup(), test.column()).at(chunk.start()),
          "dictionary: " + e.getMessage());
    } finally {
      decoders.tallies().flush();
      filter.flush();
    }
  }

  private Reader reader(LeafColumn column) {
    Reader known = readers.get(column);
    if (known == null) {
      Slab memory = slab;
      if (memory == null) {
        Region owned = execution.ownRegion();
        region = owned;
        memory = new Slab(owned);
        slab = memory;
      }
      ReadNode node = node(column);
      known =
          new Reader(
              node,
              new PageReader(decoders, memory, counters, verify),
              LeafReaders.values(node, decoders, memory),
              new LeafTarget(memory));
      readers.put(column, known);
    }
    return known;
  }

  private ReadNode node(LeafColumn column) {
    return LeafPlan.of(nodes).stream()
        .map(LeafPlan::node)
        .filter(node -> node.leaf().equals(column))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    readers.values().forEach(Reader::close);
    readers.clear();
    if (region != null) {
      region.close();
    }
  }

  /// Reads dictionaries of one column.
  private record Reader(ReadNode node, PageReader pages, Values values, LeafTarget target)
      implements AutoCloseable {
    /// The entries, read as what they are: a page of PLAIN values. Null when the chunk does not
    /// begin with a dictionary.
    @Nullable ArrayData read(ChunkPlace place) {
      pages.begin(place, SharedBytes.Window.NONE);
      PageHeader header = pages.next();
      if (header.kind() != PageHeader.Kind.DICTIONARY) {
        return null;
      }
      Section page = pages.dictionary(header);
      long entries = header.values();
      if (entries > page.size()) {
        throw new DecodeException(0, entries + " entries in " + page.size() + " bytes");
      }
      target.reset();
      values.reset();
      values.begin(Encoding.PLAIN, page, entries);
      values.read(entries, target);
      target.slots = entries;
      target.valid = entries;
      return Assembly.leaf(node, target);
    }

    @Override
    public void close() {
      values.close();
      pages.close();
    }
  }
}
