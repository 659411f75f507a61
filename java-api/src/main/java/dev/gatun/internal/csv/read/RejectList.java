package dev.gatun.internal.csv.read;

import dev.gatun.csv.CsvProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records rejected so far. Thread-safe.
final class RejectList {
  private final int most;
  private final List<CsvProblem> problems = new ArrayList<>();

  RejectList(int most) {
    this.most = most;
  }

  /// @return the first one that is too many, with a reason that says so; null when there is none
  synchronized @Nullable CsvProblem add(List<CsvProblem> more) {
    for (CsvProblem problem : more) {
      if (problems.size() == most) {
        return new CsvProblem(
            problem.file(),
            problem.line(),
            problem.record(),
            problem.column(),
            problem.columnName(),
            problem.byteOffset(),
            problem.kind(),
            problem.text(),
            "more than " + most + " records are rejected; this one: " + problem.reason());
      }
      problems.add(problem);
    }
    return null;
  }

  synchronized List<CsvProblem> list() {
    return List.copyOf(problems);
  }
}
