package dev.gatun.internal.export;

import dev.gatun.arrow.Field;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [DOT](https://graphviz.org/doc/info/lang.html), the language of Graphviz. Nodes are called by
/// their numbers, since ids in quotes cannot end in a backslash; what they are called outside is in
/// their labels.
public final class DotText implements GraphText {
  private final Appendable out;
  private List<Field> vertices = List.of();
  private List<Field> edges = List.of();
  private String arrow = " -> ";

  public DotText(Appendable out) {
    this.out = out;
  }

  @Override
  public void begin(boolean directed, List<Field> vertexFields, List<Field> edgeFields)
      throws IOException {
    vertices = vertexFields;
    edges = edgeFields;
    arrow = directed ? " -> " : " -- ";
    out.append(directed ? "digraph {\n" : "graph {\n");
  }

  @Override
  public void vertex(int vertex, List<@Nullable String> values) throws IOException {
    String label = Labels.vertex(vertices, values, DotText::escaped, "\\n");
    out.append("  n" + vertex + " [label=\"" + label + "\"];\n");
  }

  @Override
  public void edge(long edge, int source, int target, List<@Nullable String> values)
      throws IOException {
    String label = Labels.edge(edges, values, DotText::escaped, "\\n");
    out.append("  n" + source + arrow + "n" + target);
    out.append(label.isEmpty() ? ";\n" : " [label=\"" + label + "\"];\n");
  }

  @Override
  public void end() throws IOException {
    out.append("}\n");
  }

  /// Of the type `escString`, in quotes.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replace("\r", "\\n")
        .replace("\0", "\ufffd");
  }
}
