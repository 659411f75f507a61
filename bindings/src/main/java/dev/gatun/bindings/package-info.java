/// Finding, verifying and opening `libgatun` ([NativeLibrary]), and what the generated bindings
/// leave out: large-page memory ([NativeMemory]), handles for calls on heap arrays ([Handles]) and
/// status codes ([Status]).
///
/// The bindings themselves are in `dev.gatun.bindings.generated`, written by
/// `bindings/regenerate.sh`.
@NullMarked
package dev.gatun.bindings;

import org.jspecify.annotations.NullMarked;
