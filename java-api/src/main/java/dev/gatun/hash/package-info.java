/// SHA-256 of files and sets of files. Start at [dev.gatun.hash.Hashing].
@org.jspecify.annotations.NullMarked
package dev.gatun.hash;
