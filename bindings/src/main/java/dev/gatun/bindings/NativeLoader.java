package dev.gatun.bindings;

import dev.gatun.bindings.LoaderEnvironment.Setting;
import dev.gatun.bindings.NativeStatus.State;
import java.io.IOException;
import java.lang.foreign.SymbolLookup;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Decides which library is opened, from where, or why none is. One instance, one decision.
///
/// 1. `gatun.native=off`: none.
/// 2. `gatun.native.path`: that file or none.
/// 3. The library packed for this platform, extracted to the temp directory; where that is mounted
///    noexec, full or not safe, to the user's cache directory; on Linux at last into memory.
///
/// Each step that fails leaves a line in [NativeStatus#attempts()].
final class NativeLoader {

  /// @param symbols `null` when not loaded
  record Result(NativeStatus status, @Nullable SymbolLookup symbols) {}

  private final LoaderEnvironment environment;
  private final List<String> attempts = new ArrayList<>();

  NativeLoader(LoaderEnvironment environment) {
    this.environment = environment;
  }

  /// Never throws: whatever is wrong with the native side, the Java side goes on without it.
  Result load() {
    try {
      refuseWhenOff();
      Setting given = environment.setting("gatun.native.path");
      return given != null
          ? loaded(openGiven(given), "given by " + given.source())
          : loaded(openBundled(), "packed for " + environment.platform().key());
    } catch (LibraryException e) {
      return notLoaded(e.state(), e.reason());
    } catch (IllegalCallerException _) {
      return notLoaded(State.ACCESS_DENIED, accessDenied(NativeLoader.class.getModule()));
    } catch (RuntimeException | LinkageError e) {
      return notLoaded(State.FAILED, "unexpected " + e);
    }
  }

  private void refuseWhenOff() throws LibraryException {
    Setting mode = environment.setting("gatun.native");
    if (mode == null) {
      return;
    }
    switch (mode.value().toLowerCase(Locale.ROOT)) {
      case "off" -> throw new LibraryException(State.OFF, "switched off by " + mode);
      case "on" -> {}
      default -> attempts.add(mode + " is neither on nor off: taken for on");
    }
  }

  private OpenedLibrary openGiven(Setting given) throws LibraryException {
    try {
      Path path = Path.of(given.value()).toAbsolutePath();
      if (!Files.exists(path)) {
        throw new IOException("there is no such file");
      }
      if (!Files.isRegularFile(path)) {
        throw new IOException("it is not a file");
      }
      return OpenedLibrary.open(path, Sha256.of(path));
    } catch (IOException | InvalidPathException e) {
      throw new LibraryException(State.FAILED, given + ": " + describe(e));
    }
  }

  private OpenedLibrary openBundled() throws LibraryException {
    BundledLibrary library = BundledLibrary.find(environment.resources(), environment.platform());
    for (Path root : ExtractionRoots.of(environment)) {
      try {
        return OpenedLibrary.open(LibraryExtractor.extract(library, root), library.sha256());
      } catch (IOException e) {
        attempts.add(describe(e));
      }
    }
    if (environment.platform().isLinux()) {
      try {
        return openInMemory(library);
      } catch (IOException e) {
        attempts.add(describe(e));
      }
    }
    throw new LibraryException(
        State.FAILED, "libgatun could be opened nowhere: " + String.join("; ", attempts));
  }

  /// For systems where every directory of this user is mounted noexec.
  private static OpenedLibrary openInMemory(BundledLibrary library)
      throws IOException, LibraryException {
    byte[] bytes = library.read();
    Path file = Posix.createMemoryFile(library.file());
    Files.write(file, bytes, StandardOpenOption.WRITE);
    return OpenedLibrary.open(file, library.sha256());
  }

  private Result loaded(OpenedLibrary library, String origin) {
    NativeStatus status =
        new NativeStatus(
            State.LOADED,
            origin + ", opened as " + library.path(),
            environment.platform().key(),
            library.path(),
            library.sha256(),
            library.abiVersion(),
            library.build(),
            attempts);
    return new Result(status, library.symbols());
  }

  private Result notLoaded(State state, String reason) {
    String platform = environment.platform().key();
    return new Result(
        new NativeStatus(state, reason, platform, null, null, 0, "none", attempts), null);
  }

  static String accessDenied(Module module) {
    String name = module.isNamed() ? module.getName() : "ALL-UNNAMED";
    return "this JVM denies native access; to allow it, start java with --enable-native-access="
        + name;
  }

  /// The exceptions of `java.nio.file` often say nothing but the path.
  private static String describe(Exception e) {
    return e instanceof FileSystemException
        ? e.getClass().getSimpleName() + ": " + e.getMessage()
        : String.valueOf(e.getMessage());
  }
}
