package dev.gatun.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchBuilder;
import dev.gatun.arrow.BatchReader;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.GraphExport;
import dev.gatun.graph.GraphFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Graphs as DOT, GraphML and Mermaid.
class GraphExportTest {
  private static final String NASTY = "a\"b\\ <i>&amp;\n#1; `x` |[{(\0\t";

  @TempDir private Path folder;

  private static GraphFrame frame(boolean directed) {
    try (Batch vertices =
            new BatchBuilder()
                .strings("name", null, "Bea", NASTY)
                .longs("id", 10, 20, 30)
                .booleans("ok", true, false, true)
                .build();
        Batch edges =
            new BatchBuilder()
                .longs("source", 10, 30, 20, 20)
                .longs("target", 20, 10, 20, 10)
                .doubles("w", 0.5, 1, 2, 3)
                .strings("kind", "x", null, "y\"", "z")
                .build()) {
      return GraphFrame.builder()
          .vertices(BatchReader.of(vertices))
          .edges(BatchReader.of(edges))
          .weight("w")
          .directed(directed)
          .build();
    }
  }

  private static String text(GraphExport export, GraphFrame frame) throws IOException {
    StringBuilder text = new StringBuilder();
    try (frame) {
      export.write(frame, text);
    }
    return text.toString();
  }

  @Test
  void dot() throws IOException {
    assertEquals(
        """
        digraph {
          n0 [label="10\\nok: true"];
          n1 [label="20\\nname: Bea\\nok: false"];
          n2 [label="30\\nname: a\\"b\\\\ <i>&amp;\\n#1; `x` |[{(\ufffd\t\\nok: true"];
          n0 -> n1 [label="w: 0.5\\nkind: x"];
          n2 -> n0 [label="w: 1.0"];
          n1 -> n1 [label="w: 2.0\\nkind: y\\""];
          n1 -> n0 [label="w: 3.0\\nkind: z"];
        }
        """,
        text(GraphExport.dot(), frame(true)));
  }

  @Test
  void mermaid() throws IOException {
    assertEquals(
        """
        flowchart LR
          n0["10<br/>ok: true"]
          n1["20<br/>name: Bea<br/>ok: false"]
          n2["30<br/>name: a#34;b#92; #60;i#62;#38;amp;<br/>#35;1; #96;x#96; \
        #124;#91;#123;#40;  <br/>ok: true"]
          n0 ---|"w: 0.5<br/>kind: x"| n1
          n2 ---|"w: 1.0"| n0
          n1 ---|"w: 2.0<br/>kind: y#34;"| n1
          n1 ---|"w: 3.0<br/>kind: z"| n0
        """,
        text(GraphExport.mermaid(), frame(false)));
  }

  @Test
  void graphmlIsXmlWithEveryValue() throws Exception {
    String text = text(GraphExport.graphml(), frame(true));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        List.of("id long", "name string", "ok boolean", "w double", "kind string"),
        elements(document, "key").stream()
            .map(key -> key.getAttribute("attr.name") + " " + key.getAttribute("attr.type"))
            .toList());
    List<Element> nodes = elements(document, "node");
    assertEquals(3, nodes.size());
    assertEquals("10true", nodes.get(0).getTextContent());
    assertEquals("30" + NASTY.replace('\0', '\ufffd') + "true", nodes.get(2).getTextContent());
    List<Element> edges = elements(document, "edge");
    assertEquals("n2", edges.get(1).getAttribute("source"));
    assertEquals("n0", edges.get(1).getAttribute("target"));
    assertEquals("2.0y\"", edges.get(2).getTextContent());
    assertEquals("directed", elements(document, "graph").getFirst().getAttribute("edgedefault"));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void aGraphWithoutProperties() throws IOException {
    int[] source = {0, 1, 2, 2};
    int[] target = {1, 0, 2, 0};
    try (EdgeList edges = EdgeList.of(source, target, new long[] {5, 7, 1, 1L << 60});
        CsrGraph graph = CsrGraph.builder().undirected().keepSelfLoops(true).build(edges)) {
      Path file = folder.resolve("g.dot");
      GraphExport.dot().write(graph, file);
      assertEquals(
          """
          graph {
            n0 [label="0"];
            n1 [label="1"];
            n2 [label="2"];
            n0 -- n1 [label="5"];
            n0 -- n2 [label="1152921504606846976"];
            n2 -- n2 [label="1"];
          }
          """,
          Files.readString(file));
    }
  }

  @Test
  void largeGraphsAreRefused() {
    try (GraphFrame frame = frame(true)) {
      Path file = folder.resolve("g.mmd");
      GraphExport small = GraphExport.mermaid().limit(3);
      assertEquals(
          "a graph of 3 vertices and 4 edges is more than the limit of 3 for an export as MERMAID",
          assertThrows(IllegalArgumentException.class, () -> small.write(frame, file))
              .getMessage());
      assertFalse(Files.exists(file));
      small.limit(4).write(frame, file);
      assertThrows(IllegalArgumentException.class, () -> small.limit(-1));
    }
  }
}
