/// Small graphs as text for other programs.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.export;
