package dev.gatun.internal.export;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [GraphML](http://graphml.graphdrawing.org/specification.html): properties as data with keys that
/// have a type. Nodes are called by their numbers; what they are called outside is a property.
public final class GraphmlText implements GraphText {
  private final Appendable out;

  public GraphmlText(Appendable out) {
    this.out = out;
  }

  @Override
  public void begin(boolean directed, List<Field> vertices, List<Field> edges) throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    keys("node", "v", vertices);
    keys("edge", "e", edges);
    String kind = directed ? "directed" : "undirected";
    out.append("  <graph id=\"G\" edgedefault=\"" + kind + "\">\n");
  }

  private void keys(String what, String prefix, List<Field> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      out.append(
          "  <key id=\"%s%d\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
              .formatted(prefix, i, what, escaped(field.name()), type(field.type())));
    }
  }

  /// The narrowest of GraphML's types.
  private static String type(DataType type) {
    return switch (type) {
      case DataType.Bool _ -> "boolean";
      case DataType.Int(int bits, boolean signed) ->
          bits < Integer.SIZE || (signed && bits == Integer.SIZE)
              ? "int"
              : signed || bits < Long.SIZE ? "long" : "string";
      case DataType.FloatingPoint(int bits) -> bits <= Float.SIZE ? "float" : "double";
      default -> "string";
    };
  }

  @Override
  public void vertex(int vertex, List<@Nullable String> values) throws IOException {
    out.append("    <node id=\"n" + vertex + "\">");
    data("v", values);
    out.append("</node>\n");
  }

  @Override
  public void edge(long edge, int source, int target, List<@Nullable String> values)
      throws IOException {
    out.append(
        "    <edge id=\"e%d\" source=\"n%d\" target=\"n%d\">".formatted(edge, source, target));
    data("e", values);
    out.append("</edge>\n");
  }

  private void data(String prefix, List<@Nullable String> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (value != null) {
        out.append("<data key=\"" + prefix + i + "\">" + escaped(value) + "</data>");
      }
    }
  }

  @Override
  public void end() throws IOException {
    out.append("  </graph>\n</graphml>\n");
  }

  /// What XML 1.0 cannot hold becomes U+FFFD. Line ends are written as references, which parsers
  /// leave as they are.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> append(c, escaped));
    return escaped.toString();
  }

  private static void append(int c, StringBuilder escaped) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
      default -> escaped.appendCodePoint(isXml(c) ? c : 0xfffd);
    }
  }

  /// The production `Char`.
  private static boolean isXml(int c) {
    return (c >= ' ' && c < 0xd800) || (c > 0xdfff && c < 0xfffe) || c > 0xffff;
  }
}
