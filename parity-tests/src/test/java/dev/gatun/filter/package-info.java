/// Predicates against an oracle.
package dev.gatun.filter;
