package dev.gatun.schema;

/// A line of a source file.
///
/// @param path relative to the base directory, with `/`
/// @param line from 1
public record SourceLine(String path, long line) {
  @Override
  public String toString() {
    return path + ":" + line;
  }
}
