/// Property graphs in the [GraphAr format](https://graphar.apache.org/docs/specification/format).
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.graphar;
