package dev.gatun;

import dev.gatun.Metrics.MemoryMetrics;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.BlockPool;
import dev.gatun.internal.exec.CallStats;
import dev.gatun.internal.exec.InputStats;
import dev.gatun.internal.exec.Isa;
import dev.gatun.internal.exec.KernelStats;
import dev.gatun.internal.exec.LastFailure;
import dev.gatun.internal.exec.LoadedLibrary;
import dev.gatun.internal.exec.Log;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Registered;
import dev.gatun.internal.exec.Settings;
import dev.gatun.internal.exec.Startup;
import dev.gatun.internal.jmx.MBeans;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The library as a whole: version, engines, options for many calls, metrics. Graphs start at
/// [dev.gatun.graph.CsrGraph].
public final class Gatun {
  static {
    Startup.run();
  }

  private Gatun() {}

  /// Version of the Java library, such as `0.1.0`.
  public static String version() {
    return Version.VALUE;
  }

  /// Whether the native library is loaded, with the reason when it is not. The first call loads it.
  public static NativeAvailability nativeAvailable() {
    var status = LoadedLibrary.status();
    return new NativeAvailability(status.available(), status.reason());
  }

  /// Whether native code runs here.
  ///
  /// @param available whether kernels can run natively
  /// @param reason why not, or what was loaded
  public record NativeAvailability(boolean available, String reason) {}

  /// CPU tier that native kernels run (`scalar`, `neon`, `avx2`, `avx512`), `java` without the
  /// native library.
  public static String isa() {
    return Isa.active();
  }

  /// Caps the CPU tier for all calls from now on. The system property `gatun.isa` and the
  /// environment variable `GATUN_ISA` set the first cap.
  ///
  /// @return the tier that is active now
  /// @throws IllegalArgumentException for an unknown tier
  public static String capIsa(String tier) {
    return Isa.cap(tier);
  }

  /// Sets options for all calls of this process; what they leave open comes from system properties
  /// and environment.
  public static void configure(RunOptions options) {
    Settings.configure(options);
  }

  /// Runs `body` with options for all calls inside it. Scopes nest: the inner one wins.
  ///
  /// @param <T> what the body returns
  /// @param <X> what it throws
  /// @throws X what the body throws
  public static <T, X extends Throwable> T scoped(
      RunOptions options, ScopedValue.CallableOp<? extends T, X> body) throws X {
    return ScopedValue.where(Settings.scope(), options.orElse(Settings.scoped())).call(body);
  }

  /// Counters since the JVM started. Cheap; a snapshot.
  public static Metrics metrics() {
    MemoryAccount process = MemoryAccount.process();
    return new Metrics(
        KernelStats.snapshots(),
        CallStats.snapshots(),
        InputStats.snapshot(),
        new MemoryMetrics(process.live(), process.peak(), BlockPool.shared().idleBytes()));
  }

  /// Names of all kernels, in ascending order: those that [Metrics#kernels] can have entries of.
  public static List<String> kernelNames() {
    return Kernels.ALL.stream().map(Registered::name).sorted().toList();
  }

  /// Gives memory that is kept for re-use back to the operating system.
  public static void trimMemory() {
    BlockPool.shared().trim();
  }

  /// The level that was set by [#logLevel(Level)], the system property `gatun.log.level` or the
  /// environment variable `GATUN_LOG_LEVEL`; null while none is.
  public static @Nullable Level logLevel() {
    return Log.level();
  }

  /// Sets how much is logged, whatever the logging of the program is set to: lines below the level
  /// are not logged, the others go to the [System.Logger] `dev.gatun`, or to standard error where
  /// that does not take them. While no level is set, that logger decides alone.
  ///
  /// [Level#WARNING] is about what somebody should look at, [Level#INFO] about the Java engine
  /// where native code was expected, [Level#DEBUG] about each call, [Level#TRACE] about each
  /// kernel.
  ///
  /// @param level `OFF`, `ERROR`, `WARNING`, `INFO`, `DEBUG` or `TRACE`; null for what property and
  ///     environment say
  /// @throws IllegalArgumentException for `ALL`
  public static void logLevel(@Nullable Level level) {
    Log.level(level);
  }

  /// Registers a [GatunMXBean] in the platform's MBean server, where JMX clients find it as
  /// `dev.gatun:type=Gatun` (with a key `loader` besides where another class loader has registered
  /// one). The system property `gatun.jmx=true` does so when the library is first used.
  ///
  /// @return its name, the same when it is registered already
  /// @throws UnsupportedOperationException where this Java has no module `java.management`
  public static String registerMBean() {
    try {
      return MBeans.register();
    } catch (NoClassDefFoundError e) {
      throw new UnsupportedOperationException("this Java has no module java.management", e);
    }
  }

  /// Takes the bean away again; nothing happens when there is none.
  public static void unregisterMBean() {
    try {
      MBeans.unregister();
    } catch (NoClassDefFoundError _) {
      // This Java has no module java.management, and so no bean.
    }
  }

  /// What one needs to know to understand how Gatun runs here, as ordered names and values:
  /// version, platform, engine and why, CPU tier, library path and digest, threads, memory, last
  /// native fault.
  public static Map<String, String> debugInfo() {
    var status = LoadedLibrary.status();
    RunOptions resolved = Settings.resolve(RunOptions.defaults());
    Map<String, String> info = new LinkedHashMap<>();
    info.put("version", version());
    info.put("java", System.getProperty("java.runtime.version", "unknown"));
    info.put("platform", status.platform());
    info.put("engine", resolved.engine() == null ? "AUTO" : resolved.engine().name());
    info.put("native", status.available() ? "loaded" : "not loaded");
    info.put("native.reason", status.reason());
    info.put("native.path", status.path() == null ? "none" : status.path().toString());
    info.put("native.sha256", status.sha256() == null ? "none" : status.sha256());
    info.put("native.build", status.build());
    info.put("isa", Isa.active());
    info.put("isa.detected", Isa.detected());
    info.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    info.put("threads", resolved.threads() == 0 ? "processors" : "" + resolved.threads());
    info.put("memory.limit", resolved.memoryLimit() == 0 ? "none" : "" + resolved.memoryLimit());
    info.put("memory.live", Long.toString(MemoryAccount.process().live()));
    info.put("memory.peak", Long.toString(MemoryAccount.process().peak()));
    info.put("memory.pooled", Long.toString(BlockPool.shared().idleBytes()));
    LastFailure failure = LastFailure.latest();
    info.put(
        "last.failure",
        failure == null
            ? "none"
            : failure.kernel() + " at " + failure.time() + ": " + failure.message());
    return info;
  }
}
