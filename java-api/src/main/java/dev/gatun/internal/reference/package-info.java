/// Each kernel in plain Java: the specification, and the fallback where no native library loads.
@NullMarked
package dev.gatun.internal.reference;

import org.jspecify.annotations.NullMarked;
