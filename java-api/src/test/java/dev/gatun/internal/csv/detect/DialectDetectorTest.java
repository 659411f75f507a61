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
        "`⏎⏎`! ,\"",
        "hello! ,\"",
        "1⏎2⏎3! ,\"",
        "10:00:00⏎11:30:15! ,\"",
        "2026-01-01 10:00:00⏎2026-01-02 11:00:00! ,\"",
        "http://a.b/c⏎http://d.e/f! ,\"",
        "note⏎\"a, b\"⏎\"c, d, e\"! ,\"",
        "A line, of prose.⏎Another one; without⏎And, one, more⏎And a last! T\"",
        // one line
        "a,b,c! ,\"",
        "a;b;c! ;\"",
        "a b c! ,\"",
        // delimiters
        "a,b⏎1,2! ,\"",
        "aTb⏎1T2! T\"",
        "a|b⏎1|2! |\"",
        "a~b⏎1~2! ~\"",
        "a^b⏎1^2! ^\"",
        "a b⏎1 2⏎3 4! ` \"`",
        "city:people⏎Oslo:700000⏎Rome:2800000! :\"",
        // what is inside cells does not delimit them
        "a;b⏎1,5;2,5⏎3,25;4,0! ;\"",
        "1,5;2,5⏎3,25;4,0! ;\"",
        "t,x⏎2026-01-01 10:00:00,1⏎2026-01-01 11:00:00,2! ,\"",
        "name|note⏎x|a, b⏎y|c, d⏎z|e, f! |\"",
        "a;b⏎1;{\"k\": 1, \"l\": 2}⏎2;{\"k\": 3, \"l\": 4}! ;\"",
        // quotes
        "a,b⏎1,'x, y'⏎2,'z'! ,'",
        "a,b⏎1,\"x, y\"⏎2,it's⏎3,'tis! ,\"",
        "a,b⏎1,\"x⏎y;z\"⏎2,\"u\"! ,\"",
        // ragged, and damaged
        "a,b,c⏎1,2,3⏎4,5⏎6,7,8,9⏎1,2,3! ,\"",
        "a;b⏎1;\"x\"y⏎2;z⏎3;w⏎4;v! ;\"",
        "id,n⏎1,2⏎2,x⏎3⏎4,\"a\"b⏎5,6! ,\"",
        // comments
        "# graph⏎# fromTto⏎1T2⏎3T4! T\"#",
        "# fromTto⏎1T2⏎3T4! T\"",
        "#a,b⏎#1,2⏎3,4! ,\"",
        "# title⏎#1,2⏎3,4⏎#5,6! ,\"",
      })
  void delimiterAndQuote(String text, String expected) {
    assertEquals(expected, found(text.replace('⏎', '\n').replace('T', '\t')));
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
