/// One SQL file out of many. Start at [dev.gatun.schema.SchemaBuild].
@NullMarked
package dev.gatun.schema;

import org.jspecify.annotations.NullMarked;
