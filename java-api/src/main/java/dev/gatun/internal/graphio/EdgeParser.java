package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.csv.read.Block;
import dev.gatun.internal.csv.read.BlockScan;
import dev.gatun.internal.kernel.CsvCells;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes edges of a text's blocks, which are converted on several threads, in their order.
///
/// @param <C> what ids are converted to
final class EdgeParser<C extends IdColumns> {
  private final BlockScan text;
  private final ByteSource source;
  private final TextLayout layout;
  private final VertexNumbers<C> vertices;
  private final CellConverters converters;
  private final LineCheck check;
  private final EdgeBuffer edges;
  private final long mostEdges;
  private volatile boolean onlyReals;
  private boolean lineIsOpen;

  /// @param check says what is wrong with a line
  /// @param mostEdges refuses more
  EdgeParser(
      BlockScan text,
      ByteSource source,
      TextLayout layout,
      VertexNumbers<C> vertices,
      LineCheck check,
      long mostEdges) {
    this.text = text;
    this.source = source;
    this.layout = layout;
    this.vertices = vertices;
    this.converters = converters(text, source);
    this.check = check;
    this.edges = new EdgeBuffer(source, layout.weights().first());
    this.mostEdges = mostEdges;
  }

  /// For the cells of a text.
  static CellConverters converters(BlockScan text, ByteSource source) {
    return new CellConverters(source.execution().engine(), text.memory());
  }

  /// Reads all edges.
  EdgeBuffer parse() {
    source.checkpoint();
    BlockScan.Blocks<EdgeBlock<C>> blocks =
        text.start(
            (char) layout.separator().value(),
            layout.width(),
            layout.columns(),
            layout.strict(),
            () -> new EdgeBlock<>(vertices.columns(), weights()));
    for (EdgeBlock<C> next = blocks.next(); next != null; next = blocks.next()) {
      source.checkpoint();
      take(next, blocks.block());
    }
    return edges;
  }

  private @Nullable WeightColumn weights() {
    return layout.isWeighted() ? new WeightColumn(layout, () -> onlyReals, converters) : null;
  }

  private void take(EdgeBlock<C> converted, Block block) {
    CsvCells cells = block.cells();
    int rows = (int) Math.min(converted.right(), mostEdges - edges.count());
    int taken = vertices.take(converted.ids(), cells, rows, edges);
    if (layout.isWeighted()) {
      takeWeights(Objects.requireNonNull(converted.weights()), cells, taken);
    }
    if (taken < block.rows()) {
      throw wrong(block, cells.start(taken, 0));
    }
    if (block.isTooLong()) {
      throw Line.tooLong(text.name(), block.line(block.to()), block.offset(block.to()));
    }
    if (block.isBroken()) {
      throw wrong(block, block.to());
    }
    lineIsOpen = block.endsInLine();
  }

  private void takeWeights(WeightColumn weights, CsvCells cells, int rows) {
    if (!weights.areReal() && edges.weightType() == WeightType.FLOAT64) {
      // Converted before it was known that some weight is no integer.
      weights.toReals(cells);
    } else if (weights.areReal() && edges.weightType().isInteger()) {
      edges.widen(WeightType.FLOAT64);
      onlyReals = true;
    } else if (!weights.areReal()
        && !weights.areSmall()
        && edges.weightType() == WeightType.INT32) {
      edges.widen(WeightType.INT64);
    }
    edges.addWeights(weights.values(), rows);
  }

  private InputFormatException wrong(Block block, long position) {
    Line line = Line.around(text.name(), block, position);
    return edges.count() == mostEdges
        ? line.unexpected("no more than " + mostEdges + " entries", line.start(), line.end())
        : check.wrong(line);
  }

  /// Number of the line behind the last one.
  long lastLine() {
    return text.line() + (lineIsOpen ? 1 : 0);
  }
}
