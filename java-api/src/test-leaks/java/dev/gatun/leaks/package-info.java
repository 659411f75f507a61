/// Fails the tests that leave memory off the heap or files open behind. Registered by itself in
/// every module whose tests are compiled with these sources.
@org.jspecify.annotations.NullMarked
package dev.gatun.leaks;
