package dev.gatun.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small graph of two types of vertices and two of edges as a GraphAr directory, with more than
/// one chunk, part and property group, and a part without edges.
final class ModernGraph {
  private static final String EDGE =
      """
      src_type: person
      edge_type: %s
      dst_type: %s
      chunk_size: 2
      src_chunk_size: 2
      dst_chunk_size: %d
      directed: true
      prefix: edge/%s/
      adj_lists:
        - ordered: true
          aligned_by: src
          file_type: csv
      property_groups:
        - properties: # one
          - name: 'weight'
            data_type: double
            is_primary: false
          file_type: "csv"
      version: gar/v1
      """;

  private ModernGraph() {}

  /// Writes it.
  ///
  /// @return the file of the graph
  static Path write(Path folder) {
    try {
      text(
          folder,
          "modern.graph.yml",
          """
          # two types
          name: modern
          vertices:
            - person.vertex.yml
            - software.vertex.yml
          edges: [knows.edge.yml, created.edge.yml]
          version: gar/v1
          """);
      text(
          folder,
          "person.vertex.yml",
          """
          type: person
          chunk_size: 2
          prefix: vertex/person/
          property_groups:
            - properties:
                - name: id
                  data_type: int64
                  is_primary: true
              prefix: id/
              file_type: csv
            - properties:
                - name: name
                  data_type: string
                - name: age
                  data_type: int64
                  is_nullable: false
              file_type: csv
          version: gar/v1
          """);
      text(
          folder,
          "software.vertex.yml",
          """
          type: software
          chunk_size: 10
          property_groups:
            - properties:
                - name: id
                  data_type: int64
                  is_primary: true
                - name: name
                  data_type: string
                - name: lang
                  data_type: string
              file_type: csv
          version: gar/v1
          """);
      text(folder, "knows.edge.yml", EDGE.formatted("knows", "person", 2, "knows"));
      text(folder, "created.edge.yml", EDGE.formatted("created", "software", 10, "created"));
      Path person = folder.resolve("vertex/person");
      count(person.resolve("vertex_count"), 4);
      text(person, "id/chunk0", "_graphArVertexIndex,id\n0,4\n1,6\n");
      text(person, "id/chunk1", "_graphArVertexIndex,id\n2,1\n3,2\n");
      text(person, "name_age/chunk0", "_graphArVertexIndex,name,age\n0,josh,32\n1,peter,35\n");
      text(person, "name_age/chunk1", "name,age\n\"marko, \"\"M\"\"\",29\n,27\n");
      count(folder.resolve("software/vertex_count"), 2);
      text(
          folder,
          "software/id_name_lang/chunk0",
          "_graphArVertexIndex,id,name,lang\n0,3,lop,java\n1,5,ripple,java\n");
      Path knows = folder.resolve("edge/knows/ordered_by_source");
      count(knows.resolve("vertex_count"), 4);
      count(knows.resolve("edge_count0"), 0);
      count(knows.resolve("edge_count1"), 2);
      text(knows, "offset/chunk0", "_graphArOffset\n0\n0\n0\n");
      text(knows, "offset/chunk1", "_graphArOffset\n0\n2\n2\n");
      text(knows, "adj_list/part1/chunk0", "_graphArSrcIndex,_graphArDstIndex\n2,3\n2,0\n");
      text(knows, "weight/part1/chunk0", "weight\n0.5\n1\n");
      Path created = folder.resolve("edge/created/ordered_by_source");
      count(created.resolve("vertex_count"), 4);
      count(created.resolve("edge_count0"), 3);
      count(created.resolve("edge_count1"), 1);
      text(created, "offset/chunk0", "_graphArOffset\n0\n2\n3\n");
      text(created, "offset/chunk1", "_graphArOffset\n0\n1\n1\n");
      text(created, "adj_list/part0/chunk0", "_graphArSrcIndex,_graphArDstIndex\n0,0\n0,1\n");
      text(created, "adj_list/part0/chunk1", "_graphArSrcIndex,_graphArDstIndex\n1,0\n");
      text(created, "adj_list/part1/chunk0", "_graphArSrcIndex,_graphArDstIndex\n2,0\n");
      text(created, "weight/part0/chunk0", "weight\n0.4\n1.0\n");
      text(created, "weight/part0/chunk1", "weight\n0.2\n");
      text(created, "weight/part1/chunk0", "weight\n0.4\n");
      return folder.resolve("modern.graph.yml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of text.
  static void text(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// A file of one number.
  static void count(Path file, long count) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(count).array());
  }
}
