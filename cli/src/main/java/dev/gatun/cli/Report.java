package dev.gatun.cli;

import dev.gatun.RunInfo;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a command has to say: for people, labelled lines and tables; for programs, one JSON object.
final class Report {
  private final Map<String, @Nullable Object> json = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Titled> tables = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private String text = "";
  private int status;

  private record Fact(String label, String text) {}

  private record Titled(String title, Table table, String remark) {}

  /// A labelled line for people. All of them stand before the tables.
  Report fact(String label, String text) {
    facts.add(new Fact(label, text));
    return this;
  }

  /// An empty line for people.
  Report gap() {
    return fact("", "");
  }

  /// A value for programs.
  Report json(String key, @Nullable Object value) {
    json.put(key, value);
    return this;
  }

  /// What every result carries for programs.
  Report ran(RunInfo info, Duration elapsed, long bytesRead) {
    return json("engine", EnumConverter.spelling(info.engine()))
        .json("isa", info.isa())
        .json("threads", info.threads())
        .json("elapsed_ms", Units.millis(elapsed))
        .json("bytes_read", bytesRead);
  }

  /// A table for both; people do not see an empty one.
  ///
  /// @param title line above it, or empty
  /// @param remark line below it, or empty
  Report table(String key, String title, Table table, String remark) {
    json.put(key, table.json());
    if (!table.isEmpty()) {
      tables.add(new Titled(title, table, remark));
    }
    return this;
  }

  /// A text for both, which people see as it is, before all others.
  Report text(String key, String value) {
    return text(value).json(key, value);
  }

  /// A text that people see as it is, before all others.
  Report text(String value) {
    text = value;
    return this;
  }

  /// A table for people; they do not see an empty one.
  Report table(Table table) {
    if (!table.isEmpty()) {
      tables.add(new Titled("", table, ""));
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
    out.print(text);
    int labels = facts.stream().mapToInt(fact -> fact.label().length()).max().orElse(0);
    for (Fact fact : facts) {
      String padding = " ".repeat(labels - fact.label().length() + 2);
      out.println((fact.label() + padding + Units.printable(fact.text())).stripTrailing());
    }
    boolean first = facts.isEmpty();
    for (Titled titled : tables) {
      if (!first) {
        out.println();
      }
      first = false;
      printUnlessEmpty(titled.title(), out);
      titled.table().print(out);
      printUnlessEmpty(titled.remark(), out);
    }
  }

  private static void printUnlessEmpty(String line, PrintWriter out) {
    if (!line.isEmpty()) {
      out.println(line);
    }
  }
}
