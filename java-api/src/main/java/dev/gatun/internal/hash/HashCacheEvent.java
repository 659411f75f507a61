package dev.gatun.internal.hash;

import java.nio.file.Path;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// What a cache of digests was worth to a call, in a flight recording.
@Name("dev.gatun.HashCache")
@Label("Gatun Hash Cache")
@Category("Gatun")
@Description("A call that hashes files has looked them up in a cache of earlier digests")
@StackTrace(false)
final class HashCacheEvent extends Event {
  @Label("Cache")
  @Description("The cache's file")
  String cache = "";

  @Label("Usable")
  @Description("Whether it was there, whole and of the same base directory")
  boolean usable;

  @Label("Files")
  @Description("Files to hash")
  long files;

  @Label("Hits")
  @Description("Files that need not be read")
  long hits;

  static void emit(Path cache, boolean usable, long files, long hits) {
    HashCacheEvent event = new HashCacheEvent();
    if (event.isEnabled()) {
      event.cache = cache.toString();
      event.usable = usable;
      event.files = files;
      event.hits = hits;
      event.commit();
    }
  }
}
