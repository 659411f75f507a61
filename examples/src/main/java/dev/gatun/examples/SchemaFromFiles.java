package dev.gatun.examples;

import dev.gatun.FileSet;
import dev.gatun.InputFormatException;
import dev.gatun.hash.HashForm;
import dev.gatun.hash.HashOptions;
import dev.gatun.hash.HashResult;
import dev.gatun.hash.Hashing;
import dev.gatun.schema.FileOrder;
import dev.gatun.schema.SchemaBuild;
import dev.gatun.schema.SchemaPart;
import dev.gatun.schema.SchemaResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One SQL file out of a folder of them, whether it is stale, where a line of it comes from; and the
/// digest of the folder, with what has changed since it was last looked at.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.SchemaFromFiles data/schema
/// ```
public final class SchemaFromFiles {
  private SchemaFromFiles() {}

  public static void main(String[] args) throws IOException {
    Path source = Path.of(args[0]);
    Path folder = Files.createTempDirectory("gatun-schema");
    Path built = folder.resolve("schema.sql");

    // 9_cities before 0xA_trips, in 10_tables before 20_seed.
    SchemaBuild build = SchemaBuild.in(source).order(FileOrder.NUMBERS);
    SchemaResult schema = build.write(built);
    System.out.println(schema.lines() + " lines of " + schema.sources().size() + " files");
    System.out.println("line 10 is " + schema.locate(10));
    System.out.println("current: " + build.check(built).current());

    // Tables and data apart. Nothing is written here, only listed.
    build
        .split(List.of(SchemaPart.of("seed", "*.seed.sql"), SchemaPart.of("schema", "**")))
        .forEach((part, chosen) -> System.out.println(part + ": " + chosen.files().size() + " of them"));

    // One digest of all files; the second time, only what has changed is read.
    HashOptions cached = HashOptions.defaults().cache(folder.resolve("hash.cache"));
    HashResult first = Hashing.hashFiles(FileSet.in(source), HashForm.TREE, cached);
    HashResult second = Hashing.hashFiles(FileSet.in(source), HashForm.TREE, cached);
    System.out.println(first.digest().equals(second.digest()) + ", changes: " + second.changes());

    // A comment that would swallow the next file is found before the database sees it.
    Path broken = Files.writeString(folder.resolve("broken.sql"), "SELECT 1;\n/* to be done\n");
    try {
      SchemaBuild.in(folder).outputs(built).write(folder.resolve("other.sql"));
    } catch (InputFormatException e) {
      System.out.println(e.getMessage().replace(broken.toString(), "broken.sql"));
    }
  }
}
