package dev.gatun.cli;

import dev.gatun.Engine;
import dev.gatun.RunInfo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Quantities as people read and write them.
final class Units {
  private Units() {}

  /// `1,234,567`.
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// `1 edge`, `2,000 edges`.
  static String count(long value, String one, String many) {
    return count(value) + " " + (value == 1 ? one : many);
  }

  /// `trips.parquet`, `12 files`.
  static String files(List<Path> files) {
    return files.size() == 1 ? files.getFirst().toString() : count(files.size()) + " files";
  }

  /// `12 B`, `1.23 kB`, `57.3 MB`: powers of 1000.
  static String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    double value = bytes;
    int unit = 0;
    while (value >= 999.5) {
      value /= 1000;
      unit++;
    }
    return (unit == 0 ? Long.toString(bytes) : threeDigits(value)) + " " + units[unit];
  }

  /// `0.870 ms`, `12.3 ms`, `1.23 s`, `2 min 5 s`.
  static String duration(Duration duration) {
    double millis = millis(duration);
    if (millis < 999.5) {
      return threeDigits(millis) + " ms";
    }
    if (millis < 99_950) {
      return threeDigits(millis / 1000) + " s";
    }
    long seconds = Math.round(millis / 1000);
    return seconds / 60 + " min " + seconds % 60 + " s";
  }

  /// `954 MB/s`.
  static String rate(long bytes, Duration duration) {
    return bytes((long) (bytes / (Math.max(1, duration.toNanos()) / 1e9))) + "/s";
  }

  /// `native avx2, 4 threads`.
  static String engine(RunInfo info) {
    String isa = info.engine() == Engine.NATIVE ? " " + info.isa() : "";
    return EnumConverter.spelling(info.engine())
        + isa
        + ", "
        + count(info.threads(), "thread", "threads");
  }

  /// `12.3 %`.
  static String percent(long part, long whole) {
    return whole == 0 ? "0 %" : threeDigits(100.0 * part / whole) + " %";
  }

  /// Milliseconds with three decimals.
  static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3;
  }

  /// Six significant digits; whole numbers in full.
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return count((long) value);
    }
    if (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e15) {
      return String.format(Locale.ROOT, "%.5e", value);
    }
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static String threeDigits(double value) {
    if (value == 0) {
      return "0";
    }
    int decimals = value < 9.995 ? (value < 0.9995 ? 3 : 2) : value < 99.95 ? 1 : 0;
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /// The text with control characters (which could move a terminal's cursor) as `\u001b`.
  static String printable(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                result.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                result.append((char) c);
              }
            });
    return result.toString();
  }
}
