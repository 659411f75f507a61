/// Each kernel over the bindings.
@NullMarked
package dev.gatun.internal.natives;

import org.jspecify.annotations.NullMarked;
