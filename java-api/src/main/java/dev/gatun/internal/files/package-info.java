/// Sets of files: patterns, names, walking.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.files;
