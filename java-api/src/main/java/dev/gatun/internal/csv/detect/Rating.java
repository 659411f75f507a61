package dev.gatun.internal.csv.detect;

import java.util.List;

/// Says how well a way to cut a text fits it: how many records have the same number of cells, how
/// many cells that is, and how much the cells look like values.
final class Rating {
  /// Delimiters, those first that win where others fit as well.
  static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|', '~', '^', ' ', ':');

  /// Quotes, the usual one first.
  static final List<Character> QUOTES = List.of('"', '\'');

  private static final int MOST_CELLS = 1000;

  // Values of cells.
  private static final double CLEAR = 1; // typed, or quoted by the rules
  private static final double TEXT = 0.6;
  private static final double EMPTY = 0.5;
  private static final double INDENTED = 0.45; // as behind the commas of prose
  private static final double MIXED = 0.3; // another delimiter would cut it
  private static final double UNCUT = 0.1; // a line that another delimiter would cut
  private static final double STRAY_QUOTE = 0.1;
  private static final double BASE = 0.3;

  /// Of a record that has several cells, but not as many as most.
  private static final double RAGGED = 0.4;

  /// Of a first record of another width than the others: a title, or a sign that these are lines.
  private static final double ODD_BEGINNING = 0.9;

  /// Lines that are all values, such as timestamps, are not cut at their blanks and colons.
  private static final double ONE_COLUMN = 1.1;

  /// Blanks and colons, which are in any prose, are delimiters only where so many cells are typed.
  private static final double LEAST_TYPED = 0.2;

  private final Cut cut;
  private final Shapes shapes;
  private final int width;
  private int cells;
  private int typed;
  private double values;

  private Rating(Cut cut, Shapes shapes) {
    this.cut = cut;
    this.shapes = shapes;
    this.width = cut.usualWidth();
  }

  /// From 0, not at all; comparable between cuts of one sample.
  static double of(Cut cut, Shapes shapes) {
    return cut.rows() == 0 ? 0 : new Rating(cut, shapes).rate();
  }

  private double rate() {
    double usual = 0;
    for (int row = 0; row < cut.rows(); row++) {
      usual += cut.width(row) == width ? 1 : cut.width(row) > 1 ? RAGGED : 0;
    }
    for (int row = 0; row < cut.rows() && cells < MOST_CELLS; row++) {
      if (cut.width(row) == width) {
        addRecord(row);
      }
    }
    double quality = cells == 0 ? TEXT : values / cells;
    double consistency = Math.min(cut.coverage(), usual / (cut.rows() + cut.wrongRecords()));
    double beginning = cut.width(0) == width ? 1 : ODD_BEGINNING;
    return consistency
        * consistency
        * beginning
        * width
        / (width + 1)
        * (BASE + quality)
        * trust((char) cut.grammar().delimiter());
  }

  private double trust(char delimiter) {
    if (width == 1) {
      return ONE_COLUMN;
    }
    boolean enoughTyped = typed >= LEAST_TYPED * cells;
    return switch (delimiter) {
      case ' ' -> enoughTyped ? 0.75 : 0;
      case ':' -> enoughTyped ? 0.7 : 0;
      case '~', '^' -> 0.9;
      default -> 1;
    };
  }

  private void addRecord(int row) {
    // The first record may be names, which are text in any case, but perhaps in quotes.
    boolean mayBeNames = row == 0 && cut.rows() > 1;
    for (int column = 0; column < width; column++) {
      String cell = cut.cell(row, column);
      boolean quoted = !cell.isEmpty() && cell.charAt(0) == cut.grammar().quote();
      if (quoted || !mayBeNames) {
        cells++;
        typed += quoted ? 1 : 0;
        values += quoted ? CLEAR : value(cell);
      }
    }
  }

  private double value(String cell) {
    Shape shape = shapes.of(cell);
    if (shape == Shape.EMPTY) {
      return EMPTY;
    }
    boolean mixed = isMixed(cell);
    if (shape.isTyped() && (width > 1 || !mixed)) {
      typed++;
      return CLEAR;
    }
    if (cell.indexOf('"') >= 0) {
      return STRAY_QUOTE;
    }
    return mixed ? (width > 1 ? MIXED : UNCUT) : cell.charAt(0) == ' ' ? INDENTED : TEXT;
  }

  private boolean isMixed(String cell) {
    return cell.indexOf(',') >= 0
        || cell.indexOf(';') >= 0
        || cell.indexOf('\t') >= 0
        || cell.indexOf('|') >= 0;
  }
}
