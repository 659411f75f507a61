package dev.gatun.bench.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A command line: `--name value`, `--flag`, and the rest.
final class Options {
  private final Map<String, String> values = new HashMap<>();
  private final List<String> rest = new ArrayList<>();

  /// @param named options that take a value
  /// @param flags options that take none
  /// @throws IllegalArgumentException for any other option
  Options(String[] args, Set<String> named, Set<String> flags) {
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (flags.contains(arg)) {
        values.put(arg, "");
      } else if (named.contains(arg)) {
        if (i + 1 == args.length) {
          throw new IllegalArgumentException(arg + " wants a value");
        }
        values.put(arg, args[++i]);
      } else if (arg.startsWith("-")) {
        throw new IllegalArgumentException("unknown option " + arg);
      } else {
        rest.add(arg);
      }
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    String value = values.get(name);
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " wants a whole number, not " + value, e);
    }
  }

  List<String> rest() {
    return Collections.unmodifiableList(rest);
  }
}
