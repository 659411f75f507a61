package dev.gatun.bindings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The public headers as they are in the repository, read without any of the tools that the
/// bindings are made with.
final class CHeaders {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern FUNCTION =
      Pattern.compile("GATUN_EXPORT\\s+([\\w\\s*]+?)(gatun_\\w+)\\s*\\(([^)]*)\\)\\s*;");
  private static final Pattern STRUCT =
      Pattern.compile("typedef struct (gatun_\\w+) \\{(.*?)} \\1;", Pattern.DOTALL);
  private static final Pattern FIELD = Pattern.compile("(\\w+)(\\[\\w+])?\\s*;");

  private CHeaders() {}

  /// @param result C type
  /// @param parameters C types with names
  record Function(String name, String result, List<String> parameters) {}

  /// `kernels-c/include/gatun`, looked for from the working directory upwards.
  static Path directory() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      Path headers = at.resolve("kernels-c/include/gatun");
      if (Files.isDirectory(headers)) {
        return headers;
      }
    }
    throw new AssertionError("no kernels-c/include/gatun above " + start);
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .filter(file -> file.toString().endsWith(".h"))
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .toList();
    }
  }

  static String text(String name) throws IOException {
    return Files.readString(directory().resolve(name));
  }

  /// SHA-256 as core.h defines it.
  static String digest() throws IOException {
    var all = new ByteArrayOutputStream();
    for (Path file : files()) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
      all.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return Sha256.of(all.toByteArray());
  }

  static List<Function> functions() throws IOException {
    return matches(FUNCTION).stream()
        .map(m -> new Function(m.group(2), m.group(1).strip(), parameters(m.group(3))))
        .toList();
  }

  /// Names of the fields of every struct, in order.
  static Map<String, List<String>> structs() throws IOException {
    Map<String, List<String>> structs = new LinkedHashMap<>();
    for (MatchResult struct : matches(STRUCT)) {
      List<String> fields = new ArrayList<>();
      FIELD.matcher(struct.group(2)).results().forEach(field -> fields.add(field.group(1)));
      structs.put(struct.group(1), fields);
    }
    return structs;
  }

  private static List<MatchResult> matches(Pattern pattern) throws IOException {
    List<MatchResult> matches = new ArrayList<>();
    for (Path file : files()) {
      String code = COMMENT.matcher(Files.readString(file)).replaceAll(" ");
      pattern.matcher(code).results().forEach(matches::add);
    }
    return matches;
  }

  private static List<String> parameters(String list) {
    String stripped = list.strip();
    return stripped.isEmpty() || stripped.equals("void")
        ? List.of()
        : Stream.of(stripped.split(",")).map(String::strip).toList();
  }
}
