package dev.gatun.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.FileSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The orders of files.
class FileOrderTest {
  @TempDir private Path folder = Path.of("");

  /// Asserts that an order puts files so, whatever order they are listed in.
  private void assertOrder(FileOrder order, String... paths) {
    Tree tree = new Tree(folder);
    Arrays.stream(paths).forEach(path -> tree.with(path, path));
    List<Path> files = Arrays.stream(paths).map(folder::resolve).toList();
    for (int seed = 0; seed < 5; seed++) {
      List<Path> shuffled = new ArrayList<>(files);
      Collections.shuffle(shuffled, new Random(seed));
      SchemaBuild build = SchemaBuild.of(FileSet.of(folder, shuffled)).order(order);
      assertEquals(
          List.of(paths), build.files().stream().map(FileSet.Entry::path).toList(), order::name);
    }
  }

  @Test
  void pathsGoByTheirComponents() {
    assertOrder(
        FileOrder.PATH,
        "10_b",
        "9_a",
        "B.sql",
        "a/z",
        "a/z.sql",
        "a-b/c",
        "a.sql",
        "ab",
        "é",
        "東",
        "🎉");
  }

  @Test
  void numbersGoByTheirValue() {
    assertOrder(
        FileOrder.NUMBERS,
        "0_x",
        "0x2_a",
        "2_a",
        "2_b/1_z",
        "2_b/10_a",
        "2_b/a",
        "9_a",
        "0xa_b",
        "0XB_a",
        "00012a",
        "12",
        "13.sql",
        "20261121191607_later",
        "99999999999999999999999_huge",
        "F1_no_hex",
        "a",
        "x10",
        "x9");
  }

  @Test
  void equalNumbersGoByTheirNames() {
    assertOrder(FileOrder.NUMBERS, "001_c", "01_b", "0x1_d", "1_a", "1_b");
  }

  @Test
  void hexadecimalNumbersNeedNoMark() {
    assertOrder(
        FileOrder.HEX_NUMBERS,
        "0_x",
        "9_a",
        "0A_b",
        "0xB_c",
        "f.sql",
        "10_c",
        "1f-d",
        "0x20x",
        "add_users",
        "1g_no_number",
        "Zed",
        "address");
  }
}
