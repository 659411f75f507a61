package dev.gatun.internal.kernel;

/// A pattern for dates and times other than ISO 8601's, compiled.
///
/// @param text as the user wrote it
/// @param program what both implementations run: pairs of a letter and its count, `'` and a byte
///     for each byte of a literal; see `gatun/csv_temporal.h`
public record TemporalPattern(String text, byte[] program) {
  /// Compiles a pattern of letters as in [java.time.format.DateTimeFormatter]:
  ///
  /// `yyyy` `uuuu` year, `yy` year of 2000 to 2099, `MM` `M` month, `MMM` its English short name,
  /// `dd` `d` day, `HH` `H` hour, `hh` `h` hour of 12 with `a` for AM or PM, `mm` `m` minute,
  /// `ss` `s` second, `S` to `SSSSSSSSS` fraction, `X` `XX` `XXX` `Z` offset from UTC. One letter
  /// alone takes one digit or two. Names and AM and PM are read in any case. Anything but letters
  /// stands for itself, as does what is in single quotes; two of them are one.
  ///
  /// @throws IllegalArgumentException when it has letters that are not supported, with the reason
  public static TemporalPattern of(String text) {
    return new TemporalPattern(text, new TemporalCompiler(text).compile());
  }

  /// Checks that it gives a date and nothing else.
  ///
  /// @throws IllegalArgumentException when it does not, with the reason
  public void requireDate() {
    require("yMd", "a date");
    refuse("HhamsSXZ", "a date");
  }

  /// Checks that it gives a time of day and nothing else.
  ///
  /// @throws IllegalArgumentException when it does not, with the reason
  public void requireTime() {
    requireClock("a time");
    refuse("yMdXZ", "a time");
  }

  /// Checks that it gives a date, perhaps a time of day, and an offset as `offsets` says.
  ///
  /// @throws IllegalArgumentException when it does not, with the reason
  public void requireTimestamp(CsvTemporal.Offsets offsets) {
    require("yMd", "a timestamp");
    if (hasAny("HhamsSXZ")) {
      requireClock("a timestamp");
    }
    if (offsets == CsvTemporal.Offsets.NONE) {
      refuse("XZ", "a timestamp without offset");
    } else if (offsets == CsvTemporal.Offsets.REQUIRED && !hasAny("XZ")) {
      throw refusal("a timestamp with an offset needs one of the letters X and Z");
    }
  }

  private void requireClock(String what) {
    if (!hasAny("Hh")) {
      throw refusal(what + " needs one of the letters H and h");
    }
    if (has('h') != has('a')) {
      throw refusal("the letters h and a need each other");
    }
    if (has('s') && !has('m')) {
      throw refusal("the letter s needs m");
    }
    if (has('S') && !has('s')) {
      throw refusal("the letter S needs s");
    }
  }

  private void require(String letters, String what) {
    for (char letter : letters.toCharArray()) {
      if (!has(letter)) {
        throw refusal(what + " needs the letter " + letter);
      }
    }
  }

  private void refuse(String letters, String what) {
    for (char letter : letters.toCharArray()) {
      if (has(letter)) {
        throw refusal(what + " has no letter " + letter);
      }
    }
  }

  private boolean hasAny(String letters) {
    return letters.chars().anyMatch(this::has);
  }

  private boolean has(int letter) {
    for (int i = 0; i < program.length; i += 2) {
      if (program[i] == letter) {
        return true;
      }
    }
    return false;
  }

  private IllegalArgumentException refusal(String reason) {
    return new IllegalArgumentException("pattern \"" + text + "\": " + reason);
  }

  /// Equal when the texts are.
  @Override
  public boolean equals(Object other) {
    return other instanceof TemporalPattern that && text.equals(that.text);
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
