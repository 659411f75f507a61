package dev.gatun.bindings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Everything outside this module that decides what the loader does, so that tests can give it.
///
/// @param properties system properties
/// @param variables environment variables
/// @param resources where `META-INF/native` is looked up
/// @param platform which packed library fits
record LoaderEnvironment(
    Values properties, Values variables, ClassLoader resources, Platform platform) {

  /// Named strings.
  @FunctionalInterface
  interface Values {
    @Nullable String get(String name);
  }

  /// A setting, and who made it.
  ///
  /// @param source such as `system property gatun.native`
  record Setting(String source, String value) {
    @Override
    public String toString() {
      return source + " = " + value;
    }
  }

  static LoaderEnvironment system() {
    return new LoaderEnvironment(
        System::getProperty,
        System::getenv,
        LoaderEnvironment.class.getClassLoader(),
        Platform.current());
  }

  /// The system property `name`, or else the environment variable of the same name in capitals
  /// (`GATUN_NATIVE_PATH` for `gatun.native.path`); `null` when both are missing or blank.
  @Nullable Setting setting(String name) {
    String property = properties.get(name);
    if (property != null && !property.isBlank()) {
      return new Setting("system property " + name, property.strip());
    }
    String variableName = name.toUpperCase(Locale.ROOT).replace('.', '_');
    String variable = variables.get(variableName);
    if (variable != null && !variable.isBlank()) {
      return new Setting("environment variable " + variableName, variable.strip());
    }
    return null;
  }
}
