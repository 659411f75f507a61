package dev.gatun.internal.exec;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a call's options come from: scope, configuration, system properties, environment.
public final class Settings {
  private static final ScopedValue<RunOptions> SCOPE = ScopedValue.newInstance();
  private static volatile RunOptions configured = RunOptions.defaults();

  private Settings() {}

  /// The scope of [dev.gatun.Gatun#scoped].
  public static ScopedValue<RunOptions> scope() {
    return SCOPE;
  }

  /// The options of the enclosing scopes, everything open outside of any.
  public static RunOptions scoped() {
    return SCOPE.orElse(RunOptions.defaults());
  }

  /// Replaces the process-wide options.
  public static void configure(RunOptions options) {
    configured = options;
  }

  /// A call's options with everything it leaves open filled in from further out.
  public static RunOptions resolve(RunOptions call) {
    return call.orElse(scoped())
        .orElse(configured)
        .orElse(from(System::getProperty, name -> "gatun." + name))
        .orElse(from(System::getenv, Settings::variable));
  }

  private static String variable(String name) {
    return "GATUN_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /// A setting that is not an option of calls: the system property `gatun.NAME`, or else the
  /// environment variable. Null when there is neither.
  ///
  /// @throws IllegalArgumentException naming the setting when it cannot be read
  static <T> @Nullable T text(String name, Function<String, T> parser) {
    T value = parse(System::getProperty, "gatun." + name, parser);
    return value != null ? value : parse(System::getenv, variable(name), parser);
  }

  /// Options from a source of text settings.
  ///
  /// @throws IllegalArgumentException naming the setting that cannot be read
  static RunOptions from(
      Function<String, @Nullable String> source, Function<String, String> spelling) {
    RunOptions options = RunOptions.defaults();
    options = read(options, source, spelling.apply("engine"), Engine::parse, RunOptions::engine);
    options =
        read(options, source, spelling.apply("threads"), Integer::parseInt, RunOptions::threads);
    return read(
        options,
        source,
        spelling.apply("memory.limit"),
        RunOptions::parseBytes,
        RunOptions::memoryLimit);
  }

  private static <T> RunOptions read(
      RunOptions options,
      Function<String, @Nullable String> source,
      String name,
      Function<String, T> parser,
      BiFunction<RunOptions, T, RunOptions> setter) {
    RunOptions set = parse(source, name, text -> setter.apply(options, parser.apply(text)));
    return set != null ? set : options;
  }

  private static <T> @Nullable T parse(
      Function<String, @Nullable String> source, String name, Function<String, T> parser) {
    String text = source.apply(name);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("setting " + name + ": " + e.getMessage(), e);
    }
  }
}
