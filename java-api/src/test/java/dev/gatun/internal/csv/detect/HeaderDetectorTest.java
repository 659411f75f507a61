package dev.gatun.internal.csv.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.csv.CsvFormats;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderDetectorTest {
  private static boolean isHeader(String text, CsvFormats formats) {
    List<List<String>> records =
        Arrays.stream(text.split("/")).map(line -> List.of(line.split(",", -1))).toList();
    return HeaderDetector.isHeader(records, formats);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name/1,x/2,y",
        "id,when/1,2026-01-01/2,2026-01-02",
        "flag/true/false",
        ",name,count/0,x,5/1,y,6", // an index column
        "a,a/1,2/3,4",
        "id,value/1,NA/2,/3,0.5",
        "amount/1.234/5.678",
        "country,1990,1991/A,5,6/B,7,8",
        "id,name",
        "first name,last name/Ada,Lovelace/Alan,Turing",
        "code,city/NO,Oslo/IT,Rome/FR,Paris",
        "a,b/x,y/z,w",
      })
  void names(String text) {
    assertEquals(true, isHeader(text, CsvFormats.defaults()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2",
        "1,x/2,y",
        "x,1/y,2",
        "2026-01-01,x/2026-01-02,y",
        "true/false",
        "x,1990,1991/y,1992,1993",
        "NA,1/3,4", // missing is no name
        "Oslo,north/Rome,south/Bergen,north", // found again
        "AB12,CD34/EF56,GH78/IJ90,KL12", // alike
        ",,/x,y,z",
        "http://a/http://b",
      })
  void values(String text) {
    assertEquals(false, isHeader(text, CsvFormats.defaults()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"da/ja/nein", "da/01|02|2026", "da/--"})
  void formatsMatter(String text) {
    CsvFormats formats =
        CsvFormats.defaults().trueTokens("ja").falseTokens("nein", "--").dateFormat("dd|MM|yyyy");
    assertEquals(true, isHeader(text, formats));
    assertEquals(false, isHeader(text.substring(3), formats));
  }
}
