package dev.gatun.bindings;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.bindings.NativeStatus.State;
import dev.gatun.bindings.generated.HeaderDigest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// A library opened by the dynamic linker and found to be made from the headers of these bindings.
///
/// The generated bindings cannot be asked for its version: they resolve their symbols through the
/// loader, which is still at work here.
///
/// @param path absolute
/// @param sha256 the file's digest
/// @param build version, compiler and target
record OpenedLibrary(Path path, String sha256, SymbolLookup symbols, int abiVersion, String build) {

  /// Opens the library for the rest of the JVM's life.
  ///
  /// `SymbolLookup.libraryLookup` and not `System.load`, which refuses a library that another class
  /// loader has loaded; its overload for names and not for paths, which would resolve
  /// `/proc/self/fd/N` to a name that does not exist.
  ///
  /// @param path absolute
  /// @param sha256 the file's digest
  /// @throws IOException if the dynamic linker refuses it
  /// @throws LibraryException if it is another library, or one from other headers
  static OpenedLibrary open(Path path, String sha256) throws IOException, LibraryException {
    SymbolLookup symbols;
    try {
      symbols = SymbolLookup.libraryLookup(path.toString(), Arena.global());
    } catch (IllegalArgumentException _) {
      throw new IOException(path + " cannot be opened: " + whyRefused(path));
    }
    var library = new Unchecked(path, symbols);
    int abiVersion = library.number("gatun_abi_version");
    library.same("ABI version", abiVersion, HeaderDigest.ABI_VERSION);
    library.same("header digest", library.text("gatun_header_digest"), HeaderDigest.SHA256);
    String build = library.text("gatun_version") + ", " + library.text("gatun_build_info");
    return new OpenedLibrary(path, sha256, symbols, abiVersion, build);
  }

  private static String whyRefused(Path path) throws IOException {
    String unexplained = "the system's loader refuses it";
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
    return posix ? Posix.openError(path.toString()).orElse(unexplained) : unexplained;
  }

  /// A library of which nothing is known yet but that it could be opened.
  private record Unchecked(Path path, SymbolLookup symbols) {

    int number(String function) throws LibraryException {
      MethodHandle call = handle(function, FunctionDescriptor.of(JAVA_INT));
      try {
        return (int) call.invokeExact();
      } catch (Throwable e) {
        throw NativeCalls.unexpected(e);
      }
    }

    String text(String function) throws LibraryException {
      MethodHandle call = handle(function, FunctionDescriptor.of(ADDRESS));
      try {
        return NativeCalls.string((MemorySegment) call.invokeExact());
      } catch (Throwable e) {
        throw NativeCalls.unexpected(e);
      }
    }

    void same(String what, Object found, Object expected) throws LibraryException {
      if (!found.equals(expected)) {
        throw new LibraryException(
            State.INCOMPATIBLE,
            path + " has " + what + " " + found + ", these Java classes need " + expected);
      }
    }

    private MethodHandle handle(String function, FunctionDescriptor descriptor)
        throws LibraryException {
      MemorySegment address = symbols.find(function).orElse(null);
      if (address == null) {
        throw new LibraryException(
            State.INCOMPATIBLE, path + " is not libgatun: it has no function " + function);
      }
      return Linker.nativeLinker().downcallHandle(address, descriptor);
    }
  }
}
