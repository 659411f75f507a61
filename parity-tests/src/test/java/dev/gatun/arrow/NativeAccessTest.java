package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.support.ChildJvm;
import dev.gatun.support.TestReader;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What works in JVMs that grant less.
class NativeAccessTest {
  /// Prints a value read from a column, and one read from an exported array.
  static final class Probe {
    public static void main(String[] arguments) {
      Field field = new Field("n", new DataType.Int(64, true), false);
      Schema schema = new Schema(List.of(field), Map.of());
      try (var reader = new TestReader(schema, List.of(List.of(List.of(42L))));
          var consumer = new CConsumer()) {
        Batch batch = reader.next();
        String result = "column " + batch.column("n").asLongs().get(0);
        MemorySegment array = consumer.struct(CConsumer.ARRAY);
        try {
          ArrowExport.array(batch, array.address());
          result += ", array " + CConsumer.value(CConsumer.child(array, 0), 0);
          CConsumer.release(array);
        } catch (IllegalCallerException e) {
          result += ", " + e.getMessage();
        }
        System.out.println(result);
      }
    }
  }

  @Test
  void exportNeedsNoNativeLibrary() {
    assertEquals(
        "column 42, array 42", ChildJvm.run(Probe.class, List.of("-Dgatun.native=off"), Map.of()));
  }

  @Test
  void grantedAccessIsEnough() {
    assertEquals(
        "column 42, array 42",
        ChildJvm.run(Probe.class, List.of("--illegal-native-access=deny"), Map.of()));
  }

  @Test
  void columnsNeedNoNativeAccess() {
    assertEquals(
        "column 42, this JVM denies native access; to allow it, start java with "
            + "--enable-native-access=ALL-UNNAMED",
        ChildJvm.runWithoutRights(Probe.class, List.of("--illegal-native-access=deny"), Map.of()));
  }
}
