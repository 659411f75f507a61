package dev.gatun.internal.graphar;

import dev.gatun.graph.GraphArchiveException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what information files use of [YAML](https://yaml.org/spec/1.2.2/): block mappings and
/// sequences, sequences of scalars in brackets, plain and quoted scalars of one line, comments.
/// Everything else (anchors, tags, block scalars, more than one document, tabs in indentation) is
/// an error with its line, and so is a key that is there twice.
final class YamlParser {
  private static final int MOST_DEPTH = 20;

  private final Path file;
  private final List<Line> lines = new ArrayList<>();
  private int next;

  /// A line that has something.
  ///
  /// @param indent blanks before it
  private record Line(int number, int indent, String text) {}

  private YamlParser(Path file, String text) {
    this.file = file;
    int number = 0;
    for (String raw : text.split("\r\n|[\n\r]", -1)) {
      number++;
      String content =
          withoutComment(number == 1 ? raw.replace("\ufeff", "") : raw).stripTrailing();
      int indent = 0;
      while (indent < content.length() && content.charAt(indent) == ' ') {
        indent++;
      }
      String rest = content.substring(indent);
      if (rest.startsWith("\t")) {
        throw wrong(number, "a tab in the indentation");
      }
      boolean first = lines.isEmpty() && rest.equals("---");
      if (!rest.isEmpty() && !first) {
        lines.add(new Line(number, indent, rest));
      }
    }
  }

  /// The root, a mapping.
  ///
  /// @throws GraphArchiveException when the text is something else
  static Yaml parse(Path file, String text) {
    YamlParser parser = new YamlParser(file, text);
    if (parser.lines.isEmpty()) {
      throw new GraphArchiveException(file, "", "is empty");
    }
    Yaml root = parser.block(parser.lines.getFirst().indent, "", 0);
    if (parser.next < parser.lines.size()) {
      throw parser.wrong(parser.lines.get(parser.next).number, "unexpected indentation");
    }
    return root;
  }

  private GraphArchiveException wrong(int line, String problem) {
    return new GraphArchiveException(file, "line " + line, problem);
  }

  /// A `#` begins a comment where a line or a blank comes before it, outside quotes.
  private static String withoutComment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean begins = i == 0 || " \t[,".indexOf(line.charAt(i - 1)) >= 0;
      if (quote != 0) {
        if (c == '\\' && quote == '"') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if ((c == '"' || c == '\'') && begins) {
        quote = c;
      } else if (c == '#' && begins) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  /// The mapping or sequence whose lines have this indentation.
  private Yaml block(int indent, String key, int depth) {
    Line first = lines.get(next);
    if (depth > MOST_DEPTH) {
      throw wrong(first.number, "more than " + MOST_DEPTH + " levels");
    }
    return isItem(first) ? sequence(indent, key, depth) : mapping(indent, key, depth);
  }

  private static boolean isItem(Line line) {
    return line.text.equals("-") || line.text.startsWith("- ");
  }

  private Yaml sequence(int indent, String key, int depth) {
    int number = lines.get(next).number;
    List<Yaml> items = new ArrayList<>();
    while (next < lines.size() && lines.get(next).indent == indent && isItem(lines.get(next))) {
      Line line = lines.get(next);
      String itemKey = key + "[" + items.size() + "]";
      String rest = line.text.substring(1).stripLeading();
      if (rest.isEmpty()) {
        next++;
        items.add(below(line, indent, itemKey, depth));
      } else if (keyEnd(rest) >= 0) {
        // What is behind the dash is the first line of a mapping.
        int inner = indent + line.text.length() - rest.length();
        lines.set(next, new Line(line.number, inner, rest));
        items.add(mapping(inner, itemKey, depth + 1));
      } else {
        next++;
        items.add(scalar(rest, itemKey, line.number));
      }
    }
    return new Yaml(file, key, number, new Yaml.Sequence(items));
  }

  private Yaml mapping(int indent, String key, int depth) {
    int number = lines.get(next).number;
    Map<String, Yaml> entries = new LinkedHashMap<>();
    while (next < lines.size() && lines.get(next).indent == indent && !isItem(lines.get(next))) {
      Line line = lines.get(next++);
      int colon = keyEnd(line.text);
      if (colon < 0) {
        throw wrong(line.number, "expected \"key: value\", found \"" + line.text + "\"");
      }
      String name = unquoted(line.text.substring(0, colon).strip(), line.number);
      String path = key.isEmpty() ? name : key + "." + name;
      String rest = line.text.substring(colon + 1).strip();
      Yaml value =
          rest.isEmpty() ? below(line, indent, path, depth) : scalar(rest, path, line.number);
      if (entries.put(name, value) != null) {
        throw new GraphArchiveException(file, path, "is there twice, again in line " + line.number);
      }
    }
    return new Yaml(file, key, number, new Yaml.Mapping(entries));
  }

  /// What belongs to a key or dash that ends its line: deeper lines, or, of a key, a sequence as
  /// deep as itself; nothing is an empty text.
  private Yaml below(Line line, int indent, String key, int depth) {
    if (next < lines.size()) {
      Line first = lines.get(next);
      if (first.indent > indent || (first.indent == indent && isItem(first) && !isItem(line))) {
        return block(first.indent, key, depth + 1);
      }
    }
    return new Yaml(file, key, line.number, new Yaml.Text(""));
  }

  /// Where the colon behind a key is, -1 when the text has no key.
  private static int keyEnd(String text) {
    int from = 0;
    if (text.startsWith("\"") || text.startsWith("'")) {
      from = text.indexOf(text.charAt(0), 1) + 1;
      if (from == 0) {
        return -1;
      }
    } else if (text.startsWith("[") || text.startsWith("{")) {
      return -1;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return -1;
  }

  private Yaml scalar(String text, String key, int line) {
    if (!text.startsWith("[")) {
      return new Yaml(file, key, line, new Yaml.Text(unquoted(text, line)));
    }
    if (!text.endsWith("]")) {
      throw wrong(line, "expected ] at the end, found \"" + text + "\"");
    }
    String inside = text.substring(1, text.length() - 1).strip();
    List<Yaml> items = new ArrayList<>();
    if (!inside.isEmpty()) {
      for (String item : inside.split(",", -1)) {
        String itemKey = key + "[" + items.size() + "]";
        items.add(new Yaml(file, itemKey, line, new Yaml.Text(unquoted(item.strip(), line))));
      }
    }
    return new Yaml(file, key, line, new Yaml.Sequence(items));
  }

  private String unquoted(String text, int line) {
    if (text.isEmpty()) {
      return text;
    }
    char first = text.charAt(0);
    if (first == '"' || first == '\'') {
      if (text.length() < 2 || text.charAt(text.length() - 1) != first) {
        throw wrong(line, "a quote is not closed: " + text);
      }
      String inside = text.substring(1, text.length() - 1);
      return first == '\'' ? inside.replace("''", "'") : withoutEscapes(inside, line);
    }
    if ("&*!|>{}%@`?".indexOf(first) >= 0) {
      throw wrong(line, "\"" + first + "\" is YAML that information files do not use: " + text);
    }
    return text;
  }

  private String withoutEscapes(String text, int line) {
    if (text.replace("\\\\", "").replace("\\\"", "").contains("\\")) {
      throw wrong(line, "an escape other than \\\" and \\\\: " + text);
    }
    return text.replace("\\\"", "\"").replace("\\\\", "\\");
  }
}
