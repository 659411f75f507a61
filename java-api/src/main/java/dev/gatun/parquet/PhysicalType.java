package dev.gatun.parquet;

/// How values are stored (Parquet format, Types). In the order of the format's numbers.
public enum PhysicalType {
  BOOLEAN,
  INT32,
  INT64,
  INT96,
  FLOAT,
  DOUBLE,
  BYTE_ARRAY,
  FIXED_LEN_BYTE_ARRAY
}
