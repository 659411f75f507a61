package dev.gatun;

import java.time.Duration;

/// What ran: kept with every result.
///
/// @param engine [Engine#NATIVE] or [Engine#JAVA]
/// @param isa CPU tier of the native kernels (`scalar`, `neon`, `avx2`, `avx512`), `java` on the
///     Java engine
/// @param threads workers
/// @param elapsed wall time of the call
/// @param peakBytes most off-heap memory the call held at a time, results included
public record RunInfo(Engine engine, String isa, int threads, Duration elapsed, long peakBytes) {}
