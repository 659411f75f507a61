package dev.gatun.schema;

/// A file that is part of a schema, and where.
///
/// @param path relative to the base directory, with `/`
/// @param firstLine the line of the schema that its first line is, from 1
/// @param lines how many lines it has there; a file without text has none. Line n of the file is
///     line `firstLine + n - 1` of the schema
/// @param bytes bytes of the file
public record SchemaSource(String path, long firstLine, long lines, long bytes) {}
