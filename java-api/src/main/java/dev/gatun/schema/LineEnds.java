package dev.gatun.schema;

/// What becomes of line ends.
public enum LineEnds {
  /// CR LF and CR become LF, so that a schema does not depend on the platform files were checked
  /// out on.
  LF,

  /// They stay as they are.
  KEEP
}
