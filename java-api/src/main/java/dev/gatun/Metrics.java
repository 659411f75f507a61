package dev.gatun;

import java.time.Duration;
import java.util.List;

/// Counters since the JVM started, read by [Gatun#metrics]. They only grow, but for what is live
/// and what is pooled. A snapshot: it does not change. Part of the stable interface: what is here
/// keeps its name and meaning; later versions may have more (so read it, do not construct it).
///
/// Counters are added to when a call ends; what a scan does, when a task of it ends (a column of a
/// batch, a block of text): some milliseconds of work.
///
/// **What kernels count.** `calls` are calls of the kernel's implementation. Those of `csr_*` run
/// an algorithm or a step of it; the others work on a page, a piece of a page or a column of a
/// block, and there may be millions of them. `elements` and `bytes` are what they were given:
///
/// | kernel | elements | bytes |
/// | --- | --- | --- |
/// | `csr_build` | entries read: edges of the input, or of the graph that is turned | of those |
/// | `csr_walks` | steps to be made | of the graph |
/// | `csr_betweenness`, `csr_msbfs` | entries of the graph, once for each source | of the graph |
/// | other `csr_*` | entries of the graph | of the graph |
/// | `parquet_footer` | column chunks | of the footer |
/// | `codec_decompress` | bytes that came out | of the compressed block |
/// | `parquet_hybrid` | levels, indexes, booleans: read, or passed over | of sections begun |
/// | `parquet_delta`, `parquet_bytes` | values read, or passed over | of sections begun |
/// | `parquet_split`, `parquet_convert` | values | of those values |
/// | `parquet_nesting` | levels looked at | the same |
/// | `column_spread` | slots, nulls among them | 0 |
/// | `column_filter` | rows decided on, once for each step of the predicate | 0 |
/// | `column_select` | rows before the selection | 0 |
/// | `column_dictionary` | strings | of those strings |
/// | `csv_index` | cells found | of text gone through |
/// | `csv_utf8` | bytes of text | the same |
/// | `csv_string` | cells | of the strings |
/// | other `csv_*` | cells | 0 |
/// | `hash_sha256` | messages, or pieces of messages | of those |
/// | `sql_scan` | texts, 0 where only lines are counted | of text |
///
/// Where bytes are those of sections begun, a section counts once however often it is read from. A
/// kernel whose bytes are 0 does not count them.
///
/// @param kernels one entry per kernel and engine that has run, in order of name and engine
/// @param operations one entry per kind of public call that has ended, in order of name
/// @param input what was read of files, streams and other sources
/// @param memory off-heap memory
public record Metrics(
    List<KernelMetrics> kernels,
    List<OperationMetrics> operations,
    InputMetrics input,
    MemoryMetrics memory) {

  /// What one kernel did on one engine.
  ///
  /// @param kernel name, one of [Gatun#kernelNames]
  /// @param engine [Engine#NATIVE] or [Engine#JAVA]
  /// @param calls calls that came to an end, well or badly
  /// @param time wall time of those calls, summed over threads. Of a kernel's calls on fewer than
  ///     32,768 elements, only the first 16 of a task and then one in 61 are timed, and stand for
  ///     the others
  /// @param elements elements they were given, see [Metrics]
  /// @param bytes bytes of input they were given, see [Metrics]
  /// @param failures calls that ended in an exception
  /// @param fallbacks native calls that were run again on Java after a native fault
  public record KernelMetrics(
      String kernel,
      Engine engine,
      long calls,
      Duration time,
      long elements,
      long bytes,
      long failures,
      long fallbacks) {}

  /// What one kind of public call did: `bfs`, `csv scan`. There are some dozens of names, none made
  /// of names of files.
  ///
  /// @param operation name, as in events of flight recordings
  /// @param calls calls that came to an end, well or badly; a scan ends when its reader is closed
  /// @param time wall time of those calls; that of a scan includes what its user did meanwhile
  /// @param failures calls that ended in an exception, cancelled ones left out
  /// @param cancelled calls that were cancelled or interrupted
  public record OperationMetrics(
      String operation, long calls, Duration time, long failures, long cancelled) {}

  /// What was read.
  ///
  /// @param reads reads of files, streams and [InputSource]s
  /// @param bytes bytes they gave, as stored: before decompression
  public record InputMetrics(long reads, long bytes) {}

  /// Off-heap memory of the whole process.
  ///
  /// @param liveBytes bytes held by graphs, results and running calls
  /// @param peakBytes most of them at any time
  /// @param pooledBytes bytes kept for re-use, held by nobody
  public record MemoryMetrics(long liveBytes, long peakBytes, long pooledBytes) {}
}
