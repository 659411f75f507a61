package dev.gatun.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.graph.GraphArchive;
import dev.gatun.graph.GraphArchiveException;
import dev.gatun.internal.exec.MemoryAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// GraphAr directories that are wrong: each error names file and key, and what was expected.
class GraphArchiveErrorsTest {
  @TempDir private Path folder;
  private long liveBefore;

  @BeforeEach
  void countMemory() {
    liveBefore = MemoryAccount.process().live();
    ModernGraph.write(folder);
  }

  @AfterEach
  void everythingIsFreed() {
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  private GraphArchiveException refused() {
    return assertThrows(
        GraphArchiveException.class,
        () -> GraphArchive.read(folder.resolve("modern.graph.yml")).close());
  }

  private void assertRefused(String file, String key, String problem) {
    GraphArchiveException refused = refused();
    assertEquals(folder.resolve(file).toString(), refused.file(), refused.getMessage());
    assertEquals(key, refused.key(), refused.getMessage());
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modern.graph.yml",
        "person.vertex.yml",
        "created.edge.yml",
        "vertex/person/vertex_count",
        "vertex/person/id/chunk1",
        "vertex/person/name_age/chunk0",
        "edge/knows/ordered_by_source/vertex_count",
        "edge/knows/ordered_by_source/edge_count1",
        "edge/knows/ordered_by_source/offset/chunk0",
        "edge/knows/ordered_by_source/adj_list/part1/chunk0",
        "edge/created/ordered_by_source/weight/part0/chunk1"
      })
  void missingFiles(String file) throws IOException {
    Files.delete(folder.resolve(file));
    assertRefused(file, "", "expected a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modern.graph.yml|version: gar/v1|version: gar/v2|version|expected gar/v1, found \"gar/v2\"",
        "modern.graph.yml|version: gar/v1|x: 1|version|expected a value, found none",
        "modern.graph.yml|name: modern|name:|name|expected a text",
        "modern.graph.yml|- software|- ../software|vertices[1]|expected a path inside",
        "modern.graph.yml|- software|- /etc/software|vertices[1]|expected a path inside",
        "modern.graph.yml|name: modern|prefix: s3://x/|prefix|expected a path inside",
        "modern.graph.yml|- software|- person|vertices[1]|expected vertices of another type",
        "person.vertex.yml|prefix: vertex|prefix: ../vertex|prefix|expected a path inside",
        "person.vertex.yml|chunk_size: 2|chunk_size: -2|chunk_size|expected a number from 1 on",
        "person.vertex.yml|chunk_size: 2|chunk_size: two|chunk_size|expected a number from 1 on",
        "person.vertex.yml|int64|int63|property_groups[0].properties[0].data_type|expected bool, int32",
        "person.vertex.yml|is_primary: true|is_primary: yes|property_groups[0].properties[0].is_primary|expected true or false",
        "person.vertex.yml|name: age|name: id|property_groups[1].properties[1].name|expected a name that no other",
        "person.vertex.yml|file_type: csv|file_type: orc|property_groups[0].file_type|expected csv or parquet",
        "person.vertex.yml|data_type: string|data_type: list<int32>|property_groups[1].properties[0].data_type|CSV has a form for",
        "knows.edge.yml|aligned_by: src|aligned_by: both|adj_lists[0].aligned_by|expected src or dst",
        "knows.edge.yml|ordered: true|ordered: sorted|adj_lists[0].ordered|expected true or false",
        "knows.edge.yml|dst_type: person|dst_type: people|dst_type|expected a type of vertices: person, software",
        "knows.edge.yml|src_chunk_size: 2|src_chunk_size: 3|src_chunk_size|expected 2, the chunk_size of the person",
        "knows.edge.yml|chunk_size: 2|chunk_size: []|chunk_size|expected a text, found a sequence",
      })
  void informationFiles(String file, String from, String to, String key, String problem)
      throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(from));
    Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    assertRefused(file, key, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a: 1!b|line 2|expected \"key: value\"",
        "a: &x 1|line 1|YAML that information files do not use",
        "a: 1!a: 2|a|is there twice, again in line 2",
        "a: 'x|line 1|a quote is not closed",
        "a: [1, 2|line 1|expected ] at the end",
        "a:!  b: 1! c: 2|line 3|unexpected indentation",
        "a: |version|expected a value, found none",
        "- a|line 1|expected a mapping, found a sequence",
        "~# nothing~||is empty",
      })
  void whatIsNoYaml(String text, String key, String problem) throws IOException {
    Files.writeString(folder.resolve("modern.graph.yml"), text.replace('!', '\n'));
    assertRefused("modern.graph.yml", key == null ? "" : key, problem);
  }

  @Test
  void tabsAndOtherBytes() throws IOException {
    Path file = folder.resolve("modern.graph.yml");
    Files.writeString(file, "a:\n\tb: 1\n");
    assertRefused("modern.graph.yml", "line 2", "a tab in the indentation");
    Files.write(file, new byte[] {'a', ':', (byte) 0xff});
    assertRefused("modern.graph.yml", "", "expected UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vertex/person/id/chunk0|_graphArVertexIndex,id!0,4!||expected 2 rows, found 1",
        "vertex/person/id/chunk0|_graphArVertexIndex,id!0,4!1,6!2,7!||expected 2 rows, found 3",
        "vertex/person/id/chunk0|_graphArVertexIndex,id!0,4!2,6!|_graphArVertexIndex|expected 1, found 2",
        "vertex/person/id/chunk0|_graphArVertexIndex,ident!0,4!1,6!|id|expected a column, found none",
        "vertex/person/id/chunk0|id!4!x!|id|is not the CSV it should be",
        "vertex/person/id/chunk0|id,x!4,1!,1!|id|expected a value in every row",
        "vertex/person/id/chunk2|id!4!||expected no chunk after the last of 4 rows",
        "edge/knows/ordered_by_source/adj_list/part1/chunk0|_graphArSrcIndex,_graphArDstIndex!2,3!2,4!|_graphArDstIndex|expected 0 to 3, found 4",
        "edge/knows/ordered_by_source/adj_list/part1/chunk0|_graphArSrcIndex,_graphArDstIndex!2,3!1,0!|_graphArSrcIndex|expected 2 to 3, found 1",
        "edge/knows/ordered_by_source/adj_list/part1/chunk0|_graphArSrcIndex,_graphArDstIndex!2,3!||expected 2 rows, found 1",
        "edge/knows/ordered_by_source/adj_list/part1/chunk1|_graphArSrcIndex,_graphArDstIndex!2,3!||expected no chunk after",
        "edge/knows/ordered_by_source/weight/part1/chunk0|weight!1!||expected 2 rows, found 1",
        "edge/knows/ordered_by_source/offset/chunk1|_graphArOffset!0!1!2!|_graphArOffset|expected 2 in row 1, found 1",
        "edge/knows/ordered_by_source/offset/chunk1|_graphArOffset!0!2!||expected 3 rows, found 2",
      })
  void dataFiles(String file, String text, String key, String problem) throws IOException {
    ModernGraph.text(folder, file, text.replace('!', '\n'));
    assertRefused(file, key == null ? "" : key, problem);
  }

  @Test
  void edgesOutOfOrder() throws IOException {
    ModernGraph.text(
        folder,
        "edge/created/ordered_by_source/adj_list/part0/chunk0",
        "_graphArSrcIndex,_graphArDstIndex\n1,0\n0,1\n");
    assertRefused(
        "edge/created/ordered_by_source/offset/chunk0", "_graphArOffset", "expected 0 in row 1");
  }

  @Test
  void counts() throws IOException {
    Path count = folder.resolve("vertex/person/vertex_count");
    ModernGraph.count(count, 3);
    assertRefused("vertex/person/id/chunk1", "", "expected 1 rows, found 2");
    ModernGraph.count(count, -1);
    assertRefused("vertex/person/vertex_count", "", "expected a count of 0 or more");
    ModernGraph.count(count, 1L << 40);
    assertRefused("vertex/person/vertex_count", "", "expected at most 2^31 - 1 vertices");
    Files.write(count, new byte[7]);
    assertRefused("vertex/person/vertex_count", "", "in 8 bytes, found 7 bytes");
    ModernGraph.write(folder);
    ModernGraph.count(folder.resolve("edge/knows/ordered_by_source/vertex_count"), 5);
    assertRefused(
        "edge/knows/ordered_by_source/vertex_count", "", "expected 4, the number of person");
    ModernGraph.write(folder);
    ModernGraph.count(folder.resolve("edge/knows/ordered_by_source/edge_count2"), 5);
    assertRefused("edge/knows/ordered_by_source/edge_count2", "", "expected no part after the 2");
    Files.delete(folder.resolve("edge/knows/ordered_by_source/edge_count2"));
    ModernGraph.count(folder.resolve("edge/knows/ordered_by_source/edge_count1"), 1L << 60);
    assertTrue(refused().getMessage().contains("expected a file (the last chunk of"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksDoNotLeadOutside() throws IOException {
    Path outside = Files.createTempFile("gatun-graphar", "");
    try {
      Path chunk = folder.resolve("vertex/person/id/chunk0");
      Files.copy(chunk, outside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.delete(chunk);
      Files.createSymbolicLink(chunk, outside);
      assertRefused("person.vertex.yml", "prefix", "expected a path inside");
    } finally {
      Files.delete(outside);
    }
  }
}
