package dev.gatun.cli;

import dev.gatun.arrow.Field;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvLayout;
import dev.gatun.csv.LateTypes;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;

/// `gatun csv schema`: the dialect and the columns.
@Command(
    name = "schema",
    description =
        "Dialect, and names and types of the columns, by the beginning of the first file.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun csv schema trips.csv",
      "  gatun csv schema trips.csv --null NA --type 'fare=decimal(9, 2)' --json"
    })
final class CsvSchemaCommand extends CsvReadingCommand {
  CsvSchemaCommand() {
    super(LateTypes.FAIL);
  }

  @Override
  Report read(CsvInput.Request request, long start) {
    CsvLayout layout = request.scan().inspect();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    CsvDialect dialect = layout.dialect();
    List<Field> fields = layout.schema().fields();
    Table columns = new Table("column", "type");
    fields.forEach(field -> columns.add(field.name(), ArrowTypes.name(field)));
    Setting setting = Setting.now();
    return new Report()
        .fact("input", request.name())
        .fact("dialect", CsvDialects.describe(dialect))
        .fact("header", dialect.header() == CsvDialect.Header.PRESENT ? "yes" : "no")
        .fact("columns", Units.count(fields.size()))
        .fact(
            "looked at",
            (layout.complete() ? "all " : "the first ") + Units.count(layout.rows(), "row", "rows"))
        .table("columns", "", columns, "")
        .json("files", request.names())
        .json("dialect", CsvDialects.json(dialect))
        .json("rows", layout.rows())
        .json("bytes_read", layout.bytes())
        .json("complete", layout.complete())
        .json("engine", EnumConverter.spelling(setting.engine()))
        .json("isa", setting.isa())
        .json("threads", 1)
        .json("elapsed_ms", Units.millis(elapsed));
  }
}
