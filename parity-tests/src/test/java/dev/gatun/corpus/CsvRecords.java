package dev.gatun.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatun.csv.CsvProblem;
import dev.gatun.support.CsvOutcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The records of a text, as strings.
///
/// @param raw their cells, a character a byte
/// @param failure what ended it, null when nothing did
record CsvRecords(List<List<String>> raw, Object failure) {
  private static final byte AFTER_CELL = 0x1f;
  private static final byte AFTER_RECORD = 0x1e;

  /// Of columns of strings.
  static CsvRecords of(CsvOutcome outcome) {
    return new CsvRecords(
        outcome.table().stream().map(CsvRecords::strings).toList(), outcome.failure());
  }

  /// Of one column of lists.
  static CsvRecords ofAnyLength(CsvOutcome outcome) {
    List<Object> lists = outcome.columns().isEmpty() ? List.of() : outcome.columns().getFirst();
    return new CsvRecords(
        lists.stream().map(list -> strings((List<?>) list)).toList(), outcome.failure());
  }

  private static List<String> strings(List<?> cells) {
    return cells.stream().map(cell -> (String) cell).toList();
  }

  int count() {
    return raw.size();
  }

  /// The cells of all records.
  ///
  /// @throws AssertionError when it did not end well
  List<List<String>> cells() {
    if (failure != null) {
      throw new AssertionError("after " + raw.size() + " records: " + failure);
    }
    return raw.stream()
        .map(
            record ->
                record.stream().map(cell -> new String(cell.getBytes(ISO_8859_1), UTF_8)).toList())
        .toList();
  }

  /// What is wrong.
  ///
  /// @throws AssertionError when nothing is
  CsvProblem problem() {
    if (failure instanceof CsvProblem problem) {
      return problem;
    }
    throw new AssertionError(
        "no problem but " + (failure == null ? raw.size() + " records" : failure));
  }

  /// The digest that the manifest has.
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (List<String> record : raw) {
        for (String cell : record) {
          digest.update(cell.getBytes(ISO_8859_1));
          digest.update(AFTER_CELL);
        }
        digest.update(AFTER_RECORD);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
