package dev.gatun.bindings;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Twins of the generated method handles for special kinds of call.
public final class Handles {

  private Handles() {}

  /// A handle that takes segments of heap arrays and calls without a change of thread state (about
  /// 2 ns instead of 7).
  ///
  /// The whole JVM waits for such a call: no garbage collection and no safepoint can start before
  /// it returns. So it is for functions whose header says that they are short, on pieces of bounded
  /// length, and never for one that waits.
  ///
  /// Keep the handle in a `static final` field; a call through a handle that is not a constant
  /// costs more than it saves.
  ///
  /// @param address generated `<function>$address()`
  /// @param descriptor generated `<function>$descriptor()`
  public static MethodHandle critical(MemorySegment address, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(address, descriptor, Linker.Option.critical(true));
  }
}
