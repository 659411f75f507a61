package dev.gatun.internal.csv.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.gatun.Engine;
import dev.gatun.csv.CsvDialect;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DialectDetectorTest {
  private static CsvDialect detect(CsvDialect given, String text, boolean last) {
    MemorySegment bytes = MemorySegment.ofArray(("xx" + text + "yyy").getBytes(UTF_8));
    return DialectDetector.detect(given, bytes, 2, bytes.byteSize() - 3, last, Engine.JAVA);
  }

  private static String found(String text) {
    CsvDialect dialect = detect(CsvDialect.detect(), text, true);
    String comment = dialect.comment() == 0 ? "" : "" + dialect.comment();
    return (dialect.delimiter() + "" + dialect.quote() + comment).replace("\t", "T");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        // one column
        "``! ,\"",
        "`\n\n`! ,\"",
        "hello! ,\"",
        "1\n2\n3! ,\"",
        "10:00:00\n11:30:15! ,\"",
        "2026-01-01 10:00:00\n2026-01-02 11:00:00! ,\"",
        "http://a.b/c\nhttp://d.e/f! ,\"",
        "note\n\"a, b\"\n\"c, d, e\"! ,\"",
        "A line, of prose.\nAnother one; without\nAnd, one, more\nAnd a last! T\"",
        // one line
        "a,b,c! ,\"",
        "a;b;c! ;\"",
        "a b c! ,\"",
        // delimiters
        "a,b\n1,2! ,\"",
        "aTb\n1T2! T\"",
        "a|b\n1|2! |\"",
        "a~b\n1~2! ~\"",
        "a^b\n1^2! ^\"",
        "a b\n1 2\n3 4! ` \"`",
        "city:people\nOslo:700000\nRome:2800000! :\"",
        // what is inside cells does not delimit them
        "a;b\n1,5;2,5\n3,25;4,0! ;\"",
        "1,5;2,5\n3,25;4,0! ;\"",
        "t,x\n2026-01-01 10:00:00,1\n2026-01-01 11:00:00,2! ,\"",
        "name|note\nx|a, b\ny|c, d\nz|e, f! |\"",
        "a;b\n1;{\"k\": 1, \"l\": 2}\n2;{\"k\": 3, \"l\": 4}! ;\"",
        // quotes
        "a,b\n1,'x, y'\n2,'z'! ,'",
        "a,b\n1,\"x, y\"\n2,it's\n3,'tis! ,\"",
        "a,b\n1,\"x\ny;z\"\n2,\"u\"! ,\"",
        // ragged, and damaged
        "a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3! ,\"",
        "a;b\n1;\"x\"y\n2;z\n3;w! ;\"",
        // comments
        "# graph\n# fromTto\n1T2\n3T4! T\"#",
        "# fromTto\n1T2\n3T4! T\"",
        "#a,b\n#1,2\n3,4! ,\"",
        "# title\n#1,2\n3,4\n#5,6! ,\"",
      })
  void delimiterAndQuote(String text, String expected) {
    assertEquals(expected, found(text.replace("\\n", "\n").replace('T', '\t')));
  }

  @Test
  void onlyWhatIsNotGivenIsFoundOut() {
    CsvDialect given = CsvDialect.rfc4180();
    assertSame(given, detect(given, "a;b\n1;2\n", true));
    assertEquals('\'', detect(CsvDialect.detect().delimiter(','), "a,';'\n1,','\n", true).quote());
    CsvDialect unquoted = CsvDialect.detect().quote((char) 0);
    assertEquals(0, detect(unquoted, "a;b\n1;2\n", true).quote());
    assertEquals(';', detect(unquoted, "a;b\n1;2\n", true).delimiter());
    assertEquals(0, detect(CsvDialect.detect().delimiter(','), "# x\n1,2\n3,4\n", true).comment());
    CsvDialect commented = detect(CsvDialect.detect().comment(','), "a;b\n,,,,\n1;2\n", true);
    assertEquals(';', commented.delimiter());
  }

  @Test
  void cellsMayBeLongerThanTheSample() {
    String text = "a;b\n1;\"" + "x, y\n".repeat(400_000);
    assertEquals(';', detect(CsvDialect.detect(), text, false).delimiter());
    String line = "1,5;" + "2;".repeat(1_000_000);
    assertEquals(';', detect(CsvDialect.detect(), line, false).delimiter());
  }
}
