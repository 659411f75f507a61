package dev.gatun.bindings;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;

/// C function pointers to Java methods. Needs native access, but no native library.
public final class Callbacks {

  private Callbacks() {}

  /// To be asked before the first callback is made, most likely in the initialisation of a class.
  ///
  /// @throws IllegalCallerException when the JVM denies native access; the message tells the flag
  public static void requireAccess() {
    try {
      var _ = MemorySegment.NULL.reinterpret(0);
    } catch (IllegalCallerException e) {
      throw new IllegalCallerException(NativeLoader.accessDenied(Callbacks.class.getModule()), e);
    }
  }

  /// A function pointer that lives as long as the process, callable from any thread.
  ///
  /// @param lookup of the class that has the method
  /// @param name of a static method that takes every pointer as a `long`. It catches everything:
  ///     what escapes from it ends the JVM
  /// @param result `void`, `int`, or `long` for a pointer
  /// @param pointers how many there are
  public static MemorySegment create(
      MethodHandles.Lookup lookup, String name, Class<?> result, int pointers) {
    var parameters = Collections.<Class<?>>nCopies(pointers, long.class);
    MethodType type = MethodType.methodType(result, parameters);
    try {
      return Linker.nativeLinker()
          .upcallStub(
              lookup.findStatic(lookup.lookupClass(), name, type),
              descriptor(result, pointers),
              Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(lookup.lookupClass() + " has no callback " + name, e);
    }
  }

  private static FunctionDescriptor descriptor(Class<?> result, int pointers) {
    var parameters =
        Collections.nCopies(pointers, ValueLayout.JAVA_LONG).toArray(ValueLayout[]::new);
    return result == void.class
        ? FunctionDescriptor.ofVoid(parameters)
        : FunctionDescriptor.of(
            result == int.class ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG, parameters);
  }
}
