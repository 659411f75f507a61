package dev.gatun.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a command has to say: for people, labelled lines and tables; for programs, one JSON object.
final class Report {
  private final Map<String, @Nullable Object> json = new LinkedHashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int status;

  private sealed interface Section {}

  private record Fact(String label, String text) implements Section {}

  private record Gap() implements Section {}

  private record Titled(String title, Table table, String remark) implements Section {}

  /// A labelled line for people.
  Report fact(String label, String text) {
    sections.add(new Fact(label, text));
    return this;
  }

  /// An empty line for people.
  Report gap() {
    sections.add(new Gap());
    return this;
  }

  /// A value for programs.
  Report json(String key, @Nullable Object value) {
    json.put(key, value);
    return this;
  }

  /// A table for both; people do not see an empty one.
  ///
  /// @param title line above it, or empty
  /// @param remark line below it, or empty
  Report table(String key, String title, Table table, String remark) {
    json.put(key, table.json());
    if (!table.isEmpty()) {
      sections.add(new Titled(title, table, remark));
    }
    return this;
  }

  /// A line on standard error that does not change the exit status.
  Report warn(String message) {
    warnings.add(message);
    return this;
  }

  /// Ends with this exit status.
  Report status(int value) {
    status = value;
    return this;
  }

  int status() {
    return status;
  }

  void print(boolean asJson, PrintWriter out, PrintWriter err) {
    if (asJson) {
      out.println(Json.write(json));
    } else {
      printText(out);
    }
    out.flush();
    warnings.forEach(warning -> err.println("gatun: warning: " + Failure.oneLine(warning)));
  }

  private void printText(PrintWriter out) {
    int labels =
        sections.stream()
            .mapToInt(section -> section instanceof Fact fact ? fact.label().length() : 0)
            .max()
            .orElse(0);
    for (Section section : sections) {
      switch (section) {
        case Fact(String label, String text) ->
            out.println(label + " ".repeat(labels - label.length() + 2) + Units.printable(text));
        case Gap() -> out.println();
        case Titled(String title, Table table, String remark) -> {
          out.println();
          printUnlessEmpty(title, out);
          table.print(out);
          printUnlessEmpty(remark, out);
        }
      }
    }
  }

  private static void printUnlessEmpty(String line, PrintWriter out) {
    if (!line.isEmpty()) {
      out.println(line);
    }
  }
}
