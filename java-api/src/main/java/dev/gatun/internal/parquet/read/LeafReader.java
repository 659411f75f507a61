package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetHybrid.Layout;
import dev.gatun.internal.parquet.read.Page.LevelEncoding;
import dev.gatun.internal.parquet.read.PageHeader.Kind;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.ParquetUnsupportedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one leaf column, row group after row group, in order: into the buffers of
/// batches, or passing over them. One thread at a time.
abstract class LeafReader implements AutoCloseable {
  final Decoders decoders;
  final Values values;
  private final PageReader pages;
  private final ScanCounters counters;
  private @Nullable ChunkPlace place;

  /// Entries of the page that were not read yet.
  int pageLeft;

  private long chunkLeft;
  private int page;
  private boolean loaded;
  private @Nullable PageHeader header;

  LeafReader(Decoders decoders, Values values, PageReader pages, ScanCounters counters) {
    this.decoders = decoders;
    this.values = values;
    this.pages = pages;
    this.counters = counters;
  }

  /// Starts on a row group.
  ///
  /// @param shared bytes of the file that were read already
  void begin(ChunkPlace chunk, SharedBytes.Window shared) {
    place = chunk;
    chunkLeft = chunk.values();
    pageLeft = 0;
    page = -1;
    loaded = true;
    header = null;
    values.reset();
    pages.begin(chunk, shared);
  }

  /// Reads the next `rows` rows, which there are.
  final void read(long rows, LeafOutput out) {
    try {
      readRows(rows, out);
    } catch (DecodeException e) {
      throw broken(e);
    } catch (UnsupportedOperationException e) {
      throw new ParquetUnsupportedException(here(), String.valueOf(e.getMessage()));
    }
  }

  /// Passes over the next `rows` rows, which there are.
  final void skip(long rows) {
    try {
      skipRows(rows);
    } catch (DecodeException e) {
      throw broken(e);
    } catch (UnsupportedOperationException e) {
      throw new ParquetUnsupportedException(here(), String.valueOf(e.getMessage()));
    }
  }

  abstract void readRows(long rows, LeafOutput out);

  abstract void skipRows(long rows);

  /// Starts on the levels of a page.
  abstract void beginLevels(Page data);

  /// Whether the chunk has entries behind those of the page.
  final boolean hasMore() {
    return chunkLeft > 0;
  }

  /// Goes to the next data page without loading it; what is left of the one before is passed over.
  final PageHeader nextPage() {
    if (!loaded) {
      counters.pagesSkipped().increment();
    }
    while (true) {
      if (chunkLeft <= 0) {
        throw new DecodeException(
            -1, "the column chunk has fewer values than its row group has rows");
      }
      page++;
      PageHeader next = pages.next();
      header = next;
      if (next.kind() == Kind.DICTIONARY) {
        values.dictionary(pages.dictionary(next), next.values());
      } else if (next.kind() != Kind.OTHER && next.values() > 0) {
        pageLeft = next.values();
        chunkLeft -= next.values();
        loaded = false;
        return next;
      }
    }
  }

  /// Whether the page's body was decoded.
  final boolean isLoaded() {
    return loaded;
  }

  /// Loads the page and starts its decoders, unless that is done.
  final void load() {
    PageHeader current = header;
    if (loaded || current == null) {
      return;
    }
    loaded = true;
    counters.pagesRead().increment();
    Page data = pages.data(current);
    beginLevels(data);
    values.begin(data.encoding(), data.values(), current.values());
  }

  /// Starts a cursor on levels from 0 to `most`.
  static void beginLevel(
      Counted<ParquetHybrid.Cursor> cursor, Section section, LevelEncoding encoding, int most) {
    cursor.tally().bytes(section.size());
    cursor
        .kernel()
        .begin(
            section.data(),
            section.offset(),
            section.size(),
            Integer.SIZE - Integer.numberOfLeadingZeros(most),
            encoding == LevelEncoding.RLE ? Layout.HYBRID : Layout.BIT_PACKED);
  }

  private ParquetFormatException broken(DecodeException e) {
    return new ParquetFormatException(here(), String.valueOf(e.getMessage()));
  }

  private Place here() {
    ChunkPlace at = Objects.requireNonNull(place);
    return Place.in(at.source().name())
        .rowGroup(at.rowGroup())
        .column(at.column().name())
        .page(page)
        .at(pages.position());
  }

  /// Ends a task: what it counted is added to the counters of the process.
  final void flush() {
    decoders.tallies().flush();
  }

  @Override
  public void close() {
    values.close();
    pages.close();
  }
}
