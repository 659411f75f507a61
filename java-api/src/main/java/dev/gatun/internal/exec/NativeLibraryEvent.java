package dev.gatun.internal.exec;

import dev.gatun.internal.exec.LoadedLibrary.Loading;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// What became of the native library, in every chunk of a flight recording.
@Name("dev.gatun.NativeLibrary")
@Label("Gatun Native Library")
@Category("Gatun")
@Description("Whether native kernels can run in this JVM, and why not")
@Period("endChunk")
@StackTrace(false)
final class NativeLibraryEvent extends Event {
  @Label("State")
  @Description("LOADED, OFF, NOT_BUNDLED, FAILED, INCOMPATIBLE or ACCESS_DENIED")
  String state = "";

  @Label("Reason")
  @Description("The state in a sentence")
  String reason = "";

  @Label("Platform")
  String platform = "";

  @Label("Path")
  @Description("The file that was opened")
  String path = "";

  @Label("SHA-256")
  String sha256 = "";

  @Label("Build")
  @Description("Version, compiler and target of the library")
  String build = "";

  @Label("CPU Tier")
  @Description("Tier that native kernels run, java without the library")
  String isa = "";

  @Label("Loading Time")
  @Timespan
  long loadingTime;

  static void emit() {
    NativeLibraryEvent event = new NativeLibraryEvent();
    Loading loading = LoadedLibrary.soFar();
    if (loading == null || !event.isEnabled()) {
      return;
    }
    var status = loading.status();
    event.state = status.state().name();
    event.reason = status.reason();
    event.platform = status.platform();
    event.path = status.path() == null ? "" : status.path().toString();
    event.sha256 = status.sha256() == null ? "" : status.sha256();
    event.build = status.build();
    event.isa = Isa.active();
    event.loadingTime = loading.time().toNanos();
    event.commit();
  }
}
