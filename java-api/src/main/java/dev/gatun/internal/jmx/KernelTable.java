package dev.gatun.internal.jmx;

import dev.gatun.Metrics.KernelMetrics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/// What kernels have counted, as a table of JMX.
final class KernelTable {
  private static final String[] NAMES =
      Stream.of(Column.values()).map(Column::key).toArray(String[]::new);
  private static final CompositeType ROW = rowType();
  private static final TabularType TABLE = tableType();

  private KernelTable() {}

  private enum Column {
    KERNEL("Name of the kernel", SimpleType.STRING),
    ENGINE("NATIVE or JAVA", SimpleType.STRING),
    CALLS("Calls that came to an end", SimpleType.LONG),
    SECONDS("Wall time of those calls", SimpleType.DOUBLE),
    ELEMENTS("Elements they were given", SimpleType.LONG),
    BYTES("Bytes of input they were given", SimpleType.LONG),
    FAILURES("Calls that ended in an exception", SimpleType.LONG),
    FALLBACKS("Native calls that were run again on Java", SimpleType.LONG);

    private final String description;
    private final OpenType<?> type;

    Column(String description, OpenType<?> type) {
      this.description = description;
      this.type = type;
    }

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static CompositeType rowType() {
    try {
      return new CompositeType(
          "KernelMetrics",
          "One kernel on one engine",
          NAMES,
          Stream.of(Column.values()).map(column -> column.description).toArray(String[]::new),
          Stream.of(Column.values()).map(column -> column.type).toArray(OpenType<?>[]::new));
    } catch (OpenDataException e) {
      throw new AssertionError(e);
    }
  }

  private static TabularType tableType() {
    try {
      String[] key = {Column.KERNEL.key(), Column.ENGINE.key()};
      return new TabularType("Kernels", "Kernels that have run", ROW, key);
    } catch (OpenDataException e) {
      throw new AssertionError(e);
    }
  }

  static TabularData of(List<KernelMetrics> kernels) {
    TabularDataSupport table = new TabularDataSupport(TABLE);
    kernels.forEach(kernel -> table.put(row(kernel)));
    return table;
  }

  private static CompositeDataSupport row(KernelMetrics kernel) {
    Object[] values = {
      kernel.kernel(),
      kernel.engine().name(),
      kernel.calls(),
      kernel.time().toNanos() / 1e9,
      kernel.elements(),
      kernel.bytes(),
      kernel.failures(),
      kernel.fallbacks()
    };
    try {
      return new CompositeDataSupport(ROW, NAMES, values);
    } catch (OpenDataException e) {
      throw new AssertionError(e);
    }
  }
}
