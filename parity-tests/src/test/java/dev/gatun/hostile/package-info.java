/// Damaged files by the thousand.
package dev.gatun.hostile;
