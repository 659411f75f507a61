package dev.gatun.internal.parquet.read;

import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.parquet.ParquetFile;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A file of a scan.
///
/// @param open opens it, when its turn comes
/// @param close ends the scan's use of it
public record ScanFile(Footer footer, Supplier<ParquetFile> open, Consumer<ParquetFile> close) {}
