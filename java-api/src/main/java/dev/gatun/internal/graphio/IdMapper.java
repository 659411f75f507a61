package dev.gatun.internal.graphio;

import dev.gatun.arrow.ByteColumn;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.DictionaryColumn;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.IntColumn;
import dev.gatun.arrow.LongColumn;
import dev.gatun.arrow.ShortColumn;
import dev.gatun.arrow.VariableWidthColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/// Vertices for the ids in columns: integers of any type, or text. For one thread at a time.
public abstract sealed class IdMapper {
  /// Instead of a vertex: there is none of that id.
  public static final int UNKNOWN = -1;

  /// Instead of a vertex: the id is null.
  public static final int NULL = -2;

  /// @param source what is read, for errors
  /// @param checkpoint called now and then while nothing else happens
  /// @throws IllegalArgumentException when a column cannot have ids
  public static IdMapper of(Field ids, String source, Runnable checkpoint) {
    return isText(ids, source) ? new Texts(source) : new Numbers(source, checkpoint);
  }

  /// Whether ids are text, not integers.
  private static boolean isText(Field field, String source) {
    return switch (field.type()) {
      case DataType.Int _ -> false;
      case DataType.Utf8 _, DataType.Utf8View _ -> true;
      case DataType.Dictionary(DataType.Utf8 _) -> true;
      default ->
          throw new IllegalArgumentException(
              "%s: ids are integers or text; column \"%s\" is %s"
                  .formatted(source, field.name(), field.type()));
    };
  }

  /// @throws IllegalArgumentException when a column has other ids than there are
  public final void check(Field field, String source) {
    if (isText(field, source) != (this instanceof Texts)) {
      throw new IllegalArgumentException(
          "%s: column \"%s\" has %s, unlike the ids before"
              .formatted(source, field.name(), this instanceof Texts ? "integers" : "text"));
    }
  }

  /// The vertices of ids, row by row and in each row column by column; for those there is none for,
  /// [#UNKNOWN], or a new one.
  ///
  /// @param columns of one length
  /// @param add whether new ids get the next vertices, in their order
  /// @param vertices as many as there are ids
  public abstract void map(List<Column> columns, boolean add, int[] vertices);

  /// The ids so far.
  public abstract EdgeIds ids();

  private static final class Numbers extends IdMapper {
    private final LongDictionary dictionary;
    private final long[] values = new long[LongDictionary.BATCH];
    private final int[] places = new int[LongDictionary.BATCH];
    private final int[] mapped = new int[LongDictionary.BATCH];

    Numbers(String source, Runnable checkpoint) {
      this.dictionary = new LongDictionary(source, checkpoint);
    }

    @Override
    public EdgeIds ids() {
      return dictionary;
    }

    @Override
    public void map(List<Column> columns, boolean add, int[] vertices) {
      int total = columns.size() * columns.getFirst().length();
      for (int at = 0; at < total; ) {
        int count = 0;
        for (; at < total && count < values.length; at++) {
          Column ids = columns.get(at % columns.size());
          int row = at / columns.size();
          if (ids.isNull(row)) {
            vertices[at] = NULL;
          } else {
            values[count] = value(ids, row);
            places[count++] = at;
          }
        }
        if (add) {
          dictionary.map(values, 0, count, mapped);
        } else {
          for (int i = 0; i < count; i++) {
            mapped[i] = dictionary.find(values[i]);
          }
        }
        for (int i = 0; i < count; i++) {
          vertices[places[i]] = mapped[i];
        }
      }
    }

    private static long value(Column ids, int row) {
      return switch (ids) {
        case ByteColumn bytes -> bytes.toInt(row);
        case ShortColumn shorts -> shorts.toInt(row);
        case IntColumn ints -> ints.toLong(row);
        case LongColumn longs -> {
          long value = longs.get(row);
          if (value < 0 && longs.toBigInteger(row).signum() > 0) {
            throw new IllegalArgumentException(
                "column \"%s\": id %s is above 2^63 - 1"
                    .formatted(ids.field().name(), longs.toBigInteger(row)));
          }
          yield value;
        }
        default -> throw new AssertionError(ids.field() + " was checked");
      };
    }
  }

  private static final class Texts extends IdMapper {
    private final StringDictionary dictionary;

    Texts(String source) {
      this.dictionary = new StringDictionary(source);
    }

    @Override
    public EdgeIds ids() {
      return dictionary;
    }

    @Override
    public void map(List<Column> columns, boolean add, int[] vertices) {
      List<Looked> looked = columns.stream().map(Looked::new).toList();
      int at = 0;
      for (int row = 0; row < columns.getFirst().length(); row++) {
        for (Looked column : looked) {
          vertices[at++] = column.vertex(row, add);
        }
      }
    }

    /// A column, of which each entry of a dictionary is looked up once.
    private final class Looked {
      private final Column ids;
      private final VariableWidthColumn texts;
      private final int[] known;

      Looked(Column ids) {
        this.ids = ids;
        boolean encoded = ids instanceof DictionaryColumn;
        this.texts =
            (VariableWidthColumn) (ids instanceof DictionaryColumn d ? d.dictionary() : ids);
        this.known = new int[encoded ? texts.length() : 0];
        Arrays.fill(known, UNKNOWN);
      }

      int vertex(int row, boolean add) {
        if (ids.isNull(row)) {
          return NULL;
        }
        if (!(ids instanceof DictionaryColumn encoded)) {
          return Texts.this.vertex(texts, row, add);
        }
        int entry = encoded.entry(row);
        if (known[entry] == UNKNOWN) {
          known[entry] = Texts.this.vertex(texts, entry, add);
        }
        return known[entry];
      }
    }

    private int vertex(VariableWidthColumn texts, int row, boolean add) {
      MemorySegment text = texts.segment(row);
      if (text.byteSize() > ReadOptions.MAX_LINE) {
        throw new IllegalArgumentException(
            "column \"%s\": an id of %d bytes is too long"
                .formatted(texts.field().name(), text.byteSize()));
      }
      byte[] bytes = text.toArray(ValueLayout.JAVA_BYTE);
      int vertex = dictionary.find(bytes, 0, bytes.length);
      return vertex < 0 && add ? dictionary.add(bytes, 0, bytes.length) : vertex;
    }
  }
}
