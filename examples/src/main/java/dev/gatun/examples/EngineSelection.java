package dev.gatun.examples;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.NativeUnavailableException;
import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;

/// Who decides which engine runs: the nearest of call, scope, `Gatun.configure`, system property,
/// environment variable; if nobody does, it is native where that is possible.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -Dgatun.engine=java \
///     -cp "target/classes:target/lib/*" dev.gatun.examples.EngineSelection
/// ```
public final class EngineSelection {
  private static final RunOptions ON_JAVA = RunOptions.defaults().engine(Engine.JAVA);
  private static final RunOptions AUTO = RunOptions.defaults().engine(Engine.AUTO);
  private static final RunOptions ON_NATIVE = RunOptions.defaults().engine(Engine.NATIVE);

  private EngineSelection() {}

  public static void main(String[] args) {
    System.out.println("native library: " + Gatun.nativeAvailable().available());
    try (CsrGraph graph =
        CsrGraph.builder().build(EdgeList.of(new int[] {0, 1, 2}, new int[] {1, 2, 3}))) {
      System.out.println("gatun.engine=java:   " + ran(graph, RunOptions.defaults()));

      Gatun.configure(AUTO); // for the whole process
      System.out.println("configured as AUTO:  " + ran(graph, RunOptions.defaults()));

      Gatun.scoped( // for all calls inside, here and in everything that is called from here
          ON_JAVA,
          () -> {
            System.out.println("in a scope of JAVA:  " + ran(graph, RunOptions.defaults()));
            System.out.println("call says AUTO:      " + ran(graph, AUTO));
            return null;
          });

      try { // for those who would rather fail than be slow
        System.out.println("call says NATIVE:    " + ran(graph, ON_NATIVE));
      } catch (NativeUnavailableException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static Engine ran(CsrGraph graph, RunOptions options) {
    try (BfsResult result = graph.bfs(Bfs.from(0), options)) {
      return result.info().engine(); // every result knows
    }
  }
}
