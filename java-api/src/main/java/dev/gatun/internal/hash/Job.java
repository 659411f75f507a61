package dev.gatun.internal.hash;

import dev.gatun.FileSet.Entry;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// The files of one call and their digests. Workers write digests of different files at the same
/// time.
final class Job {
  /// What opening, reading and closing a file costs, in bytes hashed in the same time.
  static final long FILE_COST = 16 << 10;

  /// Worth waking a worker for.
  private static final long WORTHWHILE = 1 << 20;

  private final Execution execution;
  private final List<Entry> entries;
  private final HashSha256 kernel;
  private final MemorySegment digests;

  Job(Execution execution, List<Entry> entries) {
    this.execution = execution;
    this.entries = entries;
    this.kernel = Kernels.HASH_SHA256.on(execution.engine());
    this.digests = execution.scratch().allocate(entries.size(), HashSha256.DIGEST_BYTES);
  }

  Execution execution() {
    return execution;
  }

  /// Workers that so many files are worth.
  int workersFor(int files, long bytes) {
    return execution.threadsFor(bytes + FILE_COST * files, WORTHWHILE);
  }

  HashSha256 kernel() {
    return kernel;
  }

  List<Entry> entries() {
    return entries;
  }

  Entry entry(int index) {
    return entries.get(index);
  }

  /// The digests of all files, 32 bytes each.
  MemorySegment digests() {
    return digests;
  }

  /// The digest of one file.
  MemorySegment digest(int index) {
    return digests.asSlice((long) index * HashSha256.DIGEST_BYTES, HashSha256.DIGEST_BYTES);
  }

  /// Calls the kernel, counted.
  ///
  /// @param messages how many, or how many of which a piece
  void hash(long messages, long bytes, Runnable call) {
    Counting.run(execution.engine(), messages, bytes, call);
  }
}
