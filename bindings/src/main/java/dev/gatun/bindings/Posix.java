package dev.gatun.bindings;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// The few functions of the C library that the loader needs and Java does not have. Not for
/// Windows.
final class Posix {

  private static final int RTLD_LAZY = 1;
  private static final int MFD_CLOEXEC = 1;

  private Posix() {}

  /// The user id that file access is checked against.
  static int effectiveUser() throws IOException {
    MethodHandle geteuid = function("geteuid", FunctionDescriptor.of(JAVA_INT));
    try {
      return (int) geteuid.invokeExact();
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
  }

  /// Creates a file without a directory entry (Linux only) and returns its path under `/proc`. It
  /// stays open until the process ends: the dynamic linker knows libraries by path, and would take
  /// the next file that gets the same number for this one.
  static Path createMemoryFile(String name) throws IOException {
    MethodHandle create =
        function("memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    int descriptor;
    try (Arena arena = Arena.ofConfined()) {
      descriptor = (int) create.invokeExact(arena.allocateFrom(name), MFD_CLOEXEC);
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
    if (descriptor < 0) {
      throw new IOException("memfd_create failed");
    }
    return Path.of("/proc/self/fd/" + descriptor);
  }

  /// What the dynamic linker says about a library that it just refused to open; empty when it has
  /// nothing to say.
  static Optional<String> openError(String path) throws IOException {
    MethodHandle dlopen = function("dlopen", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
    MethodHandle dlerror = function("dlerror", FunctionDescriptor.of(ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment library =
          (MemorySegment) dlopen.invokeExact(arena.allocateFrom(path), RTLD_LAZY);
      MemorySegment message = (MemorySegment) dlerror.invokeExact();
      boolean refused = library.address() == 0 && message.address() != 0;
      return refused ? Optional.of(NativeCalls.string(message)) : Optional.empty();
    } catch (Throwable e) {
      throw NativeCalls.unexpected(e);
    }
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor)
      throws IOException {
    SymbolLookup library = Linker.nativeLinker().defaultLookup();
    MemorySegment address =
        library
            .find(name)
            .orElseThrow(() -> new IOException("the C library has no function " + name));
    return Linker.nativeLinker().downcallHandle(address, descriptor);
  }
}
