package dev.gatun.internal.hash;

import dev.gatun.FileSet.Entry;
import dev.gatun.hash.HashChanges;
import dev.gatun.hash.HashedFile;
import dev.gatun.hash.Sha256;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Log;
import dev.gatun.internal.exec.Recorder;
import dev.gatun.internal.files.PathOrder;
import dev.gatun.internal.hash.CacheText.Known;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.internal.io.OutputFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Digests that an earlier call computed. A file that cannot be trusted as a whole counts as empty.
final class HashCache {
  /// The coarsest clock of a file system (FAT): a file may change twice without its time changing.
  private static final long CLOCK_NANOS = 2_000_000_000;

  private static final String END = "end ";
  private static final int END_BYTES = END.length() + 2 * Sha256.BYTES + 1;

  private final Path file;
  private final String base;
  private final @Nullable CacheText text;
  private final Map<String, Known> known = new HashMap<>();

  private HashCache(Path file, String base, @Nullable CacheText text) {
    this.file = file;
    this.base = base;
    this.text = text;
    if (text != null) {
      text.files().forEach(entry -> known.put(entry.path(), entry));
    }
  }

  /// Reads a cache, which need not be there.
  ///
  /// @throws java.io.UncheckedIOException when it is there and cannot be read, or cannot be made
  static HashCache load(Execution execution, Path file, Path base) {
    String directory = base.toAbsolutePath().normalize().toString();
    CacheText text = null;
    try {
      requireFolder(file);
      text = parse(execution, Files.readAllBytes(file));
      if (!text.base().equals(directory)) {
        ignore(file, "it is of the base directory " + text.base());
        text = null;
      }
    } catch (NoSuchFileException _) {
      // It will be made.
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      ignore(file, e.getMessage());
    }
    return new HashCache(file, directory, text);
  }

  /// Said before the work, not after it.
  private static void requireFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new FileSystemException(file.toString(), null, "there is no directory " + folder);
    }
  }

  private static void ignore(Path file, @Nullable String why) {
    Log.log(Level.WARNING, "the hash cache " + file + " is ignored and made anew: " + why);
  }

  private static CacheText parse(Execution execution, byte[] bytes) {
    byte[] start = CacheText.FIRST_LINE.getBytes(StandardCharsets.UTF_8);
    int end = bytes.length - END_BYTES;
    if (bytes.length < start.length
        || !Arrays.equals(bytes, 0, start.length, start, 0, start.length)) {
      throw new IllegalArgumentException("it is no cache of this version");
    }
    if (end < start.length || !lastLine(execution, bytes, end).equals(text(bytes, end))) {
      throw new IllegalArgumentException("it is damaged");
    }
    String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
    return CacheText.parse(text, () -> execution.checkpoint(0, 0));
  }

  private static String text(byte[] bytes, int from) {
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
  }

  private static String lastLine(Execution execution, byte[] bytes, int length) {
    MemorySegment before = MemorySegment.ofArray(bytes).asSlice(0, length);
    return END + MemoryHashing.hash(execution, before) + "\n";
  }

  /// The digest of a file that is as it was, null when it must be read.
  @Nullable Sha256 digest(Entry entry) {
    Known old = known.get(entry.path());
    if (old == null || text == null) {
      return null;
    }
    boolean same =
        old.size() == entry.size()
            && old.modified() == nanos(entry)
            && old.modified() != Long.MIN_VALUE
            && old.modified() < text.written() - CLOCK_NANOS;
    return same ? old.digest() : null;
  }

  /// Limited to the range of a `long`, which ends in 1677 and 2262: beyond, no time is trusted.
  private static long nanos(Entry entry) {
    return entry.modified().to(TimeUnit.NANOSECONDS);
  }

  /// The flat digest of a list of files, null when not known.
  @Nullable Sha256 flat(Sha256 key) {
    CacheText.Flat flat = text == null ? null : text.flat();
    return flat != null && flat.key().equals(key) ? flat.digest() : null;
  }

  /// What is different now.
  ///
  /// @param now all files, in order of path components, each once, as those of the cache are
  HashChanges changes(List<Known> now) {
    List<Known> before = text == null ? List.of() : text.files();
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    int b = 0;
    for (Known file : now) {
      int order = b < before.size() ? order(before.get(b), file) : 1;
      while (order < 0) {
        removed.add(before.get(b++).path());
        order = b < before.size() ? order(before.get(b), file) : 1;
      }
      if (order > 0) {
        added.add(file.path());
      } else if (!before.get(b++).digest().equals(file.digest())) {
        changed.add(file.path());
      }
    }
    before.subList(b, before.size()).forEach(file -> removed.add(file.path()));
    return new HashChanges(added, changed, removed);
  }

  private static int order(Known a, Known b) {
    return PathOrder.INSTANCE.compare(a.path(), b.path());
  }

  /// Files as a cache holds them.
  static List<Known> known(List<HashedFile> hashed) {
    List<Known> files = new ArrayList<>(hashed.size());
    for (HashedFile file : hashed) {
      Entry entry = file.entry();
      files.add(new Known(entry.path(), entry.size(), nanos(entry), file.digest()));
    }
    files.sort(HashCache::order);
    List<Known> once = new ArrayList<>(files.size());
    for (Known file : files) {
      if (once.isEmpty() || !once.getLast().path().equals(file.path())) {
        once.add(file);
      }
    }
    return once;
  }

  /// Replaces the file.
  ///
  /// @param written when the files were listed, nanoseconds since 1970
  /// @throws java.io.UncheckedIOException when it cannot be written
  void save(Execution execution, long written, CacheText.@Nullable Flat flat, List<Known> files) {
    String now = new CacheText(written, base, flat, files).format();
    byte[] bytes = now.getBytes(StandardCharsets.UTF_8);
    try (OutputFile out = OutputFile.create(file)) {
      write(out, ByteBuffer.wrap(bytes));
      byte[] end = lastLine(execution, bytes, bytes.length).getBytes(StandardCharsets.UTF_8);
      write(out, ByteBuffer.wrap(end));
      out.finish();
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    }
  }

  private static void write(OutputFile out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.channel().write(bytes);
    }
  }

  /// The flat digest that is known, if it is of another list too.
  CacheText.@Nullable Flat oldFlat() {
    return text == null ? null : text.flat();
  }

  /// Whether there was a cache that can be used.
  boolean isUsable() {
    return text != null;
  }

  /// Tells a flight recording how many files of a call it knew.
  void report(long files, long hits) {
    if (Recorder.isThere()) {
      HashCacheEvent.emit(file, isUsable(), files, hits);
    }
  }
}
