package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Maps: lists of keys and values. Keys may repeat.
public final class MapColumn extends ListColumn {
  MapColumn(ArrayData array, Lease lease) {
    super(array, lease);
  }

  /// The keys of all maps.
  public Column keys() {
    return elements().asStruct().child(0);
  }

  /// The values of all maps.
  public Column values() {
    return elements().asStruct().child(1);
  }

  /// Of keys that repeat the last value is taken.
  @Override
  Map<@Nullable Object, @Nullable Object> value(int index) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = start(index); i < start(index + 1); i++) {
      map.put(keys().object(i), values().object(i));
    }
    return Collections.unmodifiableMap(map);
  }
}
