package dev.gatun.internal.csv.detect;

import dev.gatun.csv.CsvFormats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds out whether the first record is names.
///
/// It is where, column by column, text stands above values of other types and no value stands above
/// values of its own type. Years may: `country,1990,1991`. Where all is text, it is names if its
/// cells look like names, none is found again in its column, and they differ from the cells below
/// as much as these are alike.
public final class HeaderDetector {
  /// Share of a column's cells that must have a type for the others not to matter.
  private static final double MOST = 0.8;

  private static final int LONGEST_NAME = 64;

  private static final Pattern NAME = Pattern.compile("[\\p{L}_#$%@(](?!.*://).*", Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20|21)\\d\\d");
  private static final Pattern WORD_BREAK =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /// What columns are often called, or their names end in or begin with.
  private static final Set<String> USUAL_NAMES =
      Set.of(
          ("id key name names title label type kind class category group status state code number"
                  + " no num nr value values amount price cost total count size date time day month"
                  + " year start end begin first last from to source target src dst user author email"
                  + " mail phone address street city town region country zip lat latitude lon lng"
                  + " longitude url link text body content description comment comments note notes"
                  + " message tag tags color colour sex gender age rank score level unit currency"
                  + " language version column field col header")
              .split(" "));

  private final List<List<String>> records;
  private final List<String> first;
  private final Shapes shapes;

  private HeaderDetector(List<List<String>> records, CsvFormats formats) {
    this.records = records;
    this.first = records.getFirst();
    this.shapes = new Shapes(formats);
  }

  /// Whether the first of the records is a header. Takes time in proportion to the cells.
  ///
  /// @param records cells, without quotes, of the first records of a text; at least one
  public static boolean isHeader(List<List<String>> records, CsvFormats formats) {
    return new HeaderDetector(records, formats).isHeader();
  }

  private boolean isHeader() {
    int names = 0; // text above values
    List<String> values = new ArrayList<>(); // values above values
    boolean allText = true;
    for (int column = 0; column < first.size(); column++) {
      Shape shape = shapes.of(first.get(column));
      boolean typed = records.size() == 1 ? shape.isTyped() : isTyped(column);
      allText &= !typed;
      if (typed && shape == Shape.TEXT) {
        names++;
      } else if (typed && shape.isTyped()) {
        values.add(first.get(column));
      }
    }
    if (!values.isEmpty()) {
      return areYears(values) && !records.stream().skip(1).anyMatch(this::hasYears);
    }
    return names > 0 || (allText && areNames());
  }

  /// Whether the cells below the first are of some type.
  private boolean isTyped(int column) {
    int typed = 0;
    int present = 0;
    for (List<String> record : records.subList(1, records.size())) {
      Shape shape = column < record.size() ? shapes.of(record.get(column)) : Shape.EMPTY;
      present += shape == Shape.EMPTY ? 0 : 1;
      typed += shape.isTyped() ? 1 : 0;
    }
    return present > 0 && typed >= MOST * present;
  }

  private boolean hasYears(List<String> record) {
    return areYears(record.stream().filter(cell -> shapes.of(cell).isTyped()).toList());
  }

  private static boolean areYears(List<String> cells) {
    return cells.size() > 1
        && new HashSet<>(cells).size() == cells.size()
        && cells.stream().allMatch(cell -> YEAR.matcher(cell.strip()).matches());
  }

  /// For records of nothing but text.
  private boolean areNames() {
    if (!areDistinctNames()) {
      return false;
    }
    int votes = 0;
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column).strip();
      votes += 2 * (isUsualName(cell) ? 1 : 0);
      List<String> below = below(column);
      if (below.contains(cell)) {
        return false; // a value like others
      }
      if (below.size() > 1) {
        votes += differs(cell.length(), below.stream().mapToInt(String::length).toArray());
        votes += differs(digits(cell), below.stream().mapToInt(HeaderDetector::digits).toArray());
        votes += differs(words(cell), below.stream().mapToInt(HeaderDetector::words).toArray());
      }
    }
    return votes >= 0;
  }

  /// An index column may have no name.
  private boolean areDistinctNames() {
    Set<String> seen = new HashSet<>();
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column).strip();
      boolean name = cell.length() <= LONGEST_NAME && NAME.matcher(cell).matches();
      if (!seen.add(cell) || !(name || (column == 0 && cell.isEmpty() && first.size() > 1))) {
        return false;
      }
    }
    return true;
  }

  private List<String> below(int column) {
    return records.stream()
        .skip(1)
        .filter(record -> column < record.size())
        .map(record -> record.get(column).strip())
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  /// 1 where all others have one measure and this one has not, -1 where it has, too.
  private static int differs(int measure, int[] others) {
    for (int other : others) {
      if (other != others[0]) {
        return 0;
      }
    }
    return measure == others[0] ? (measure <= 1 ? 0 : -1) : 1;
  }

  private static int digits(String cell) {
    return (int) cell.chars().filter(Character::isDigit).count();
  }

  private static int words(String cell) {
    return WORD_BREAK.split(cell).length;
  }

  private static boolean isUsualName(String cell) {
    String[] words = WORD_BREAK.split(cell);
    return words.length > 0
        && (USUAL_NAMES.contains(words[0].toLowerCase(Locale.ROOT))
            || USUAL_NAMES.contains(words[words.length - 1].toLowerCase(Locale.ROOT)));
  }
}
