package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.InputSource;
import dev.gatun.RunOptions;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/// Every call leaves one event in a flight recording, those that run many small kernels too.
class CallEventTest {
  private static final RunOptions JAVA = RunOptions.defaults().engine(Engine.JAVA);

  @Test
  void aCall() {
    List<RecordedEvent> events =
        Observed.recorded(
            "dev.gatun.Call", () -> CsrGraph.builder().build(Shapes.path(10).list(), JAVA).close());
    assertEquals(1, events.size());
    assertEquals("building the graph", events.getFirst().getString("operation"));
    assertEquals("JAVA", events.getFirst().getString("engine"));
    assertEquals("java", events.getFirst().getString("isa"));
    assertTrue(events.getFirst().getLong("peakMemory") > 0);
  }

  @Test
  void aScanLastsUntilItsReaderIsClosed() {
    byte[] text = "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);
    List<RecordedEvent> events =
        Observed.recorded(
            "dev.gatun.Call",
            () -> {
              CsvScan scan = CsvScan.of(InputSource.of("text", text)).options(JAVA);
              try (CsvReader reader = scan.open()) {
                while (reader.next() != null) {
                  // to the end
                }
              }
              scan.read().close();
            });
    assertEquals(
        List.of("csv scan on JAVA", "csv scan on JAVA"),
        events.stream()
            .map(event -> event.getString("operation") + " on " + event.getString("engine"))
            .toList());
  }
}
