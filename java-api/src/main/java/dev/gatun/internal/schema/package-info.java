/// How [dev.gatun.schema] puts files together.
@NullMarked
package dev.gatun.internal.schema;

import org.jspecify.annotations.NullMarked;
