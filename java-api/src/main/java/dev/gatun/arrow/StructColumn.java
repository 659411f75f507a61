package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Structs: a column for each field, as long as this one.
public final class StructColumn extends Column {
  private final List<Column> children;

  StructColumn(ArrayData array, Lease lease) {
    super(array, lease);
    List<Column> views = new ArrayList<>(array.children().size());
    for (ArrayData child : array.children()) {
      views.add(view(child));
    }
    this.children = List.copyOf(views);
  }

  /// The fields. A slot of a field means nothing where the struct is null.
  public List<Column> children() {
    return children;
  }

  /// The field at a place.
  public Column child(int place) {
    return children.get(place);
  }

  /// The first field of that name.
  ///
  /// @throws IllegalArgumentException when there is none
  public Column child(String name) {
    return children.get(Fields.index(field().children(), name));
  }

  @Override
  Map<String, @Nullable Object> value(int index) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    for (Column child : children) {
      value.put(child.field().name(), child.object(index));
    }
    return Collections.unmodifiableMap(value);
  }
}
