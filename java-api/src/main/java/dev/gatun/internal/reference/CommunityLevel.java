package dev.gatun.internal.reference;

import java.util.Arrays;

/// One level of a search for communities: vertices that move between communities, and communities
/// that are refined into parts.
final class CommunityLevel {
  private static final int BATCHES = 512;
  static final int MOST_PASSES = 32;

  final CommunityRows rows;
  final int vertices;

  /// Of each vertex, called by a number below `vertices`.
  int[] communities;

  /// Strengths of communities.
  final long[] volumes;

  private final long[] strengths;
  private final Tally tally;
  private final Pace pace;
  private final long done;

  /// @param communities of the vertices, to start with
  /// @param done levels before this one
  CommunityLevel(CommunityRows rows, int[] communities, Pace pace, long done) {
    this.rows = rows;
    this.vertices = rows.vertices();
    this.communities = communities;
    this.pace = pace;
    this.done = done;
    tally = new Tally(vertices);
    strengths = new long[vertices];
    volumes = new long[vertices];
    for (int v = 0; v < vertices; v++) {
      int vertex = v;
      rows.forRow(v, (_, weight) -> strengths[vertex] += weight);
      step();
    }
    addVolumes();
  }

  private void step() {
    pace.step(done);
  }

  /// Calls the communities otherwise.
  void rename(int[] names) {
    communities = names;
    addVolumes();
  }

  private void addVolumes() {
    Arrays.fill(volumes, 0);
    for (int v = 0; v < vertices; v++) {
      volumes[communities[v]] += strengths[v];
    }
  }

  /// Strength of all vertices.
  long total() {
    return Arrays.stream(volumes).sum();
  }

  /// Weight inside communities.
  long inside() {
    long[] inside = new long[1];
    for (int v = 0; v < vertices; v++) {
      int own = communities[v];
      rows.forRow(v, (u, weight) -> inside[0] += communities[u] == own ? weight : 0);
      step();
    }
    return inside[0];
  }

  /// Moves vertices until none gains from it.
  ///
  /// @param perStrength resolution / strength of all
  /// @return passes over the vertices; after one nothing has moved
  int move(double perStrength, long seed) {
    boolean[] awake = new boolean[vertices];
    Arrays.fill(awake, true);
    int[] choices = communities.clone();
    int batch = (vertices + BATCHES - 1) / BATCHES;
    for (int pass = 1; pass <= MOST_PASSES; pass++) {
      VisitOrder order = new VisitOrder(vertices, seed + pass);
      boolean moved = false;
      for (int begin = 0; begin < vertices; begin += batch) {
        int end = Math.min(vertices, begin + batch);
        for (int i = begin; i < end; i++) {
          int v = order.at(i);
          if (awake[v]) {
            awake[v] = false;
            choices[v] = bestCommunity(v, perStrength);
          }
        }
        for (int i = begin; i < end; i++) {
          moved |= follow(order.at(i), choices, awake);
        }
      }
      if (!moved) {
        return pass;
      }
    }
    return MOST_PASSES;
  }

  /// The community whose gain is largest; its own when no other gains more.
  private int bestCommunity(int v, double perStrength) {
    tally.clear();
    rows.forRow(
        v,
        (u, weight) -> {
          if (u != v) {
            tally.add(communities[u], weight);
          }
          step();
        });
    int own = communities[v];
    double most = 0;
    int best = -1;
    for (int i = 0; i < tally.count(); i++) {
      int c = tally.key(i);
      if (c == own) {
        continue;
      }
      double gain = gain(tally.sum(i), strengths[v], volumes[c], perStrength);
      if (best < 0 || gain > most || (gain == most && c < best)) {
        most = gain;
        best = c;
      }
    }
    long others = volumes[own] - strengths[v];
    double stay = gain(tally.sumOf(own), strengths[v], others, perStrength);
    return best >= 0 && most > stay ? best : own;
  }

  private static double gain(long weight, long strength, long volume, double perStrength) {
    return weight - (double) strength * volume * perStrength;
  }

  /// Moves a vertex to the community it has chosen.
  ///
  /// @return whether that is another one
  private boolean follow(int v, int[] choices, boolean[] awake) {
    int to = choices[v];
    if (to == communities[v]) {
      return false;
    }
    volumes[communities[v]] -= strengths[v];
    volumes[to] += strengths[v];
    communities[v] = to;
    rows.forRow(
        v,
        (u, _) -> {
          awake[u] |= choices[u] != to;
          step();
        });
    return true;
  }

  /// Leiden's refinement.
  ///
  /// @param perStrength resolution / strength of all
  /// @return a vertex of each vertex's part
  int[] parts(double perStrength) {
    Parts parts = new Parts(perStrength);
    for (int v = 0; v < vertices; v++) {
      parts.joinOne(v);
    }
    return parts.of;
  }

  /// Communities divided into well connected parts. A vertex looks at parts of its own community
  /// only, so that all communities can be gone through at once.
  private final class Parts {
    final int[] of = new int[vertices];
    private final boolean[] alone = new boolean[vertices];
    private final long[] partVolumes = strengths.clone();

    /// Weights between parts and the rest of their communities.
    private final long[] edges = new long[vertices];

    private final double perStrength;

    Parts(double perStrength) {
      this.perStrength = perStrength;
      Arrays.fill(alone, true);
      for (int v = 0; v < vertices; v++) {
        of[v] = v;
        int vertex = v;
        rows.forRow(v, (u, weight) -> edges[vertex] += isOther(vertex, u) ? weight : 0);
        step();
      }
    }

    private boolean isOther(int v, int u) {
      return u != v && communities[u] == communities[v];
    }

    void joinOne(int v) {
      long volume = volumes[communities[v]];
      if (!alone[v] || !isWellConnected(v, volume)) {
        return;
      }
      tally.clear();
      rows.forRow(
          v,
          (u, weight) -> {
            if (isOther(v, u)) {
              tally.add(of[u], weight);
            }
            step();
          });
      double most = 0;
      int best = -1;
      for (int i = 0; i < tally.count(); i++) {
        int part = tally.key(i);
        double gain = gain(tally.sum(i), strengths[v], partVolumes[part], perStrength);
        boolean better = gain > most || (gain == most && (best < 0 || part < best));
        if (better && tally.sum(i) > 0 && isWellConnected(part, volume)) {
          most = gain;
          best = part;
        }
      }
      if (best >= 0) {
        of[v] = best;
        partVolumes[best] += strengths[v];
        edges[best] += edges[v] - 2 * tally.sumOf(best);
        alone[v] = false;
        alone[best] = false;
      }
    }

    private boolean isWellConnected(int part, long volume) {
      long own = partVolumes[part];
      return edges[part] >= (double) own * (volume - own) * perStrength;
    }
  }

  /// Communities divided into their connected pieces, each called by its first vertex.
  int[] pieces() {
    int[] pieces = new int[vertices];
    for (int v = 0; v < vertices; v++) {
      pieces[v] = v;
    }
    for (int v = 0; v < vertices; v++) {
      int own = v;
      rows.forRow(
          v,
          (u, weight) -> {
            if (weight > 0 && communities[u] == communities[own]) {
              int a = root(pieces, u);
              int b = root(pieces, own);
              pieces[Math.max(a, b)] = Math.min(a, b);
            }
          });
      step();
    }
    for (int v = 0; v < vertices; v++) {
      pieces[v] = root(pieces, v);
    }
    return pieces;
  }

  private static int root(int[] pieces, int vertex) {
    int v = vertex;
    while (pieces[v] != v) {
      pieces[v] = pieces[pieces[v]];
      v = pieces[v];
    }
    return v;
  }

  /// The graph whose vertices are groups of this one's.
  ///
  /// @param groups of the vertices, numbered 0 .. count - 1
  CommunityRows contract(int[] groups, int count) {
    int[] starts = new int[count + 1];
    for (int group : groups) {
      starts[group + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] members = new int[vertices];
    int[] at = starts.clone();
    for (int v = 0; v < vertices; v++) {
      members[at[groups[v]]++] = v;
    }
    int[] offsets = new int[count + 1];
    int[] neighbours = new int[Math.max(16, count)];
    long[] weights = new long[neighbours.length];
    int entries = 0;
    for (int g = 0; g < count; g++) {
      tally.clear();
      for (int i = starts[g]; i < starts[g + 1]; i++) {
        rows.forRow(
            members[i],
            (u, weight) -> {
              tally.add(groups[u], weight);
              step();
            });
      }
      int end = Math.addExact(entries, tally.count());
      if (end > neighbours.length) {
        int room = Math.max(end, (int) Math.min(2L * neighbours.length, Integer.MAX_VALUE - 8));
        neighbours = Arrays.copyOf(neighbours, room);
        weights = Arrays.copyOf(weights, room);
      }
      for (int i = 0; i < tally.count(); i++) {
        neighbours[entries] = tally.key(i);
        weights[entries++] = tally.sum(i);
      }
      offsets[g + 1] = entries;
    }
    return new CommunityRows.Contracted(count, offsets, neighbours, weights);
  }
}
