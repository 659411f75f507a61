package dev.gatun.internal.parquet.meta;

import dev.gatun.InputSource;
import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Footers of local files, known by path, size and time of the last change. Holds at most
/// `gatun.parquet.cache.bytes` (default 256 MiB) of them; those used longest ago go first.
/// Thread-safe.
public final class FooterCache {
  private static final FooterCache SHARED =
      new FooterCache(
          RunOptions.parseBytes(System.getProperty("gatun.parquet.cache.bytes", "256m")));

  private record Key(Path file, long size, FileTime changed) {}

  private final long capacity;
  private final Map<Key, Footer> footers = new LinkedHashMap<>(16, 0.75f, true);
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private long bytes;

  /// @param capacity most bytes to hold
  FooterCache(long capacity) {
    this.capacity = capacity;
  }

  /// The cache of the process.
  public static FooterCache shared() {
    return SHARED;
  }

  /// The footer of a file, from the cache or read now. The caller closes it.
  public Footer get(Path file, Execution execution) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    BasicFileAttributes attributes = Files.readAttributes(absolute, BasicFileAttributes.class);
    Key key = new Key(absolute, attributes.size(), attributes.lastModifiedTime());
    Footer known = find(key);
    if (known != null) {
      hits.increment();
      return known;
    }
    misses.increment();
    try (InputSource source = InputSource.of(file)) {
      Footer footer = FooterLoader.load(source, execution);
      if (footer.fileSize() == key.size()) {
        keep(key, footer);
      }
      return footer;
    }
  }

  private synchronized @Nullable Footer find(Key key) {
    Footer footer = footers.get(key);
    return footer != null && footer.share() ? footer : null;
  }

  private void keep(Key key, Footer footer) {
    if (footer.heldBytes() > capacity || !footer.share()) {
      return;
    }
    List<Footer> surplus = new ArrayList<>();
    synchronized (this) {
      Footer before = footers.put(key, footer);
      bytes += footer.heldBytes();
      if (before != null) {
        bytes -= before.heldBytes();
        surplus.add(before);
      }
      for (Iterator<Footer> oldest = footers.values().iterator(); bytes > capacity; ) {
        Footer next = oldest.next();
        oldest.remove();
        bytes -= next.heldBytes();
        surplus.add(next);
      }
    }
    surplus.forEach(Footer::close);
  }

  /// Times that a footer was there.
  public long hits() {
    return hits.sum();
  }

  /// Times that one had to be read.
  public long misses() {
    return misses.sum();
  }

  /// Footers held now.
  public synchronized int size() {
    return footers.size();
  }

  /// Gives all of them up.
  public void clear() {
    List<Footer> all;
    synchronized (this) {
      all = new ArrayList<>(footers.values());
      footers.clear();
      bytes = 0;
    }
    all.forEach(Footer::close);
  }
}
