package dev.gatun.oracle;

import dev.gatun.support.ArrowValues;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// How a value of [ArrowValues] is stored in Parquet, and what it is in parquet-java's groups.
enum Form {
  BOOLEAN(PrimitiveTypeName.BOOLEAN) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addBoolean((Boolean) value);
    }

    @Override
    Object read(Group group, int field, int index) {
      return group.getBoolean(field, index);
    }
  },
  INT32(PrimitiveTypeName.INT32) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addInteger(((Long) value).intValue());
    }

    @Override
    Object read(Group group, int field, int index) {
      return (long) group.getInteger(field, index);
    }
  },
  UINT32(PrimitiveTypeName.INT32) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      INT32.write(value, length, to);
    }

    @Override
    Object read(Group group, int field, int index) {
      return Integer.toUnsignedLong(group.getInteger(field, index));
    }
  },
  INT64(PrimitiveTypeName.INT64) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addLong((Long) value);
    }

    @Override
    Object read(Group group, int field, int index) {
      return group.getLong(field, index);
    }
  },
  /// Nanoseconds since 1970, stored as nanoseconds of a Julian day.
  INT96(PrimitiveTypeName.INT96) {
    private static final int JULIAN_1970 = 2_440_588;
    private static final long NANOS_A_DAY = 86_400_000_000_000L;

    @Override
    void write(Object value, int length, RecordConsumer to) {
      long nanos = (Long) value;
      ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putLong(Math.floorMod(nanos, NANOS_A_DAY));
      bytes.putInt((int) (Math.floorDiv(nanos, NANOS_A_DAY) + JULIAN_1970));
      to.addBinary(Binary.fromConstantByteArray(bytes.array()));
    }

    @Override
    Object read(Group group, int field, int index) {
      ByteBuffer bytes =
          ByteBuffer.wrap(group.getInt96(field, index).getBytes()).order(ByteOrder.LITTLE_ENDIAN);
      return bytes.getLong() + (bytes.getInt() - JULIAN_1970) * NANOS_A_DAY;
    }
  },
  FLOAT(PrimitiveTypeName.FLOAT) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addFloat(Float.intBitsToFloat(((Long) value).intValue()));
    }

    @Override
    Object read(Group group, int field, int index) {
      return Integer.toUnsignedLong(Float.floatToRawIntBits(group.getFloat(field, index)));
    }
  },
  DOUBLE(PrimitiveTypeName.DOUBLE) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addDouble(Double.longBitsToDouble((Long) value));
    }

    @Override
    Object read(Group group, int field, int index) {
      return Double.doubleToRawLongBits(group.getDouble(field, index));
    }
  },
  BYTES(PrimitiveTypeName.BINARY) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addBinary(bytes(((String) value).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    Object read(Group group, int field, int index) {
      return ArrowValues.text(group.getBinary(field, index).getBytes());
    }
  },
  FIXED(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      BYTES.write(value, length, to);
    }

    @Override
    Object read(Group group, int field, int index) {
      return BYTES.read(group, field, index);
    }
  },
  FLOAT16(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      short bits = ((Long) value).shortValue();
      to.addBinary(bytes(new byte[] {(byte) bits, (byte) (bits >> 8)}));
    }

    @Override
    Object read(Group group, int field, int index) {
      byte[] bytes = group.getBinary(field, index).getBytes();
      return (long) (bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8);
    }
  },
  DECIMAL_INT32(PrimitiveTypeName.INT32) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addInteger(((BigInteger) value).intValueExact());
    }

    @Override
    Object read(Group group, int field, int index) {
      return BigInteger.valueOf(group.getInteger(field, index));
    }
  },
  DECIMAL_INT64(PrimitiveTypeName.INT64) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addLong(((BigInteger) value).longValueExact());
    }

    @Override
    Object read(Group group, int field, int index) {
      return BigInteger.valueOf(group.getLong(field, index));
    }
  },
  DECIMAL_BYTES(PrimitiveTypeName.BINARY) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      to.addBinary(bytes(((BigInteger) value).toByteArray()));
    }

    @Override
    Object read(Group group, int field, int index) {
      return new BigInteger(group.getBinary(field, index).getBytes());
    }
  },
  DECIMAL_FIXED(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
    @Override
    void write(Object value, int length, RecordConsumer to) {
      byte[] least = ((BigInteger) value).toByteArray();
      byte[] extended = new byte[length];
      if (least[0] < 0) {
        java.util.Arrays.fill(extended, (byte) -1);
      }
      System.arraycopy(least, 0, extended, length - least.length, least.length);
      to.addBinary(bytes(extended));
    }

    @Override
    Object read(Group group, int field, int index) {
      return DECIMAL_BYTES.read(group, field, index);
    }
  };

  private final PrimitiveTypeName physical;

  Form(PrimitiveTypeName physical) {
    this.physical = physical;
  }

  PrimitiveTypeName physical() {
    return physical;
  }

  /// @param length bytes of a fixed-length type
  abstract void write(Object value, int length, RecordConsumer to);

  abstract Object read(Group group, int field, int index);

  private static Binary bytes(byte[] bytes) {
    return Binary.fromConstantByteArray(bytes);
  }
}
