/// CSV from batches.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.csv.write;
