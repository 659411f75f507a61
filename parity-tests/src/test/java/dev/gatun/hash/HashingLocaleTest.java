package dev.gatun.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.FileSet;
import dev.gatun.support.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Names that Java cannot decode in the locale of the process, such as that of most containers.
@EnabledOnOs(OS.LINUX)
final class HashingLocaleTest {
  @TempDir private Path base = Path.of("");

  /// Prints the flat digest of a folder, or what is wrong with it.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      try {
        FileSet files = FileSet.in(Path.of(arguments[0]));
        System.out.print(Hashing.hashFiles(files, HashForm.FLAT).digest());
      } catch (RuntimeException e) {
        System.out.print(e.getMessage());
      }
    }
  }

  private String hash(String locale) {
    return ChildJvm.run(
        Child.class, List.of("-Dgatun.engine=java"), Map.of("LC_ALL", locale), base.toString());
  }

  /// Makes a file whose name has these bytes.
  private void make(String octal) throws IOException, InterruptedException {
    String script = "printf x > \"$(printf '" + octal + "')\"";
    Process shell = new ProcessBuilder("sh", "-c", script).directory(base.toFile()).start();
    assertEquals(0, shell.waitFor());
  }

  @Test
  void digestIsTheSameInEveryLocale() throws Exception {
    make("gr\\303\\274n"); // grün
    make("z");
    // sha256sum of "grünxzx"
    String expected = "0e84eeccf8893ef3ffb38d0aa3dcc08e2ae1f677bf29d3f1a3e78bdffe858822";
    assertEquals(expected, hash("C"));
    assertEquals(expected, hash("C.UTF-8"));
  }

  @Test
  void nameThatIsNotUnicodeIsAnErrorInEveryLocale() throws Exception {
    make("gr\\374n"); // in Latin-1
    for (String locale : List.of("C", "C.UTF-8")) {
      String problem = hash(locale);
      assertTrue(problem.endsWith("n: its name is not Unicode"), problem);
    }
  }
}
