package dev.gatun.bench.gate;

/// How long a case is run in one pair of JVMs.
///
/// @param warmUpMillis before anything is measured
/// @param iterations measured, in each of both
/// @param iterationMillis how long each of them is
public record Pace(int warmUpMillis, int iterations, int iterationMillis) {}
