package dev.gatun.internal.hash;

import dev.gatun.FileSet;
import dev.gatun.FileSet.Entry;
import dev.gatun.hash.HashChanges;
import dev.gatun.hash.HashForm;
import dev.gatun.hash.HashOptions;
import dev.gatun.hash.HashResult;
import dev.gatun.hash.HashedFile;
import dev.gatun.hash.Sha256;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.hash.CacheText.Known;
import dev.gatun.internal.io.IoFailures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One call from listing the files to writing the cache.
public final class FileHashing {
  private static final int PACE = 4096;

  private final Execution execution;
  private final HashForm form;
  private final HashOptions options;
  private final Job job;
  private final @Nullable HashCache cache;
  private final long begun;
  private final int[] unknown;
  private boolean news;
  private CacheText.@Nullable Flat flat;
  private long bytesRead;

  private FileHashing(Execution execution, FileSet files, HashForm form, HashOptions options) {
    this.execution = execution;
    this.form = form;
    this.options = options;
    this.begun = TimeUnit.MILLISECONDS.toNanos(Instant.now().toEpochMilli());
    List<Entry> entries = files.list(options.run());
    this.job = new Job(execution, entries);
    this.cache = cache(execution, files, options.cache(), entries);
    this.unknown = IntStream.range(0, entries.size()).filter(i -> !isKnown(i)).toArray();
    this.news = unknown.length > 0 || (cache != null && !cache.isUsable());
    if (cache != null) {
      cache.report(entries.size(), entries.size() - unknown.length);
    }
  }

  private static @Nullable HashCache cache(
      Execution execution, FileSet files, @Nullable Path file, List<Entry> entries) {
    if (file == null) {
      return null;
    }
    Path full = file.toAbsolutePath().normalize();
    String name = String.valueOf(full.getFileName());
    for (Entry entry : entries) {
      if (entry.path().endsWith(name) && entry.file().toAbsolutePath().normalize().equals(full)) {
        throw new IllegalArgumentException(
            file + ": the cache is one of the files to hash; exclude it or put it elsewhere");
      }
    }
    return HashCache.load(execution, file, files.base());
  }

  private boolean isKnown(int index) {
    Sha256 digest = cache == null ? null : cache.digest(job.entry(index));
    if (digest == null) {
      return false;
    }
    job.digest(index).copyFrom(MemorySegment.ofArray(digest.toBytes()));
    return true;
  }

  /// Hashes a set of files.
  public static HashResult run(
      Execution execution, FileSet files, HashForm form, HashOptions options) {
    return new FileHashing(execution, files, form, options).run();
  }

  private HashResult run() {
    Sha256 digest = form == HashForm.TREE ? tree() : flat();
    boolean haveDigests = form == HashForm.TREE || cache != null || options.fileDigests();
    List<HashedFile> hashed = haveDigests ? hashedFiles() : List.of();
    HashChanges changes = cache == null ? null : update(cache, hashed);
    List<Entry> entries = job.entries();
    return new HashResult(
        digest,
        form,
        entries.size(),
        entries.stream().mapToLong(Entry::size).sum(),
        bytesRead,
        hashed,
        changes,
        execution.complete());
  }

  private Sha256 tree() {
    try (TreeHash tree = new TreeHash(job, unknown)) {
      tree.run();
    }
    for (int index : unknown) {
      bytesRead += job.entry(index).size();
    }
    return MemoryHashing.hash(execution, job.digests());
  }

  private Sha256 flat() {
    if (cache != null && unknown.length == 0) {
      Sha256 known = cache.flat(flatKey());
      if (known != null) {
        return known;
      }
    }
    Sha256 digest = FlatHash.run(job, cache != null || options.fileDigests());
    job.entries().forEach(entry -> bytesRead += entry.size());
    if (cache != null) {
      flat = new CacheText.Flat(flatKey(), digest);
      news = true;
    }
    return digest;
  }

  /// Digest of paths and digests: two lists of files that have it have the same flat digest.
  private Sha256 flatKey() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < job.entries().size(); i++) {
      text.writeBytes(job.entry(i).path().getBytes(StandardCharsets.UTF_8));
      text.write(0);
      text.writeBytes(Sha256.of(job.digest(i)).toBytes());
    }
    return MemoryHashing.hash(execution, MemorySegment.ofArray(text.toByteArray()));
  }

  private HashChanges update(HashCache old, List<HashedFile> hashed) {
    List<Known> now = HashCache.known(hashed);
    HashChanges changes = old.changes(now);
    if (news || !changes.isEmpty()) {
      old.save(execution, begun, flat != null ? flat : old.oldFlat(), now);
    }
    return changes;
  }

  private List<HashedFile> hashedFiles() {
    List<HashedFile> files = new ArrayList<>(job.entries().size());
    for (int i = 0; i < job.entries().size(); i++) {
      files.add(new HashedFile(job.entry(i), Sha256.of(job.digest(i))));
      if (i % PACE == 0) {
        execution.checkpoint(0, 0);
      }
    }
    return files;
  }

  /// The digest of one file.
  public static Sha256 one(Execution execution, Path file) {
    Job job = new Job(execution, List.of(entry(file)));
    try (TreeHash tree = new TreeHash(job, new int[] {0})) {
      tree.run();
    }
    return Sha256.of(job.digests());
  }

  private static Entry entry(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new FileSystemException(file.toString(), null, "is not a regular file");
      }
      return new Entry(file.toString(), file, attributes.size(), attributes.lastModifiedTime());
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    }
  }
}
