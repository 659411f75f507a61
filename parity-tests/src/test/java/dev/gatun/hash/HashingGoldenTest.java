package dev.gatun.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatun.Engine;
import dev.gatun.FileSet;
import dev.gatun.RunOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Digests that never change, of files that never change. Computed by Python's hashlib: tree is
/// `sha256(b"".join(sha256(b).digest() for p, b in files))`, flat is
/// `sha256(b"".join(p.encode() + b for p, b in files))`.
final class HashingGoldenTest {
  private static final String TREE =
      "ded26fded5a5a6c6f29db16c15a162fee189816004270692293a88383c351fd3";
  private static final String FLAT =
      "f3658db6b82d2ddbe4c1c892a1fc3999d8a0be0bb2d892eb5bd4955b04495643";
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final List<String> PATHS =
      List.of("a/empty", "a/z", "a-b.sql", "big", "block", "gr\u00fc\u00dfe/\u00e9.txt");
  private static final List<String> DIGESTS =
      List.of(
          NOTHING,
          "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
          "4a45092ccf992ea92250053a80b931b787924ba61648f420555511b84f10ab6c",
          "18116a183cac31924f957f7737d1966538cd4cf468f1d9ebde7bdc978196dd9f",
          "ee8e658590c9a5e119400a774415a01db104de1ee6e2c29ec69aa73ef46544d2",
          "b8fb07e729d2c238732229327c1b0669dcb8a15705340409cbbed2a6995898e2");

  @TempDir private Path base = Path.of("");

  @BeforeEach
  void write() throws Exception {
    assumeTrue(
        Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('\u00e9'),
        "this locale has no such file names");
    byte[] big = new byte[3 * 1024 * 1024 + 7];
    for (int i = 0; i < big.length; i++) {
      big[i] = (byte) (i * 31 + (i >> 8));
    }
    List<byte[]> contents =
        List.of(
            bytes(""),
            bytes("x"),
            bytes("select 1;\n"),
            big,
            bytes("q".repeat(64)),
            bytes("gr\u00fc\u00dfe\n"));
    for (int i = 0; i < PATHS.size(); i++) {
      Path file = base.resolve(PATHS.get(i));
      Files.createDirectories(file.getParent());
      Files.write(file, contents.get(i));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static HashOptions on(Engine engine, int threads) {
    return HashOptions.defaults().run(RunOptions.defaults().engine(engine).threads(threads));
  }

  private static List<String> digests(HashResult result) {
    return result.files().stream().map(file -> file.digest().toString()).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "AUTO"})
  void bothFormsOnEveryEngineWithAnyNumberOfThreads(Engine engine) {
    FileSet files = FileSet.in(base);
    for (int threads : new int[] {1, 2, 5}) {
      HashOptions options = on(engine, threads);
      HashResult tree = Hashing.hashFiles(files, HashForm.TREE, options);
      assertEquals(TREE, tree.digest().toString());
      assertEquals(DIGESTS, digests(tree));
      assertEquals(PATHS, tree.files().stream().map(file -> file.entry().path()).toList());
      HashResult flat = Hashing.hashFiles(files, HashForm.FLAT, options);
      assertEquals(FLAT, flat.digest().toString());
      assertEquals(List.of(), flat.files());
      HashResult both = Hashing.hashFiles(files, HashForm.FLAT, options.withFileDigests());
      assertEquals(FLAT, both.digest().toString());
      assertEquals(DIGESTS, digests(both));
    }
  }

  @Test
  void aListIsHashedInItsOwnOrder() {
    List<Path> files = new ArrayList<>(PATHS.stream().map(base::resolve).toList());
    FileSet inOrder = FileSet.of(base, files);
    assertEquals(TREE, Hashing.hashFiles(inOrder, HashForm.TREE).digest().toString());
    assertEquals(FLAT, Hashing.hashFiles(inOrder, HashForm.FLAT).digest().toString());
    Collections.swap(files, 0, 1);
    // sha256 over the digests in the other order, by the same program
    assertEquals(
        "46248ad181d1150468da52a28795f16459f6674dd47ddd39bebe086ce20b34b9",
        Hashing.hashFiles(FileSet.of(base, files), HashForm.TREE).digest().toString());
  }

  @Test
  void noFilesAreNoBytes() {
    FileSet none = FileSet.in(base).include("nothing");
    for (HashForm form : HashForm.values()) {
      assertEquals(NOTHING, Hashing.hashFiles(none, form).digest().toString());
    }
  }
}
