package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetSchema;
import dev.gatun.parquet.PhysicalType;
import dev.gatun.parquet.Repetition;
import dev.gatun.parquet.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// From the flat list of schema elements to a tree. O(elements), apart from the columns' paths,
/// whose sum is limited.
final class SchemaParser {
  /// Groups inside each other. Recursive code may rely on it.
  static final int MOST_DEPTH = 256;

  /// Definition and repetition levels are kept in bytes.
  static final int MOST_LEVEL = 255;

  private static final long MOST_PATH_PARTS = 1 << 22;

  private final ThriftReader reader;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private int left;
  private long pathParts;

  private SchemaParser(ThriftReader reader) {
    this.reader = reader;
  }

  /// Reads the list that is the reader's value.
  static ParquetSchema parse(ThriftReader reader) {
    return new SchemaParser(reader).parse();
  }

  private ParquetSchema parse() {
    left = reader.enterList(ThriftReader.STRUCT);
    if (left == 0) {
      throw reader.fault("the schema is empty");
    }
    SchemaElement root = next();
    List<SchemaNode> children = children(root, 0, 0);
    if (left > 0) {
      throw reader.fault("the schema has " + left + " elements behind its end");
    }
    SchemaNode tree =
        new SchemaNode(
            root.name(), Repetition.REQUIRED, null, 0, root.logicalType(), null, -1, children);
    return new ParquetSchema(tree, columns);
  }

  private SchemaElement next() {
    if (left-- == 0) {
      throw reader.fault("the schema has fewer elements than its groups have children");
    }
    return SchemaElement.read(reader);
  }

  private List<SchemaNode> children(SchemaElement parent, int def, int rep) {
    int count = Math.max(0, parent.children());
    if (count > left) {
      throw new DecodeException(
          parent.position(),
          "the group %s has %d children, and %d elements are left"
              .formatted(parent.name(), count, left));
    }
    List<SchemaNode> children = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      children.add(node(def, rep));
    }
    return children;
  }

  private SchemaNode node(int parentDef, int parentRep) {
    SchemaElement element = next();
    Repetition repetition = element.repetition();
    if (repetition == null) {
      throw new DecodeException(element.position(), element.name() + " has no repetition");
    }
    int def = parentDef + (repetition == Repetition.REQUIRED ? 0 : 1);
    int rep = parentRep + (repetition == Repetition.REPEATED ? 1 : 0);
    if (def > MOST_LEVEL || path.size() == MOST_DEPTH) {
      throw new UnsupportedPartException(
          element.position(), "the schema is nested deeper than is supported");
    }
    path.add(element.name());
    SchemaNode node =
        element.type() == null ? group(element, repetition, def, rep) : leaf(element, def, rep);
    path.removeLast();
    return node;
  }

  private SchemaNode group(SchemaElement element, Repetition repetition, int def, int rep) {
    List<SchemaNode> children = children(element, def, rep);
    return new SchemaNode(
        element.name(),
        repetition,
        null,
        0,
        element.logicalType(),
        element.fieldId(),
        -1,
        children);
  }

  private SchemaNode leaf(SchemaElement element, int def, int rep) {
    if (element.children() > 0) {
      throw new DecodeException(element.position(), element.name() + " is a column with children");
    }
    pathParts += path.size();
    if (pathParts > MOST_PATH_PARTS) {
      throw new UnsupportedPartException(element.position(), "the schema is too large");
    }
    boolean fixed = element.type() == PhysicalType.FIXED_LEN_BYTE_ARRAY;
    if (fixed && element.typeLength() < 0) {
      throw new DecodeException(
          element.position(), element.name() + " has the length " + element.typeLength());
    }
    SchemaNode node =
        new SchemaNode(
            element.name(),
            Objects.requireNonNull(element.repetition()),
            element.type(),
            fixed ? element.typeLength() : 0,
            element.logicalType(),
            element.fieldId(),
            columns.size(),
            List.of());
    columns.add(new ParquetColumn(columns.size(), path, node, def, rep));
    return node;
  }
}
