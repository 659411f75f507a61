package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.gatun.corpus.CsvManifest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The oracle agrees with the corpus.
class NaiveCsvTest {
  private static final Set<CsvManifest.Kind> RECORDS =
      Set.of(CsvManifest.Kind.CELLS, CsvManifest.Kind.ERROR);

  @Test
  void everySmallDocument() throws IOException {
    for (CsvManifest file : CsvManifest.all()) {
      if (file.kind() == CsvManifest.Kind.EXHAUSTIVE) {
        for (String line : file.lines()) {
          int tab = line.indexOf('\t');
          byte[] text = ((String) JSON.std.anyFrom(line.substring(0, tab))).getBytes(UTF_8);
          List<NaiveCsv.Line> records = NaiveCsv.records(file.dialect(), text);
          assertEquals(expected(line.substring(tab + 1)), outcome(records), line);
        }
      }
    }
  }

  private static Object expected(String text) throws IOException {
    return text.startsWith("error ") ? text : JSON.std.anyFrom(text);
  }

  private static Object outcome(List<NaiveCsv.Line> records) {
    for (NaiveCsv.Line record : records) {
      if (record.trouble() != null) {
        return "error "
            + record.trouble().name().toLowerCase(java.util.Locale.ROOT)
            + " "
            + record.line();
      }
    }
    return records.stream().map(NaiveCsv.Line::texts).toList();
  }

  @Test
  void cellsAndErrors() {
    for (CsvManifest one : CsvManifest.all()) {
      boolean utf8 = one.dialect().charset() == null;
      if (RECORDS.contains(one.kind()) && !one.keepsRagged() && utf8) {
        check(one);
      }
    }
  }

  private static void check(CsvManifest one) {
    CsvText text = new CsvText(new String(one.text(), UTF_8), one.dialect(), List.of());
    NaiveReader reader = NaiveReader.strings(text);
    if (one.kind() == CsvManifest.Kind.CELLS) {
      assertEquals(List.of(), reader.problems(), one::toString);
      List<?> records = (List<?>) one.expected("records");
      for (int i = 0; i < records.size(); i++) {
        List<?> record = (List<?>) records.get(i);
        for (int c = 0; c < record.size(); c++) {
          String cell = (String) reader.columns(false).get(c).get(i);
          assertEquals(record.get(c), new String(cell.getBytes(ISO_8859_1), UTF_8), one::toString);
        }
      }
    } else if (!one.expected("class").equals("invalid_utf8")) {
      NaiveReader.Place first = reader.problems().getFirst();
      assertEquals(CsvManifest.problem(one.expected("class")), first.kind(), one::toString);
      assertEquals((int) one.expected("line"), first.line(), one::toString);
    }
  }
}
