package dev.gatun.bindings;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program that loads the bindings twice, as two web applications in one server do.
public final class TwoClassLoadersProbe {

  private TwoClassLoadersProbe() {}

  public static void main(String[] args) throws Exception {
    try (URLClassLoader first = loader();
        URLClassLoader second = loader()) {
      System.out.println("first " + use(first));
      System.out.println("second " + use(second));
      System.out.println("separate classes " + (bindings(first) != bindings(second)));
    }
  }

  private static String use(ClassLoader loader) throws Exception {
    Object status = bindings(loader).getMethod("status").invoke(null);
    Object path = status.getClass().getMethod("path").invoke(status);
    Class<?> probe = loader.loadClass(LoaderProbe.class.getName());
    var callVersion = probe.getDeclaredMethod("callVersion");
    callVersion.setAccessible(true);
    return callVersion.invoke(null) + " " + path;
  }

  private static Class<?> bindings(ClassLoader loader) throws ClassNotFoundException {
    return loader.loadClass(NativeLibrary.class.getName());
  }

  private static URLClassLoader loader() throws Exception {
    String separator = System.getProperty("path.separator");
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
