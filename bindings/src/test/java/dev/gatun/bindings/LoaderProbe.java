package dev.gatun.bindings;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A program that prints what became of the library, and calls it.
public final class LoaderProbe {

  private LoaderProbe() {}

  public static void main(String[] args) throws Throwable {
    NativeStatus status = NativeLibrary.status();
    System.out.println("state " + status.state());
    System.out.println("reason " + status.reason());
    System.out.println("path " + status.path());
    System.out.println(status.available() ? "gatun_version " + callVersion() : lookupFailure());
  }

  /// Calls `gatun_version`. The generated bindings would do, but a fake library has few of their
  /// functions.
  static String callVersion() throws Throwable {
    MemorySegment address = NativeLibrary.lookup().findOrThrow("gatun_version");
    var version =
        Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(ValueLayout.ADDRESS));
    return NativeCalls.string((MemorySegment) version.invokeExact());
  }

  private static String lookupFailure() {
    try {
      return "lookup " + NativeLibrary.lookup();
    } catch (IllegalStateException e) {
      return "lookup " + e.getMessage();
    }
  }
}
