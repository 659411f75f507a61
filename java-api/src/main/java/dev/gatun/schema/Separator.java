package dev.gatun.schema;

import dev.gatun.internal.schema.Template;

/// What is written in front of each file: lines of their own. Immutable.
///
/// In a template these stand for something of the file: `{path}` its path relative to the base
/// directory, with `/`; `{name}` the last component of that; `{dir}` what is before it, `.` for
/// none; `{index}` its number, from 1; `{count}` the number of files. `{{` and `}}` are braces. A
/// line end is added when the template has none at its end.
///
/// A file's name can not do harm: it must not end the comment or string that the template puts it
/// in, nor begin one, and outside of comments and quotes it may have letters, digits, `_`, `.`, `-`
/// and `/` of ASCII only. If it does, the build fails and names the file.
public final class Separator {
  private static final Separator NONE = new Separator("");
  private static final Separator LINE_COMMENT = new Separator("-- {path}\n");
  private static final Separator BLOCK_COMMENT = new Separator("/* {path} */\n");

  private final String text;

  private Separator(String text) {
    this.text = text;
    Template.parse(text);
  }

  /// Nothing.
  public static Separator none() {
    return NONE;
  }

  /// `-- db/users.sql`.
  public static Separator lineComment() {
    return LINE_COMMENT;
  }

  /// `/* db/users.sql */`.
  public static Separator blockComment() {
    return BLOCK_COMMENT;
  }

  /// Any text, see above.
  ///
  /// @throws IllegalArgumentException when there is something else in braces
  public static Separator template(String text) {
    return new Separator(text);
  }

  /// The template.
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Separator separator && separator.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
