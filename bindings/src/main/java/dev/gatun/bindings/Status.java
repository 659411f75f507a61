package dev.gatun.bindings;

/// What a native function returned: `gatun_status` of `gatun/status.h`, name by name.
public enum Status {
  OK(0, "done"),
  INVALID_ARGUMENT(-1, "an argument breaks the contract in the header"),
  OUT_OF_RANGE(-2, "an id or index in the data is outside its range"),
  FORMAT(-3, "the bytes are not what their format says"),
  CAPACITY(-4, "an output or scratch buffer is too small"),
  OVERFLOW(-5, "a result does not fit its type"),
  CANCELLED(-6, "the caller set the cancel flag"),
  OUT_OF_MEMORY(-7, "the operating system gave no memory"),
  UNSUPPORTED(-8, "valid input that this library does not handle"),
  INTERNAL(-9, "a fault inside the library");

  private static final Status[] BY_NEGATED_CODE = values();

  private final int value;
  private final String meaning;

  Status(int value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /// The C value: 0 or negative.
  public int value() {
    return value;
  }

  /// The class of error in a few words.
  public String meaning() {
    return meaning;
  }

  /// The status of a C value. O(1). A value that no header knows is [#INTERNAL]: only a faulty
  /// library returns one.
  public static Status ofCode(int code) {
    return code <= 0 && code > -BY_NEGATED_CODE.length ? BY_NEGATED_CODE[-code] : INTERNAL;
  }
}
