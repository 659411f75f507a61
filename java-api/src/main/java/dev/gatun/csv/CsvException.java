package dev.gatun.csv;

import dev.gatun.GatunException;

/// A CSV file that is not what it should be. The message is one line with file, line, record,
/// column, byte offset, reason and text.
public final class CsvException extends GatunException {
  private static final long serialVersionUID = 1L;

  private final CsvProblem problem;

  /// For the reader.
  public CsvException(CsvProblem problem) {
    super(problem.toString(), null);
    this.problem = problem;
  }

  /// What is wrong, and where.
  public CsvProblem problem() {
    return problem;
  }
}
