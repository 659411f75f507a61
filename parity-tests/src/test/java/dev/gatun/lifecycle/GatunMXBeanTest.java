package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.GatunMXBean;
import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.ChildJvm;
import dev.gatun.support.Shapes;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a JMX client sees, and when there is anything to see.
class GatunMXBeanTest {
  private static final RunOptions JAVA = RunOptions.defaults().engine(Engine.JAVA);

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  @AfterEach
  void reset() {
    Gatun.unregisterMBean();
    Gatun.logLevel(null);
  }

  @Test
  void isThereWhenAskedFor() throws JMException {
    ObjectName name = new ObjectName("dev.gatun:type=Gatun");
    assertFalse(server.isRegistered(name));
    assertEquals("dev.gatun:type=Gatun", Gatun.registerMBean());
    assertEquals("dev.gatun:type=Gatun", Gatun.registerMBean());
    assertTrue(server.isRegistered(name));
    Gatun.unregisterMBean();
    Gatun.unregisterMBean();
    assertFalse(server.isRegistered(name));
  }

  /// As where two applications in one server have loaded the library.
  @Test
  void takesAnotherNameWhenItsOwnIsTaken() throws JMException {
    ObjectName name = new ObjectName("dev.gatun:type=Gatun");
    server.registerMBean(new Other(), name);
    try {
      String given = Gatun.registerMBean();
      assertTrue(given.matches("dev\\.gatun:loader=[0-9a-f]+,type=Gatun"), given);
      assertEquals(Gatun.version(), server.getAttribute(new ObjectName(given), "Version"));
    } finally {
      server.unregisterMBean(name);
    }
  }

  /// Something to register.
  public interface OtherMBean {
    /// An attribute.
    int getNumber();
  }

  /// The same.
  public static final class Other implements OtherMBean {
    @Override
    public int getNumber() {
      return 1;
    }
  }

  @Test
  void showsWhatHasRun() throws JMException {
    ObjectName name = new ObjectName(Gatun.registerMBean());
    GatunMXBean bean = JMX.newMXBeanProxy(server, name, GatunMXBean.class);
    try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(10).list(), JAVA)) {
      long before = calls(bean);
      graph.bfs(Bfs.from(0), JAVA).close();
      assertEquals(before + 1, calls(bean));
      assertEquals(Gatun.metrics().memory().liveBytes(), bean.getLiveBytes());
      assertTrue(bean.getLiveBytes() > 0);
      assertTrue(bean.getPeakBytes() >= bean.getLiveBytes());
    }
    assertTrue(bean.getOperations().get("bfs").calls() > 0);
    assertTrue(bean.getOperations().get("bfs").seconds() > 0);
    assertEquals(Gatun.version(), bean.getVersion());
    assertEquals(Gatun.isa(), bean.getIsa());
    assertEquals(Gatun.nativeAvailable().available(), bean.isNativeAvailable());
    assertEquals(Gatun.nativeAvailable().reason(), bean.getNativeReason());
    assertEquals(Gatun.debugInfo().keySet(), bean.getDebugInfo().keySet());
    assertEquals(Gatun.debugInfo().get("engine"), bean.getEngine());
    assertTrue(bean.getInputBytes() >= 0);
    bean.trimMemory();
    assertEquals(0, bean.getPooledBytes());
  }

  private static long calls(GatunMXBean bean) {
    GatunMXBean.KernelRow row = bean.getKernels().get("csr_bfs JAVA");
    return row == null ? 0 : row.calls();
  }

  /// A client without our classes sees tables.
  @Test
  void kernelsAreATable() throws JMException {
    ObjectName name = new ObjectName(Gatun.registerMBean());
    try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(10).list(), JAVA)) {
      graph.bfs(Bfs.from(0), JAVA).close();
    }
    TabularData table = (TabularData) server.getAttribute(name, "Kernels");
    CompositeData row = table.get(new Object[] {"csr_bfs JAVA"});
    assertNotNull(row);
    CompositeData value = (CompositeData) row.get("value");
    assertTrue((Long) value.get("calls") > 0);
    assertTrue((Double) value.get("seconds") > 0);
    assertEquals(
        Set.of("calls", "seconds", "elements", "bytes", "failures", "fallbacks"),
        value.getCompositeType().keySet());
  }

  @Test
  void setsTheLogLevel() throws JMException {
    ObjectName name = new ObjectName(Gatun.registerMBean());
    assertEquals("default", server.getAttribute(name, "LogLevel"));
    server.setAttribute(name, new Attribute("LogLevel", "error"));
    assertEquals(System.Logger.Level.ERROR, Gatun.logLevel());
    assertEquals("error", server.getAttribute(name, "LogLevel"));
    RuntimeMBeanException e =
        assertThrows(
            RuntimeMBeanException.class,
            () -> server.setAttribute(name, new Attribute("LogLevel", "loud")));
    assertTrue(e.getMessage().contains("log level \"loud\" is none of"), e.getMessage());
    server.setAttribute(name, new Attribute("LogLevel", "default"));
    assertEquals(null, Gatun.logLevel());
  }

  /// Prints the beans' names after a call.
  static final class Service {
    public static void main(String[] arguments) throws JMException {
      CsrGraph.builder().build(Shapes.path(3).list(), JAVA).close();
      ObjectName all = new ObjectName("dev.gatun:*");
      System.out.println(ManagementFactory.getPlatformMBeanServer().queryNames(all, null));
    }
  }

  @Test
  void aPropertyRegistersIt() {
    assertEquals("[]", ChildJvm.run(Service.class, List.of(), Map.of()));
    String registered = "[dev.gatun:type=Gatun]";
    assertEquals(registered, ChildJvm.run(Service.class, List.of("-Dgatun.jmx=true"), Map.of()));
    assertEquals(registered, ChildJvm.run(Service.class, List.of(), Map.of("GATUN_JMX", "true")));
  }

  @Test
  void aMistakeIsLogged() {
    String said = ChildJvm.run(Service.class, List.of("-Dgatun.jmx=yes"), Map.of());
    assertTrue(said.contains("WARNING: no MBean is registered"), said);
    assertTrue(said.contains("setting gatun.jmx: \"yes\" is neither true nor false"), said);
    assertTrue(said.endsWith("[]"), said);
  }

  /// A Java without `java.management` has no bean, and all else.
  @Test
  void whereThereIsNoManagement() {
    List<String> limited = List.of("--limit-modules=java.base,jdk.jfr,jdk.unsupported");
    assertEquals(
        "this Java has no module java.management; 3 vertices",
        ChildJvm.runWithoutRights(Limited.class, limited, Map.of()).lines().toList().getLast());
  }

  /// Asks for the bean in vain.
  static final class Limited {
    public static void main(String[] arguments) {
      String refused = "";
      try {
        Gatun.registerMBean();
      } catch (UnsupportedOperationException e) {
        refused = e.getMessage();
      }
      Gatun.unregisterMBean();
      try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(3).list())) {
        System.out.println(refused + "; " + graph.vertices() + " vertices");
      }
    }
  }
}
