package dev.gatun.internal.schema;

import dev.gatun.Gatun;
import dev.gatun.hash.Sha256;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.schema.SchemaResult;
import dev.gatun.schema.SchemaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One build: puts the files together, with a header if one is wished, and gives them to a sink.
public final class SchemaRun {
  private final Execution execution;
  private final Plan plan;
  private final Sink sink;

  /// A header.
  ///
  /// @param time as it is to be written, null for none
  public record HeaderSettings(@Nullable String time) {}

  private SchemaRun(Execution execution, Plan plan, Sink sink) {
    this.execution = execution;
    this.plan = plan;
    this.sink = sink;
  }

  /// Builds.
  ///
  /// @param header null for none
  public static SchemaResult run(
      Execution execution, Plan plan, @Nullable HeaderSettings header, Sink sink) {
    SchemaRun run = new SchemaRun(execution, plan, sink);
    return header == null ? run.plain() : run.headed(header);
  }

  private SchemaResult plain() {
    try (Digester digester = new Digester(execution.engine(), execution.scratch())) {
      long[] bytes = {0};
      Assembly assembly =
          Assembly.run(
              execution,
              plan,
              text -> {
                give(digester, sink, text);
                bytes[0] += text.size();
                return true;
              });
      return result(assembly, assembly.sources(), 0, bytes[0], digester.finish());
    }
  }

  private static void give(Digester digester, Sink sink, GrowingText text) throws IOException {
    digester.update(text);
    sink.accept(text.segment(), text.size());
  }

  /// The header has the digest of what follows, so all of it is kept until that is known.
  private SchemaResult headed(HeaderSettings settings) {
    List<GrowingText> texts = new ArrayList<>();
    try (Digester digester = new Digester(execution.engine(), execution.scratch());
        GrowingText header = new GrowingText(execution)) {
      Assembly assembly =
          Assembly.run(
              execution,
              plan,
              text -> {
                texts.add(text);
                digester.update(text);
                return false;
              });
      header.append(
          Header.text(Gatun.version(), plan.files().size(), digester.finish(), settings.time()));
      long bytes = 0;
      texts.addFirst(header);
      for (GrowingText text : texts) {
        give(digester, sink, text);
        bytes += text.size();
      }
      long lines = settings.time() == null ? 2 : 3;
      List<SchemaSource> sources =
          assembly.sources().stream()
              .map(s -> new SchemaSource(s.path(), s.firstLine() + lines, s.lines(), s.bytes()))
              .toList();
      return result(assembly, sources, lines, bytes, digester.finish());
    } catch (IOException e) {
      throw IoFailures.of("the schema", e);
    } finally {
      texts.forEach(GrowingText::close);
    }
  }

  private SchemaResult result(
      Assembly assembly, List<SchemaSource> sources, long more, long bytes, Sha256 digest) {
    return new SchemaResult(
        bytes, assembly.lines() + more, digest, sources, assembly.bytesRead(), execution.info());
  }
}
