package dev.gatun.graph;

import static dev.gatun.graph.EdgeTexts.READER;
import static dev.gatun.graph.EdgeTexts.edges;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.InputFormatException;
import dev.gatun.RunOptions;
import dev.gatun.graph.EdgeListReader.Format;
import dev.gatun.internal.graphio.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every place in an input meets the end of the buffer.
class EdgeListReaderBuffersTest {
  private static final int MOST = 90;

  /// Gives at most so many bytes at once.
  private static InputStream dripping(byte[] bytes, int most) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int from, int n) {
        return super.read(target, from, Math.min(n, most));
      }
    };
  }

  private static EdgeListReader buffered(int size) {
    return new EdgeListReader(Format.AUTO, ReadOptions.DEFAULTS, size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# comment\r\n12345678 9 1\r\n7 1234567890123456789 22\n\n8 9 3000000000\r\n1 2 0.5",
        "\ufeffsource,target,weight\n\"a \"\"b\"\"\",Grüße,1\n漢字,x,2\r\n# 漢\nz,\"y\",4\n",
        "%%MatrixMarket matrix coordinate real general\n% c\n3 3 3\n1 2 0.5\n3 1 -1e3\n2 2 7",
        "1 2\n3 4\n5 x\n007 1\n1 2\n",
      })
  void resultsDoNotDependOnBuffers(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> expected = edges(READER, text);
    for (int size = 1; size <= MOST; size++) {
      for (int drip : new int[] {1, 3, 1000}) {
        try (EdgeList edges =
            buffered(size).read(dripping(bytes, drip), "text", RunOptions.defaults())) {
          assertEquals(expected, edges(edges), "buffer of " + size + ", " + drip + " at once");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# c\n1 2 3\r\n\n4 5 x\n6 7 8\n",
        "a,b\nc,d\n\"e,f\n",
        "%%MatrixMarket matrix coordinate pattern general\n3 3 2\n1 1\n1 4\n",
      })
  void positionsDoNotDependOnBuffers(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String expected = EdgeTexts.refused(READER, text).getMessage();
    for (int size = 1; size <= MOST; size++) {
      EdgeListReader reader = buffered(size);
      InputFormatException e =
          assertThrows(
              InputFormatException.class,
              () -> reader.read(dripping(bytes, 2), "text", RunOptions.defaults()));
      assertEquals(expected, e.getMessage(), "buffer of " + size);
    }
  }
}
