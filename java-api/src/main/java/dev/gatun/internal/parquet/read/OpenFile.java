package dev.gatun.internal.parquet.read;

import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFile;

/// A file of a scan whose turn it is.
record OpenFile(Footer footer, ParquetFile file) {
  /// A column chunk, for messages.
  Place place(int rowGroup, LeafColumn column) {
    return Place.in(file.name()).rowGroup(rowGroup).column(column.name());
  }
}
