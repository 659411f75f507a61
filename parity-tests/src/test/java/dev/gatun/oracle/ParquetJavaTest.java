package dev.gatun.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The oracle is sound: what it writes, it reads back.
class ParquetJavaTest {
  @Provide
  Arbitrary<RandomParquet> recipes() {
    return RandomParquet.recipes();
  }

  @Property(tries = 100)
  void readsWhatItWrote(@ForAll("recipes") RandomParquet recipe) throws IOException {
    Path file = Files.createTempFile("gatun", ".parquet");
    try {
      recipe.write(file);
      assertEquals(recipe.values(), ParquetJava.read(file, recipe.schema()));
    } finally {
      Files.delete(file);
    }
  }
}
