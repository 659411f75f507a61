/// What several test packages share: engines to run on, graphs to run over.
package dev.gatun.support;
