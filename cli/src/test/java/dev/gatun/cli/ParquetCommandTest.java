package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetCommandTest {
  /// A file of one required INT32 column `a` and no rows, by "maker".
  private static final String EMPTY =
      "50415231" // PAR1
          + "1502" // version
          + "192c" // schema
          + "480172150200" // root `r` of one child
          + "1502250018016100" // a
          + "1600" // rows
          + "190c" // row groups
          + "28056d616b657200" // created by
          + "1e000000"
          + "50415231";

  @TempDir private Path folder;

  private Path file() throws IOException {
    return Files.write(folder.resolve("a.parquet"), HexFormat.of().parseHex(EMPTY));
  }

  @Test
  void metaDescribesAFile() throws IOException {
    Path file = file();
    String out = Cli.run("parquet", "meta", file).succeeded().out();
    assertTrue(out.contains("rows        0 in 0 row groups, 1 column\n"), out);
    assertTrue(out.contains("created by  maker\n"), out);
    Cli json = Cli.run("parquet", "meta", file, "--json").succeeded();
    assertEquals(Files.size(file), ((Number) json.json("file_bytes")).longValue());
    assertEquals(List.of(), json.json("row_groups"));
  }

  @Test
  void schemaStatsAndCount() throws IOException {
    Path file = file();
    String schema = Cli.run("parquet", "schema", file).succeeded().out();
    assertTrue(schema.contains("a      required    INT32"), schema);
    assertEquals(0, Cli.run("parquet", "count", file, file, "--json").succeeded().json("rows"));
    String stats = Cli.run("parquet", "stats", folder, "--columns", "a").succeeded().out();
    assertTrue(stats.contains("a       INT32"), stats);
    Cli.run("parquet", "stats", file, "--columns", "b").failed(1, "no column b");
  }

  @Test
  void failuresAreOneLine() throws IOException {
    Path file = file();
    byte[] bytes = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, 30));
    Cli.run("parquet", "meta", cut).failed(1, cut.toString(), "byte 22", "PAR1");
    Cli.run("parquet", "count", folder.resolve("none.parquet")).failed(1, "no such file");
    Cli.run("parquet", "count").failed(2, "FILE");
    Cli.run("parquet", "meta", file, "--top", "-1").failed(2, "--top");
  }
}
