package dev.gatun.bindings;

import java.lang.foreign.SymbolLookup;

/// The one `libgatun` of this class loader: loaded when first asked for, kept until the JVM ends.
///
/// Settings, system property first, environment variable second:
///
/// | property | variable | meaning |
/// |---|---|---|
/// | `gatun.native` | `GATUN_NATIVE` | `off`: do not load |
/// | `gatun.native.path` | `GATUN_NATIVE_PATH` | the file to open, or else none |
/// | `gatun.native.dir` | `GATUN_NATIVE_DIR` | where to extract, instead of `java.io.tmpdir` |
///
/// Without a path, the library packed in the jar for this [Platform] is extracted, verified and
/// opened. All methods are thread-safe. The first call takes a tenth of a second or more in a fresh
/// JVM, most of it the start of the foreign-function machinery; later ones take a field read.
public final class NativeLibrary {

  private NativeLibrary() {}

  /// Loads on first use, exactly once, under the class initialisation lock.
  private static final class Holder {
    static final NativeLoader.Result RESULT = new NativeLoader(LoaderEnvironment.system()).load();
  }

  /// Whether the library is loaded, and why not. Never throws because of the library.
  public static NativeStatus status() {
    return Holder.RESULT.status();
  }

  /// The library's symbols, for the generated bindings.
  ///
  /// @throws IllegalStateException if the library is not loaded; the message is the status's reason
  public static SymbolLookup lookup() {
    SymbolLookup symbols = Holder.RESULT.symbols();
    if (symbols == null) {
      throw new IllegalStateException("libgatun is not loaded: " + status().reason());
    }
    return symbols;
  }
}
