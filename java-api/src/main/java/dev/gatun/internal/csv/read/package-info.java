/// Scans of CSV texts: blocks of records, their conversion, and the order of it all.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.csv.read;
