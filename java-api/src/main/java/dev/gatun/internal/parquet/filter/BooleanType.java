package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.stats.ValueOrder;
import org.jspecify.annotations.Nullable;

/// False, then true.
record BooleanType() implements ValueType<Boolean> {
  @Override
  public int compare(Boolean a, Boolean b) {
    return Boolean.compare(a, b);
  }

  @Override
  public Boolean first() {
    return false;
  }

  @Override
  public @Nullable Boolean next(Boolean value) {
    return value ? null : true;
  }

  @Override
  public boolean hasOrder(ValueOrder order) {
    return order == ValueOrder.BOOLEAN;
  }

  @Override
  public Ceiling<Boolean> ceiling(Object literal) {
    if (literal instanceof Boolean value) {
      return new Ceiling<>(value, true);
    }
    throw Mismatch.of(literal, "true or false");
  }

  @Override
  public ArrayTest test(ValueSet<Boolean> set) {
    boolean zeroes = set.contains(false);
    boolean ones = set.contains(true);
    return (kernel, rows, array) -> kernel.bits(rows, Buffers.values(array), zeroes, ones);
  }

  @Override
  public @Nullable Boolean fromPlain(byte[] plain, LeafColumn column) {
    return plain.length == 1 && (plain[0] == 0 || plain[0] == 1) ? plain[0] == 1 : null;
  }

  @Override
  public byte @Nullable [][] toPlain(Boolean value, LeafColumn column) {
    return null; // Bloom filters know no booleans
  }
}
