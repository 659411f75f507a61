package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Help, version, and wrong usage.
final class UsageTest {
  @TempDir private Path folder = Path.of("");

  private static Cli run(String line, Object... more) {
    Stream<Object> words = line.isEmpty() ? Stream.of() : Arrays.stream(line.split(" "));
    return Cli.run(Stream.concat(words, Arrays.stream(more)).toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "info",
        "demo",
        "graph",
        "graph stats",
        "graph bfs",
        "graph sssp",
        "graph pagerank",
        "graph dfs",
        "graph scc",
        "graph toposort",
        "graph bipartite",
        "graph colouring",
        "graph components",
        "parquet",
        "parquet meta",
        "parquet schema",
        "parquet stats",
        "parquet count",
        "parquet head",
        "parquet scan",
        "schema",
        "csv",
        "csv schema",
        "csv head",
        "csv scan",
        "hash",
        "schema build"
      })
  void everyCommandHasHelpWithAnExample(String command) {
    String help = run(command, "--help").succeeded().out();
    assertTrue(help.startsWith("Usage: gatun " + command), help);
    assertTrue(help.contains("Examples:\n  gatun " + command), help);
    assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info",
        "demo",
        "graph stats",
        "graph bfs",
        "graph sssp",
        "graph pagerank",
        "graph dfs",
        "graph scc",
        "graph toposort",
        "graph bipartite",
        "graph colouring",
        "graph components",
        "parquet meta",
        "parquet schema",
        "parquet stats",
        "parquet count",
        "parquet head",
        "parquet scan",
        "csv schema",
        "csv head",
        "csv scan",
        "hash",
        "schema build"
      })
  void everyCommandThatWorksHasTheCommonOptions(String command) {
    String help = run(command, "--help").out();
    for (String option :
        new String[] {
          "--json", "--engine", "--isa", "--threads", "--memory-limit", "--debug", "--version"
        }) {
      assertTrue(help.contains(option), option);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "info --version", "graph bfs -V"})
  void versionIsTheLibrarys(String line) {
    assertEquals("gatun " + Gatun.version() + "\n", run(line).succeeded().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "graph", "parquet", "csv", "schema"})
  void withoutACommandTheHelpIsPrinted(String line) {
    assertEquals(run(line, "--help").out(), run(line).succeeded().out());
  }

  @Test
  void completionScriptIsThereButNotListed() {
    assertTrue(run("generate-completion").succeeded().out().contains("complete -F"));
    assertFalse(run("--help").out().contains("generate-completion"));
  }

  @Test
  void inputMustHaveAName() {
    Cli.run("graph", "stats", "").failed(2, "INPUT is empty");
  }

  @ParameterizedTest
  @CsvSource({
    "grph, there is no command grph; did you mean graph?",
    "graph bsf, there is no command bsf",
    "graph stats, 'INPUT'",
    "graph stats INPUT more, this is one argument too many: more",
    "graph stats INPUT --seperator x, there is no option --seperator; did you mean --separator?",
    "graph stats INPUT --engine gpu, 'gpu' is none of auto",
    "graph stats INPUT --threads many, 'many'",
    "graph stats INPUT --threads 0, threads 0 is not in 1..256",
    "graph stats INPUT --threads 257, threads 257 is not in 1..256",
    "graph stats INPUT --isa avx, avx512",
    "graph stats INPUT --memory-limit 2x, is not a number of bytes such as 512m or 2g",
    "graph stats INPUT --top -1, --top -1 is negative",
    "graph stats INPUT --directed --undirected, exclude each other",
    "graph stats INPUT --separator ab, separator 'ab'",
    "graph stats INPUT --src from, --src and --dst go together",
    "graph stats INPUT --src 0 --dst to, all names or all numbers",
    "graph stats INPUT --weight cost, all names or all numbers",
    "graph stats INPUT --ids sparse, 'sparse' is none of dictionary",
    "graph stats INPUT --duplicates all, 'all' is none of keep",
    "graph stats INPUT --out x.parquet, .parquet is not written; CSV is",
    "graph stats INPUT --out x.csv.zst, .zst is not written; CSV is",
    "graph stats INPUT --out x.arrow.gz, .arrow.gz is not written; CSV is",
    "graph stats INPUT --out INPUT, is the input",
    "graph bfs INPUT, --source ID is missing",
    "graph bfs INPUT --source 1 --max-depth -2, --max-depth -2 is negative",
    "graph sssp INPUT, --source ID is missing",
    "graph sssp INPUT --source 1 --delta -1, delta -1.0",
    "graph sssp INPUT --source 1 --method astar, 'astar' is none of auto",
    "graph pagerank INPUT --alpha 1, alpha 1.0 is not in",
    "graph pagerank INPUT --tolerance -1, tolerance -1.0",
    "graph pagerank INPUT --max-iterations -1, max iterations -1",
    "graph pagerank INPUT --dangling away, 'away' is none of teleport",
    "parquet head, 'FILE'",
    "parquet head INPUT -n -1, -n -1 is negative",
    "parquet scan INPUT --limit -1, --limit -1 is negative",
    "parquet scan INPUT --batch-rows -1, --batch-rows -1 is negative",
    "parquet scan INPUT --row-groups x, --row-groups 'x' is no number and no range",
    "parquet scan INPUT --row-groups 3-1, --row-groups '3-1' ends before it begins",
    "parquet scan INPUT INPUT --row-groups 0, --row-groups are of one file",
    "parquet scan INPUT --where a>, position 3",
    "csv head, 'FILE'",
    "csv head INPUT -n -1, -n -1 is negative",
    "csv head INPUT -, 'standard input, -, is read alone'",
    "csv scan INPUT --limit -1, --limit -1 is negative",
    "csv scan INPUT --max-rejects -1, --max-rejects -1 is negative",
    "csv scan INPUT --delimiter ab, --delimiter 'ab' is not one character",
    "csv scan INPUT --delimiter | --quote |, one character has two meanings",
    "csv scan INPUT --skip-lines -1, skipLines -1 is negative",
    "csv scan INPUT --encoding utf-7x, there is no encoding 'utf-7x'",
    "csv scan INPUT --ragged keep, 'keep' is none of error",
    "csv scan INPUT --late never, 'never' is none of widen",
    "csv scan INPUT --string-nulls some, 'some' is none of none",
    "csv scan INPUT --type a, --type 'a' is not COLUMN=TYPE",
    "csv scan INPUT --type a=int7, there is no type 'int7'",
    "csv scan INPUT --type a=list, there is no type 'list'",
    "csv scan INPUT --decimal :, decimal separator ':'",
    "hash, 'FILE'",
    "hash INPUT --form round, 'round' is none of flat",
    "hash INPUT --include [a, pattern '[a': [ is not closed",
    "hash INPUT --base /nowhere, give another --base",
    "hash INPUT --changes, --changes are since the --cache was written",
    "hash INPUT -q --files, --quiet prints neither",
    "demo --scale 3, --scale 3 is not in 4..22",
    "demo --scale 23, --scale 23 is not in 4..22",
    "info extra, this is one argument too many: extra",
  })
  void wrongUsageIsOneLineAndStatusTwo(String line, String problem) throws Exception {
    Path input = Files.writeString(folder.resolve("edges.csv"), "1,2\n2,3\n");
    Cli run = run(line.replace("INPUT", input.toString()));
    String command =
        line.replaceAll("^((?:graph|parquet|csv) )?(\\w*).*", "$1$2").replaceAll("(bsf|grph)$", "");
    run.failed(2, problem, "; see 'gatun " + command.strip(), " --help'");
  }
}
