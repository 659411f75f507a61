/// Tests of the `gatun` command, run inside the test's JVM.
@NullMarked
package dev.gatun.cli;

import org.jspecify.annotations.NullMarked;
