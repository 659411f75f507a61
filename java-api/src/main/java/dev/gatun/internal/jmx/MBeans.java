package dev.gatun.internal.jmx;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/// The bean in the platform's MBean server, at most once per class loader.
public final class MBeans {
  private static final String NAME = "dev.gatun:type=Gatun";

  private static @Nullable ObjectName registered;

  private MBeans() {}

  /// Registers the bean unless it is.
  ///
  /// @return the name it has
  public static synchronized String register() {
    ObjectName name = registered;
    if (name == null) {
      try {
        name = register(ManagementFactory.getPlatformMBeanServer());
      } catch (JMException e) {
        throw new IllegalStateException("the MBean " + NAME + " cannot be registered", e);
      }
      registered = name;
    }
    return name.getCanonicalName();
  }

  /// The name is taken where another class loader has loaded the library too.
  private static ObjectName register(MBeanServer server) throws JMException {
    GatunBean bean = new GatunBean();
    try {
      return server.registerMBean(bean, new ObjectName(NAME)).getObjectName();
    } catch (InstanceAlreadyExistsException _) {
      String other = NAME + ",loader=" + Integer.toHexString(System.identityHashCode(MBeans.class));
      return server.registerMBean(bean, new ObjectName(other)).getObjectName();
    }
  }

  /// Takes the bean away if it is there.
  public static synchronized void unregister() {
    ObjectName name = registered;
    registered = null;
    if (name != null) {
      try {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
      } catch (JMException _) {
        // Somebody else took it away.
      }
    }
  }
}
