package dev.gatun.internal.exec;

import dev.gatun.Engine;
import dev.gatun.NativeUnavailableException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The engine of a call, from what is wished for and what is there.
final class EngineChoice {
  private static final AtomicBoolean REASON_LOGGED = new AtomicBoolean();

  private EngineChoice() {}

  /// Why native kernels cannot run, null when they can. The first question loads the library.
  static @Nullable String whyNotNative() {
    var status = LoadedLibrary.status();
    return status.available() ? null : status.reason();
  }

  /// What runs for a wish, null or AUTO among them.
  ///
  /// @param whyNotNative gives the reason why native kernels cannot run, null when they can
  /// @throws NativeUnavailableException when only they will do
  static Engine of(@Nullable Engine wish, Supplier<@Nullable String> whyNotNative) {
    if (wish == Engine.JAVA) {
      return Engine.JAVA;
    }
    String reason = whyNotNative.get();
    if (reason == null) {
      Isa.configure();
      return Engine.NATIVE;
    }
    if (wish == Engine.NATIVE) {
      throw new NativeUnavailableException(reason);
    }
    if (REASON_LOGGED.compareAndSet(false, true)) {
      Log.log(severity(), "running on the Java engine: " + reason);
    }
    return Engine.JAVA;
  }

  /// A library that is there and does not work calls for attention.
  private static Level severity() {
    return switch (LoadedLibrary.status().state()) {
      case LOADED, OFF, NOT_BUNDLED -> Level.INFO;
      case FAILED, INCOMPATIBLE, ACCESS_DENIED -> Level.WARNING;
    };
  }
}
