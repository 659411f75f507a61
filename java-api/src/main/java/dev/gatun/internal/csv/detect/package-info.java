/// Finding out the dialect of a text.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.csv.detect;
