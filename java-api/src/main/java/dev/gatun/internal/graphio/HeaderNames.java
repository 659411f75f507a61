package dev.gatun.internal.graphio;

import java.util.Locale;
import java.util.Set;

/// The usual names of an edge table's columns, letters and digits only.
enum HeaderNames {
  SOURCE(
      "source",
      "src",
      "from",
      "start",
      "u",
      "sourceid",
      "srcid",
      "fromid",
      "startid",
      "sourcenode",
      "fromnode",
      "startnode",
      "sourcenodeid",
      "fromnodeid",
      "node1",
      "vertex1"),
  TARGET(
      "target",
      "dst",
      "dest",
      "destination",
      "to",
      "end",
      "v",
      "targetid",
      "dstid",
      "destid",
      "toid",
      "endid",
      "targetnode",
      "tonode",
      "endnode",
      "targetnodeid",
      "tonodeid",
      "node2",
      "vertex2"),
  WEIGHT(
      "weight",
      "weights",
      "wt",
      "w",
      "value",
      "cost",
      "distance",
      "dist",
      "length",
      "capacity",
      "strength",
      "score");

  private final Set<String> names;

  HeaderNames(String... names) {
    this.names = Set.of(names);
  }

  /// The first column of such a name, whatever its case and punctuation, -1 when there is none.
  int column(Fields header) {
    for (int i = 0; i < header.count(); i++) {
      if (names.contains(
          header.text(i).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))) {
        return i;
      }
    }
    return -1;
  }
}
