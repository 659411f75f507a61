package dev.gatun.support;

import static org.junit.jupiter.api.Assertions.assertAll;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/// Dynamic tests whose failures say which one it was: build tools report them by number.
public final class Named {
  private Named() {}

  /// A test.
  public static DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(name, () -> assertAll(name, body));
  }
}
