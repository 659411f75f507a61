package dev.gatun.internal.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which paths of a tree are wanted: those an include pattern matches and no exclude pattern does.
/// Immutable.
public final class PathFilter {
  private static final List<PathPattern> EVERYTHING = PathPattern.compile("**");

  /// All files but hidden ones.
  public static final PathFilter ALL = new PathFilter(List.of(), List.of(), false);

  private final List<PathPattern> given;
  private final List<PathPattern> includes;
  private final List<PathPattern> excludes;
  private final boolean hidden;

  private PathFilter(List<PathPattern> given, List<PathPattern> excludes, boolean hidden) {
    this.given = given;
    this.includes = given.isEmpty() ? EVERYTHING : given;
    this.excludes = excludes;
    this.hidden = hidden;
  }

  /// With these include patterns added.
  ///
  /// @throws IllegalArgumentException saying what is wrong with one
  public PathFilter include(String... patterns) {
    return new PathFilter(plus(given, patterns), excludes, hidden);
  }

  /// With these exclude patterns added.
  ///
  /// @throws IllegalArgumentException saying what is wrong with one
  public PathFilter exclude(String... patterns) {
    return new PathFilter(given, plus(excludes, patterns), hidden);
  }

  /// With names that begin with a dot matched by wildcards, or not.
  public PathFilter hidden(boolean value) {
    return new PathFilter(given, excludes, value);
  }

  private static List<PathPattern> plus(List<PathPattern> old, String... patterns) {
    List<PathPattern> all = new ArrayList<>(old);
    for (String pattern : patterns) {
      all.addAll(PathPattern.compile(pattern));
    }
    return List.copyOf(all);
  }

  /// A folder on the way, as the patterns see it.
  ///
  /// @param states one word per pattern, includes first
  record Place(long[] states) {}

  /// The folder that paths are relative to.
  Place start() {
    long[] states = new long[includes.size() + excludes.size()];
    Arrays.fill(states, PathPattern.START);
    return new Place(states);
  }

  /// A folder in a folder.
  ///
  /// @param named whether it was named by the caller, who then means it even if it is hidden
  Place enter(Place folder, String name, boolean named) {
    long[] states = new long[folder.states.length];
    for (int p = 0; p < states.length; p++) {
      states[p] = step(p, folder.states[p], name, named);
    }
    return new Place(states);
  }

  private long step(int pattern, long states, String name, boolean named) {
    return pattern < includes.size()
        ? includes.get(pattern).step(states, name, hidden || named)
        : excludes.get(pattern - includes.size()).step(states, name, true);
  }

  /// Whether a folder may hold wanted files.
  boolean mayHoldWanted(Place folder) {
    boolean some = false;
    for (int p = 0; p < includes.size(); p++) {
      some |= folder.states[p] != 0;
    }
    for (int p = 0; p < excludes.size() && some; p++) {
      some = !excludes.get(p).matchesAllBelow(folder.states[includes.size() + p]);
    }
    return some;
  }

  /// Whether a file in a folder is wanted.
  boolean isWanted(Place folder, String name, boolean named) {
    boolean wanted = false;
    for (int p = 0; p < includes.size() && !wanted; p++) {
      wanted = includes.get(p).isMatched(step(p, folder.states[p], name, named));
    }
    for (int p = 0; p < excludes.size() && wanted; p++) {
      long states = folder.states[includes.size() + p];
      wanted = !excludes.get(p).isMatched(excludes.get(p).step(states, name, true));
    }
    return wanted;
  }

  /// Whether a file is wanted, by its path alone.
  public boolean selects(String path) {
    Place place = start();
    int begin = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', begin)) {
      place = enter(place, path.substring(begin, slash), false);
      begin = slash + 1;
    }
    return isWanted(place, path.substring(begin), false);
  }
}
