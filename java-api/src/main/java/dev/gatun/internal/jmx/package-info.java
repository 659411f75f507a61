/// The library over JMX: the public API's figures as a bean. Nothing here is loaded unless asked
/// for.
@NullMarked
package dev.gatun.internal.jmx;

import org.jspecify.annotations.NullMarked;
