package dev.gatun.csv;

import dev.gatun.InputSource;
import dev.gatun.RunOptions;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.csv.read.Scan;
import dev.gatun.internal.csv.read.ScanSettings;
import dev.gatun.internal.io.InputPaths;
import dev.gatun.internal.io.TextEncoding;
import dev.gatun.internal.io.TextInput;
import dev.gatun.internal.io.TextInputs;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What to read of a CSV file, of many files of the same columns, or of a stream, and how.
/// Immutable: every setting gives a new scan.
///
/// ```java
/// try (CsvTable trips = CsvScan.of(Path.of("trips.csv")).columns("fare", "tip").read()) {
///   for (Batch batch : trips.batches()) {
///     DoubleColumn fares = batch.column("fare").asDoubles();
///     …
///   }
/// }
/// ```
///
/// Without settings, delimiter, quote, header and types are found out. Types are, in this order,
/// the first that holds every cell that is not null: boolean, 64-bit integer, double, date,
/// timestamp and time of day (in the coarsest of seconds, milliseconds, microseconds and
/// nanoseconds), else string; a column without values has the null type. A column with integers
/// beyond 64 bits is a string column: a double would garble them.
///
/// Files whose names end in `.gz` or `.zst` are decompressed. Results, errors and rejects do not
/// depend on the number of threads.
public final class CsvScan {
  private final ScanSettings settings;

  private CsvScan(ScanSettings settings) {
    this.settings = settings;
  }

  private CsvScan with(Consumer<ScanSettings> change) {
    ScanSettings copy = settings.copy();
    change.accept(copy);
    return new CsvScan(copy);
  }

  /// A file, or several one after the other.
  public static CsvScan of(Path file, Path... more) {
    List<Path> files = new ArrayList<>();
    files.add(file);
    files.addAll(List.of(more));
    return of(files);
  }

  /// Files one after the other, which have the same columns: where there is a header, each has it.
  ///
  /// @throws IllegalArgumentException when there is none
  public static CsvScan of(List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no files");
    }
    return new CsvScan(
        new ScanSettings(
            files.stream()
                .<Function<TextEncoding, TextInput>>map(
                    file -> encoding -> TextInputs.of(file, encoding))
                .toList()));
  }

  /// The files of a name, in order of their paths: a file; a folder, of which all files are taken
  /// that end in `.csv`, `.tsv`, `.psv` or `.txt`, compressed or not; or a pattern with `*`, `**`,
  /// `?`, `[…]`, `{…}`.
  ///
  /// @throws java.io.UncheckedIOException when there is none
  public static List<Path> find(String name) {
    return InputPaths.expand(name, InputPaths.Kind.TEXT);
  }

  /// A source of bytes, which is not closed and must stay open as long as the scan runs.
  public static CsvScan of(InputSource source) {
    return new CsvScan(new ScanSettings(List.of(encoding -> TextInputs.of(source, encoding))));
  }

  /// A stream, which can be read once and is not closed.
  ///
  /// @param name what to call it; its ending says how it is compressed
  public static CsvScan of(String name, InputStream stream) {
    return new CsvScan(
        new ScanSettings(List.of(encoding -> TextInputs.of(name, stream, encoding))));
  }

  /// With this dialect; default [CsvDialect#detect].
  public CsvScan dialect(CsvDialect value) {
    return with(copy -> copy.dialect = value);
  }

  /// With values written so.
  public CsvScan formats(CsvFormats value) {
    return with(copy -> copy.formats = value);
  }

  /// With these columns, in the order of the text, all of them. Types: boolean, integers of 8 to 64
  /// bits (unsigned ones up to 32), floats and doubles, decimals of 128 bits, strings, dictionaries
  /// of strings, dates, times and timestamps. A timestamp with a time zone is read with offsets
  /// from UTC, and as UTC where it has none; one without must have none. With
  /// [CsvDialect.Header#DETECT] the first record is a header if its cells are the names.
  ///
  /// @throws IllegalArgumentException when a type cannot be read from text
  public CsvScan schema(Schema value) {
    Scan.checkTypes(value.fields());
    return with(copy -> copy.schema = value);
  }

  /// With this type for the column of that name, which is not found out then; see [#schema].
  ///
  /// @throws IllegalArgumentException when the type cannot be read from text
  public CsvScan type(String column, DataType type) {
    Scan.checkType(column, type);
    return with(copy -> copy.types.put(column, type));
  }

  /// With every column as strings, nothing found out.
  public CsvScan asStrings() {
    return with(copy -> copy.strings = true);
  }

  /// Strings whose type is found out become dictionaries. See [dev.gatun.arrow.DictionaryColumn].
  public CsvScan dictionaries() {
    return with(copy -> copy.dictionaries = true);
  }

  /// Only these columns, in this order. Cells of the others are not converted.
  public CsvScan columns(String... names) {
    return with(copy -> copy.columns = List.of(names));
  }

  /// What to do when types found out from the beginning do not hold; default [LateTypes#WIDEN].
  public CsvScan lateTypes(LateTypes value) {
    return with(copy -> copy.lateTypes = value);
  }

  /// Leaves out records that are wrong and collects what is wrong with them, instead of failing at
  /// the first. Each is rejected once: for a wrong number of cells if that is so, else for the
  /// first cell that is wrong.
  ///
  /// @param most how many; one more is an error
  /// @throws IllegalArgumentException when negative
  public CsvScan rejects(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("rejects " + most + " is negative");
    }
    return with(copy -> copy.mostRejects = most);
  }

  /// At most so many rows.
  ///
  /// @throws IllegalArgumentException when negative
  public CsvScan limit(long rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("limit " + rows + " is negative");
    }
    return with(copy -> copy.limit = rows);
  }

  /// Bytes of text of a batch, about; 0, the default, to choose: 1 MiB, more where records are
  /// wide. Results do not depend on it but for where batches begin.
  ///
  /// @throws IllegalArgumentException when negative, or above 2^28
  public CsvScan batchBytes(int bytes) {
    if (bytes < 0 || bytes > 1 << 28) {
      throw new IllegalArgumentException("batches of " + bytes + " bytes");
    }
    return with(copy -> copy.batchBytes = bytes);
  }

  /// Engine, threads, memory limit, cancellation, progress (in bytes of the files).
  public CsvScan options(RunOptions value) {
    return with(copy -> copy.options = value);
  }

  /// Looks at the beginning: what the dialect is, and which columns there are of which types.
  ///
  /// @throws CsvException when it is not right
  public CsvLayout inspect() {
    return Scan.inspect(settings);
  }

  /// Starts reading batch by batch, in bounded memory.
  ///
  /// @throws CsvException when the beginning is not right
  /// @throws IllegalArgumentException when a column is not there
  public CsvReader open() {
    return Scan.open(settings);
  }

  /// Reads everything into memory.
  ///
  /// @throws CsvException when the text is not what it should be
  /// @throws IllegalArgumentException when a column is not there
  public CsvTable read() {
    return Scan.read(settings);
  }

  /// Starts reading records as they are, of any number of cells, as one column `record` of lists of
  /// strings. A header is a record like others. [#schema], [#columns] and types do not matter.
  public CsvReader records() {
    return Scan.records(settings);
  }
}
