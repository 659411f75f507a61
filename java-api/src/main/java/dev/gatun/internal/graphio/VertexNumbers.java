package dev.gatun.internal.graphio;

import dev.gatun.internal.kernel.CsvCells;

/// Makes vertices of ids, block by block in the order of the text.
///
/// @param <C> what the ids of a block are converted to
interface VertexNumbers<C extends IdColumns> {
  /// For the ids of some block. Called on any thread.
  C columns();

  /// Takes the edges of the first rows of a block.
  ///
  /// @param converted what its ids were converted to
  /// @param rows at most so many as were found right
  /// @return row of the first one that is not right, `rows` when all are
  int take(C converted, CsvCells cells, int rows, EdgeBuffer edges);
}
