package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Values as indexes into a dictionary. One of text or bytes can be read as such too, by
/// [#asStrings] or [#asBinary].
public final class DictionaryColumn extends Column {
  private final MemorySegment indexes;
  private final Column dictionary;

  /// The same values as text or bytes, otherwise this.
  private final Column plain;

  DictionaryColumn(ArrayData array, Lease lease) {
    super(array, lease);
    this.indexes = lend(array.values(), (long) Integer.BYTES * array.length());
    this.dictionary = view(Objects.requireNonNull(array.dictionary(), "dictionary"));
    this.plain =
        switch (dictionary) {
          case StringColumn _ -> new StringColumn(array, lease);
          case BinaryColumn _ -> new BinaryColumn(array, lease);
          default -> this;
        };
  }

  /// The index of the value; of a null slot it means nothing.
  public int entry(int index) {
    return indexes.getAtIndex(FixedWidthColumn.INT, index);
  }

  /// The 32-bit indexes.
  public MemorySegment values() {
    return indexes;
  }

  /// The values, each at its index.
  public Column dictionary() {
    return dictionary;
  }

  @Override
  public StringColumn asStrings() {
    return plain instanceof StringColumn strings ? strings : super.asStrings();
  }

  @Override
  public BinaryColumn asBinary() {
    return plain instanceof BinaryColumn bytes ? bytes : super.asBinary();
  }

  @Override
  Object value(int index) {
    return plain == this
        ? Objects.requireNonNull(dictionary.object(entry(index)), "a value of a dictionary")
        : plain.value(index);
  }
}
