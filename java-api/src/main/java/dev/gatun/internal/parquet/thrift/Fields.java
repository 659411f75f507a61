package dev.gatun.internal.parquet.thrift;

/// The fields of one struct, none of which may occur twice.
public final class Fields {
  private final ThriftReader reader;
  private long seen;
  private int id;

  /// Begins the struct that is the reader's current value.
  public Fields(ThriftReader reader) {
    this.reader = reader;
    reader.enterStruct();
  }

  /// Goes to the next field, whose value is the reader's current one then.
  ///
  /// @return false when the struct has ended
  public boolean next() {
    id = reader.nextField();
    if (id > 0 && id < Long.SIZE) {
      if ((seen >>> id & 1) != 0) {
        throw reader.fault("field " + id + " occurs twice");
      }
      seen |= 1L << id;
    }
    return id != 0;
  }

  /// Id of the current field.
  public int id() {
    return id;
  }

  /// Whether a field occurred.
  public boolean has(int field) {
    return (seen >>> field & 1) != 0;
  }

  /// Checks that these fields occurred.
  public void require(String struct, int... fields) {
    for (int field : fields) {
      if (!has(field)) {
        throw reader.fault("the " + struct + " has no field " + field);
      }
    }
  }
}
