package dev.gatun.bindings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the attempt to load `libgatun` in this JVM.
///
/// @param state the outcome
/// @param reason the outcome in one sentence, for people
/// @param platform [Platform#key()] of this JVM
/// @param path the file that was opened, `null` when not loaded
/// @param sha256 digest of that file, 64 hex digits, `null` when not loaded
/// @param abiVersion `gatun_abi_version()`, 0 when not loaded
/// @param build version, compiler and target of the library, for people; `none` when not loaded
/// @param attempts what was tried without success before, in order; also filled when a later
///      attempt succeeded
public record NativeStatus(
    State state,
    String reason,
    String platform,
    @Nullable Path path,
    @Nullable String sha256,
    int abiVersion,
    String build,
    List<String> attempts) {

  public NativeStatus {
    attempts = List.copyOf(attempts);
  }

  /// Outcomes. Only [#FAILED], [#INCOMPATIBLE] and [#ACCESS_DENIED] call for somebody's attention.
  public enum State {
    /// The library is open, and of the version these bindings were made for.
    LOADED,
    /// Switched off by `gatun.native` or `GATUN_NATIVE`.
    OFF,
    /// No library exists for this platform, or none was packed.
    NOT_BUNDLED,
    /// A library is there, but broken, or could not be extracted or opened.
    FAILED,
    /// A library was opened, but it belongs to other headers.
    INCOMPATIBLE,
    /// The JVM does not let this module call native code.
    ACCESS_DENIED
  }

  /// Whether native kernels can be called.
  public boolean available() {
    return state == State.LOADED;
  }
}
