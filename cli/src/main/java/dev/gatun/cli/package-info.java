/// The `gatun` command: [dev.gatun.cli.Main], one class per command, and what they share: options,
/// input, reports, progress, failures.
@NullMarked
package dev.gatun.cli;

import org.jspecify.annotations.NullMarked;
