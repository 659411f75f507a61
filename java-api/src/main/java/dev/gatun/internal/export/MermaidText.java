package dev.gatun.internal.export;

import dev.gatun.arrow.Field;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Mermaid flowchart](https://mermaid.js.org/syntax/flowchart.html).
public final class MermaidText implements GraphText {
  private static final String SPECIAL = "\"#<>&`\\|[]{}()";

  private final Appendable out;
  private List<Field> vertices = List.of();
  private List<Field> edges = List.of();
  private String arrow = " --> ";

  public MermaidText(Appendable out) {
    this.out = out;
  }

  @Override
  public void begin(boolean directed, List<Field> vertexFields, List<Field> edgeFields)
      throws IOException {
    vertices = vertexFields;
    edges = edgeFields;
    arrow = directed ? " -->" : " ---";
    out.append("flowchart LR\n");
  }

  @Override
  public void vertex(int vertex, List<@Nullable String> values) throws IOException {
    String label = Labels.vertex(vertices, values, MermaidText::escaped, "<br/>");
    out.append("  n" + vertex + "[\"" + label + "\"]\n");
  }

  @Override
  public void edge(long edge, int source, int target, List<@Nullable String> values)
      throws IOException {
    String label = Labels.edge(edges, values, MermaidText::escaped, "<br/>");
    out.append("  n" + source + arrow);
    out.append((label.isEmpty() ? "" : "|\"" + label + "\"|") + " n" + target + "\n");
  }

  @Override
  public void end() {}

  /// In quotes, where characters may be written as entities by their numbers.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                escaped.append("<br/>");
              } else if (c < ' ') {
                escaped.append(' ');
              } else if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('#').append(c).append(';');
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.isEmpty() ? " " : escaped.toString();
  }
}
