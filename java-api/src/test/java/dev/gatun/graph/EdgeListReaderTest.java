package dev.gatun.graph;

import static dev.gatun.graph.EdgeTexts.DENSE;
import static dev.gatun.graph.EdgeTexts.READER;
import static dev.gatun.graph.EdgeTexts.edges;
import static dev.gatun.graph.EdgeTexts.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.graph.EdgeListReader.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeListReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2\n3 4\n",
        "1 2\r\n3 4\r\n",
        "1 2\n3 4",
        "1 2\r3 4\r",
        "1,2\n3,4,\n",
        "  1\t 2\n\t \n\t# c\n3  4\t",
        "1 2\r\n3 4\r",
        "1\t2\n3\t4\n",
        "1,2\n3,4\n",
        "1;2\n3;4\n",
        "1|2\n3|4\n",
        "1 , 2\n 3 ,4 \n",
        "1   2\n  3 \t 4  \n",
        "1 \t2\n3\t\t4\n",
        "\"1\",\"2\"\n\"3\",4\n",
        "\ufeff1 2\n3 4\n",
        "\n\n1 2\n\n  \n3 4\n\n",
        "# a comment\n% another\n1 2\n  # one more\n3 4\n#end",
        "a b\n1 2\n3 4\n",
        "source,target\n1,2\n3,4\n",
      })
  void twoEdgesInEveryForm(String text) {
    assertEquals(List.of("1>2", "3>4"), edges(READER, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2 5\n3 4 -6\n",
        "1,2,5,more\n3,4,-6,\"and, more\"\n",
        "1\t2\t+5\n3\t4\t-06\n",
        "a b w\n1 2 5\n3 4 -6\n",
        "id,Target,label,Weight,SOURCE\n9,2,x,5,1\n8,4,y,-6,3\n",
        "\"from\";\"to\";\"cost\"\n1;2;5\n3;4;-6",
        ":START_ID,:END_ID,weight\n1,2,5\n3,4,-6\n",
      })
  void twoWeightedEdgesInEveryForm(String text) {
    assertEquals(List.of("1>2:5", "3>4:-6"), edges(READER, text));
  }

  @Test
  void columnsThatAreNotReadMayHaveAnyQuotes() {
    String text = "1,2,5,a\n3,4,-6,b\n5,6,7,\"not closed\n7,8,\"9\",\"odd\"c,\"d\n9,1,2,e\n";
    assertEquals(List.of("1>2:5", "3>4:-6", "5>6:7", "7>8:9", "9>1:2"), edges(READER, text));
  }

  @Test
  void emptyInputsHaveNoEdges() {
    for (String text :
        List.of("", "\n", "\ufeff", "# only\n# comments", "source,target,weight\n")) {
      try (EdgeList edges = read(READER, text);
          EdgeList dense = read(DENSE, text)) {
        assertEquals(0, edges.size());
        assertEquals(0, edges.vertices());
        assertEquals(0, dense.vertices());
      }
    }
  }

  @Test
  void dictionaryNumbersIdsInOrderOfFirstAppearance() {
    try (EdgeList edges =
        read(READER, "70 -3\n-3 9223372036854775807\n70 5\n-9223372036854775808 0")) {
      assertEquals(6, edges.vertices());
      assertEquals(
          List.of("70>-3", "-3>9223372036854775807", "70>5", "-9223372036854775808>0"),
          edges(edges));
      assertEquals(0, edges.source(0));
      assertEquals(1, edges.target(0));
      assertEquals(1, edges.source(1));
      assertEquals(2, edges.target(1));
      LongIds ids = (LongIds) edges.ids();
      assertEquals(Long.MAX_VALUE, ids.id(2));
      assertEquals(4, ids.vertex(Long.MIN_VALUE));
      assertEquals(-1, ids.vertex(71));
      assertFalse(ids.isDense());
    }
  }

  @Test
  void oneIdThatIsNoNumberMakesAllOfThemStrings() {
    try (EdgeList edges = read(READER, "7 8\n8 x\n9 7\n")) {
      assertEquals(List.of("7>8", "8>x", "9>7"), edges(edges));
      assertEquals(2, edges.ids().vertex("x"));
      assertEquals(3, edges.ids().vertex("9"));
      assertEquals(0, edges.target(2));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"007", "+7", "-0", "9223372036854775808", "7.0", "99999999999999999999999"})
  void idsKeepTheirSpelling(String odd) {
    assertEquals(
        List.of("7>1", "1>" + odd, odd + ">7"),
        edges(READER, "7 1\n1 " + odd + "\n" + odd + " 7\n"));
  }

  @Test
  void quotedAndUnicodeStrings() {
    String text =
        "source,target\n\"a, b\",Grüße 0\n\"say \"\"hi\"\"\",\"\"\"\"\n 漢 字 ,a b\n\"x\" , y\n";
    assertEquals(List.of("a, b>Grüße 0", "say \"hi\">\"", "漢 字>a b", "x>y"), edges(READER, text));
  }

  @Test
  void tabSeparatedStringsMayContainBlanks() {
    assertEquals(List.of("1>2", "Mary Ann>3"), edges(READER, "1\t2\nMary Ann\t3\n"));
  }

  @Test
  void stringHeaderIsKnownByItsNamesOrItsWeight() {
    assertEquals(
        List.of("a>b"),
        edges(READER, "From Node Id\tTo Node Id\na\tb\n".replace(" Node Id", "NodeId")));
    assertEquals(List.of("a>b:2"), edges(READER, "x,y,z\na,b,2\n"));
    assertEquals(List.of("x>y", "a>b"), edges(READER, "x,y\na,b\n"));
    assertEquals(List.of("a>b"), edges(READER.header(Header.PRESENT), "x,y\na,b\n"));
    assertEquals(
        List.of("source>target", "a>b"),
        edges(READER.header(Header.ABSENT), "source,target\na,b\n"));
  }

  @Test
  void denseIdsAreTheVertices() {
    try (EdgeList edges = read(DENSE, "0 9\n007 3\n")) {
      assertEquals(10, edges.vertices());
      assertEquals(List.of("0>9", "7>3"), edges(edges));
      assertTrue(edges.ids().isDense());
    }
    try (EdgeList edges = read(DENSE.vertices(17), "3 3\n")) {
      assertEquals(17, edges.vertices());
    }
    try (EdgeList edges = read(DENSE, "2147483646 0\n")) {
      assertEquals(Integer.MAX_VALUE, edges.vertices());
    }
  }

  @Test
  void columnsByNumberAndName() {
    String table = "when,Who,whom,much,WHO\n9,1,2,5,x\n8,3,4,6,y\n";
    assertEquals(List.of("1>2:5", "3>4:6"), edges(READER.columns(1, 2, 3), table));
    assertEquals(List.of("2>1", "4>3"), edges(READER.columns(2, 1, -1), table));
    assertEquals(List.of("1>2:5", "3>4:6"), edges(READER.columns("Who", "WHOM", "much"), table));
    assertEquals(List.of("x>2", "y>4"), edges(READER.columns("WHO", "whom", null), table));
    assertEquals(
        List.of("1>2", "3>4"),
        edges(READER.columns("Who", "whom", "much").weights(WeightType.NONE), table));
  }

  @ParameterizedTest
  @CsvSource({
    "2147483647,           INT32",
    "-2147483648,          INT32",
    "2147483648,           INT64",
    "9223372036854775807,  INT64",
    "-9223372036854775808, INT64",
    "9223372036854775808,  FLOAT64",
    "1.0,                  FLOAT64",
    ".5,                   FLOAT64",
    "2.,                   FLOAT64",
    "-1e3,                 FLOAT64",
    "1E-400,               FLOAT64",
    "0.1234567890123456789, FLOAT64",
  })
  void weightsTakeTheTypeOfTheWidest(String weight, WeightType type) {
    String text = "0 1 3\n1 2 " + weight + "\n2 0 7\n";
    try (EdgeList edges = read(READER, text)) {
      assertEquals(type, edges.weightType());
      assertEquals(3, edges.weight(0));
      assertEquals(Double.parseDouble(weight), edges.weight(1));
      assertEquals(7, edges.weight(2));
    }
  }

  @Test
  void weightsAreWidenedTwiceFarIntoTheInput() {
    StringBuilder text = new StringBuilder();
    int n = 50_000;
    for (int i = 0; i < n; i++) {
      String weight = i == 20_000 ? "3000000000" : i == 40_000 ? "0.25" : Integer.toString(i);
      text.append(i).append(' ').append(i + 1).append(' ').append(weight).append('\n');
    }
    try (EdgeList edges = read(DENSE, text.toString())) {
      assertEquals(WeightType.FLOAT64, edges.weightType());
      for (int i = 0; i < n; i++) {
        assertEquals(i, edges.source(i));
        assertEquals(i == 20_000 ? 3e9 : i == 40_000 ? 0.25 : i, edges.weight(i));
      }
    }
  }

  /// A text just above the middle of two floats, whose nearest double is the middle.
  @Test
  void floatsAreRoundedOnce() {
    String weight = "1.00000005960464477540";
    try (EdgeList edges = read(READER.weights(WeightType.FLOAT32), "0 1 \"" + weight + "\"\n")) {
      assertEquals(Float.parseFloat(weight), edges.weight(0));
      assertNotEquals((float) Double.parseDouble(weight), edges.weight(0));
    }
  }

  @Test
  void weightTypesOnDemand() {
    String text = "0 1 16777217\n1 0 0.1\n";
    try (EdgeList edges = read(READER.weights(WeightType.FLOAT32), text)) {
      assertEquals(WeightType.FLOAT32, edges.weightType());
      assertEquals(16777216f, edges.weight(0));
      assertEquals(0.1f, edges.weight(1));
    }
    try (EdgeList edges = read(READER.weights(WeightType.INT64), "0 1 5\n")) {
      assertEquals(WeightType.INT64, edges.weightType());
    }
    assertEquals(List.of("0>1", "1>0"), edges(READER.weights(WeightType.NONE), text));
    assertEquals(List.of("a>b"), edges(READER.weights(WeightType.NONE), "a b friend\n"));
  }

  @Test
  void separatorOnDemand() {
    assertEquals(List.of("a b>c"), edges(READER.separator(','), "a b,c\n"));
    assertEquals(List.of("a,b>c"), edges(READER.separator(' '), "a,b \t c\n"));
    assertEquals(List.of("1>2"), edges(READER.separator(':'), "1:2\n"));
    for (char c : "a1\"+-.\n\r\u00e9".toCharArray()) {
      assertThrows(IllegalArgumentException.class, () -> READER.separator(c));
    }
  }

  @Test
  void settingsThatContradictEachOther() {
    assertThrows(IllegalArgumentException.class, () -> READER.vertices(-1));
    assertThrows(IllegalArgumentException.class, () -> READER.columns(0, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> READER.columns(0, 1, -2));
    assertThrows(IllegalArgumentException.class, () -> read(READER.vertices(5), "1 2\n"));
    assertThrows(
        IllegalArgumentException.class,
        () -> read(READER.columns(0, 1, -1).weights(WeightType.INT32), "1 2 3\n"));
    assertThrows(
        IllegalArgumentException.class,
        () -> read(READER.columns("a", "b", null).header(Header.ABSENT), "a b\n1 2\n"));
  }
}
