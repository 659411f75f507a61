package dev.gatun.graph;

import dev.gatun.InputFormatException;
import dev.gatun.RunOptions;
import dev.gatun.internal.csv.read.BlockScan;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.graphio.BinaryPairsReader;
import dev.gatun.internal.graphio.ByteSource;
import dev.gatun.internal.graphio.Columns;
import dev.gatun.internal.graphio.EdgeData;
import dev.gatun.internal.graphio.EdgeIds;
import dev.gatun.internal.graphio.LongDictionary;
import dev.gatun.internal.graphio.MatrixMarketReader;
import dev.gatun.internal.graphio.ReadOptions;
import dev.gatun.internal.graphio.StringDictionary;
import dev.gatun.internal.graphio.TextReader;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads edges from files and streams. Immutable: every setting gives a new reader.
///
/// ```java
/// try (EdgeList edges = EdgeListReader.defaults().read(Path.of("edges.csv.gz"))) { … }
/// ```
///
/// ## Text
/// One edge a line: source, target, and perhaps a weight; more columns are ignored. UTF-8, with or
/// without byte order mark; lines end in LF, CR LF or CR and have at most 1 MiB. Empty lines, and
/// lines that begin with `#` or `%`, are skipped.
///
/// *Columns* are separated by what the first line shows: a tab, a comma, a semicolon, a bar, or
/// runs of blanks. Blanks around a column do not belong to it. A column may be in double quotes,
/// where two of them stand for one; it ends on its line.
///
/// *Header*: with [Header#AUTO] the first line is one when its ids are no numbers while those of
/// the second are; or its third column is no number while that of the second line is; or it names
/// columns in a usual way (`source`, `src`, `from`, …, `target`, `dst`, `to`, …), which then are
/// the ones that are read, with `weight` (`w`, `cost`, `distance`, …) if there is one.
///
/// *Ids*: see [Ids]. With a dictionary they are numbers as long as each is a 64-bit integer written
/// the way numbers print; with the first other one (`abc`, `007`, a number of 30 digits) all of
/// them are strings, exactly as written. This needs no second pass: streams can be read as well as
/// files.
///
/// *Weights*: the third column if the first data line has one, which then must be a number on every
/// line; if it has none, later lines may not have one either. Integers make [WeightType#INT32]
/// weights; the first one that does not fit makes all of them [WeightType#INT64], and the first one
/// with a fraction or an exponent [WeightType#FLOAT64]. Infinity and NaN are refused.
///
/// ## Matrix Market
/// Square coordinate matrices of real, integer or pattern entries, general or symmetric: entry (i,
/// j) is an edge from the vertex called i to the one called j, which are vertices i - 1 and j - 1.
/// Repeated entries are refused.
///
/// ## Binary pairs
/// int32 in little-endian order, source and target of each edge in turn: dense ids, no weights.
///
/// ## Compression
/// Names that end in `.gz` (any number of gzip members) or `.zst` (any number of Zstandard frames
/// with windows of up to 8 MiB) are decompressed, and so is what should be text and begins as these
/// do.
///
/// ## Errors and limits
/// The first thing that is wrong ends the call with an [InputFormatException] that has file, line,
/// column, and what was expected and found. There may be 2^31 - 1 vertices and any number of edges.
/// Edges are stored off-heap, and so are, while text is read, some MiB of it for each thread, under
/// [RunOptions#memoryLimit]; dictionaries are on the Java heap. Progress is in bytes of the file.
/// O(bytes); text is converted on as many threads as the call has, and its ids are looked up in
/// dictionaries on one.
public final class EdgeListReader {
  private static final int BUFFER = 256 << 10;
  private static final EdgeListReader DEFAULTS =
      new EdgeListReader(Format.AUTO, ReadOptions.DEFAULTS, BUFFER);

  private final Format format;
  private final ReadOptions options;
  private final int bufferSize;

  /// What an input is.
  public enum Format {
    /// By its name, without an ending for compression: `.mtx` is Matrix Market, `.bin` is binary
    /// pairs; anything else is Matrix Market if it begins with that format's banner, else text.
    AUTO,
    /// Lines of text.
    TEXT,
    /// Matrix Market exchange format.
    MATRIX_MARKET,
    /// Pairs of int32, little-endian.
    BINARY_PAIRS
  }

  /// What ids in a text are.
  public enum Ids {
    /// Names: 64-bit numbers, or strings when one of them is no such number. Vertices are numbered
    /// in the order in which their ids first appear, the source of a line before its target.
    DICTIONARY,
    /// The vertices themselves: 0 to n - 1.
    DENSE
  }

  /// Whether a text begins with the names of its columns.
  public enum Header {
    /// Decided by the first two lines.
    AUTO,
    /// It does.
    PRESENT,
    /// It does not.
    ABSENT
  }

  /// @param bufferSize bytes of text to look at at once
  EdgeListReader(Format format, ReadOptions options, int bufferSize) {
    this.format = format;
    this.options = options;
    this.bufferSize = bufferSize;
  }

  /// Everything detected.
  public static EdgeListReader defaults() {
    return DEFAULTS;
  }

  /// Reads this format; default [Format#AUTO].
  public EdgeListReader format(Format value) {
    return new EdgeListReader(value, options, bufferSize);
  }

  /// Takes ids as these; default [Ids#DICTIONARY]. For text: other formats have dense ids.
  public EdgeListReader ids(Ids value) {
    return with(options.withDense(value == Ids.DENSE));
  }

  /// Expects a header or none; default [Header#AUTO]. For text.
  public EdgeListReader header(Header value) {
    return with(options.withHeader(value));
  }

  /// Splits lines at this character, a space standing for runs of blanks; 0, the default, detects
  /// it. For text.
  ///
  /// @throws IllegalArgumentException when it is not ASCII, or could be part of a number or a
  ///     quoted column
  public EdgeListReader separator(char value) {
    boolean sensible =
        value == 0
            || value == '\t'
            || (value >= ' '
                && value < 0x7f
                && !Character.isLetterOrDigit(value)
                && "\"+-.".indexOf(value) < 0);
    if (!sensible) {
      throw new IllegalArgumentException("character " + (int) value + " cannot separate columns");
    }
    return with(options.withSeparator(value));
  }

  /// Reads weights of this type and refuses others; [WeightType#NONE] ignores them.
  public EdgeListReader weights(WeightType type) {
    return with(options.withWeights(type));
  }

  /// Lets the data decide about weights; the default.
  public EdgeListReader autoWeights() {
    return with(options.withWeights(null));
  }

  /// Reads the columns that the header calls so, whatever their case when none is written exactly
  /// so. For text.
  ///
  /// @param weight null for no weights
  public EdgeListReader columns(String source, String target, @Nullable String weight) {
    return with(options.withColumns(new Columns.Named(source, target, weight)));
  }

  /// Reads these columns, counted from 0. For text.
  ///
  /// @param weight -1 for no weights
  /// @throws IllegalArgumentException when a number is out of range or given twice
  public EdgeListReader columns(int source, int target, int weight) {
    int most = ReadOptions.MAX_LINE;
    if (source < 0
        || target < 0
        || weight < -1
        || Math.max(source, Math.max(target, weight)) >= most) {
      throw new IllegalArgumentException(
          "columns " + source + ", " + target + ", " + weight + " are not in 0.." + (most - 1));
    }
    if (source == target || source == weight || target == weight) {
      throw new IllegalArgumentException(
          "columns " + source + ", " + target + ", " + weight + " are not different");
    }
    return with(options.withColumns(new Columns.Numbered(source, target, weight)));
  }

  /// Number of vertices, for dense ids: some may have no edge, and ids from n on are refused.
  ///
  /// @throws IllegalArgumentException when n is negative
  public EdgeListReader vertices(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("vertices " + n + " is negative");
    }
    return with(options.withVertices(n));
  }

  private EdgeListReader with(ReadOptions value) {
    return new EdgeListReader(format, value, bufferSize);
  }

  /// Reads a file, run by default.
  public EdgeList read(Path file) {
    return read(file, RunOptions.defaults());
  }

  /// Reads a file.
  ///
  /// @throws InputFormatException when it is not what its format says
  /// @throws UncheckedIOException when it cannot be read; the cause may be
  ///     [java.nio.file.NoSuchFileException], [java.nio.file.AccessDeniedException], …
  /// @throws IllegalArgumentException when settings contradict each other or the file
  public EdgeList read(Path file, RunOptions run) {
    return read(file.toString(), run, execution -> ByteSource.open(file, execution));
  }

  /// Reads a stream to its end. It is not closed, and a read from it that blocks is not cancelled.
  ///
  /// @param name what to call it; its ending says what it is, as with a file
  /// @throws InputFormatException when it is not what its format says
  /// @throws UncheckedIOException when it cannot be read
  /// @throws IllegalArgumentException when settings contradict each other or the input
  public EdgeList read(InputStream in, String name, RunOptions run) {
    return read(name, run, execution -> ByteSource.of(in, name, execution));
  }

  private EdgeList read(String name, RunOptions run, Function<Execution, ByteSource> opening) {
    try (Execution execution = Execution.begin("edge list", "reading " + name, run);
        ByteSource source = opening.apply(execution)) {
      EdgeData data = read(source);
      return execution.completed(new EdgeList(data, ids(data.ids()), source.consumed()));
    }
  }

  private EdgeData read(ByteSource source) {
    if (isBinary(source)) {
      return BinaryPairsReader.read(source, options);
    }
    try (BlockScan text =
        new BlockScan(source.asText(), bufferSize, ReadOptions.MAX_LINE, source.execution())) {
      return isMatrixMarket(source, text)
          ? MatrixMarketReader.read(text, source, options)
          : TextReader.read(text, source, options);
    }
  }

  private boolean isBinary(ByteSource source) {
    return format == Format.BINARY_PAIRS
        || (format == Format.AUTO && source.plainName().endsWith(".bin"));
  }

  private boolean isMatrixMarket(ByteSource source, BlockScan text) {
    return format == Format.MATRIX_MARKET
        || (format == Format.AUTO
            && (source.plainName().endsWith(".mtx") || MatrixMarketReader.recognises(text)));
  }

  /// Ids as users see them.
  static VertexIds ids(EdgeIds ids) {
    return switch (ids) {
      case EdgeIds.Numbered(int size, int first) -> new DenseIds(size, first);
      case LongDictionary dictionary -> new LongIds(dictionary);
      case StringDictionary dictionary -> new StringIds(dictionary);
    };
  }
}
