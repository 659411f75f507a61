package dev.gatun.internal.csv.write;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of records, gathered before they are written.
final class CsvText {
  private static final int FULL = 1 << 16;

  private final OutputStream out;
  private final byte[] nullText;
  private final byte quote;

  /// Whether a byte in a cell makes quotes necessary; none above ASCII does.
  private final boolean[] special = new boolean[256];

  private byte[] bytes = new byte[2 * FULL];
  private int filled;

  CsvText(OutputStream out, CsvOutput.Form form) {
    this.out = out;
    this.nullText = form.nullText().getBytes(StandardCharsets.UTF_8);
    this.quote = (byte) form.quote();
    for (char c : new char[] {form.delimiter(), form.quote(), '\n', '\r'}) {
      special[c] = true;
    }
  }

  private void reserve(int count) {
    if (filled + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.addExact(filled, Math.max(filled, count)));
    }
  }

  void put(byte value) {
    reserve(1);
    bytes[filled++] = value;
  }

  void putNull() {
    reserve(nullText.length);
    System.arraycopy(nullText, 0, bytes, filled, nullText.length);
    filled += nullText.length;
  }

  /// Characters of ASCII, quoted if they need it.
  void ascii(String text) {
    cell(MemorySegment.ofArray(text.getBytes(StandardCharsets.US_ASCII)), false);
  }

  /// Any text, quoted if it needs it.
  ///
  /// @param first whether it begins a record
  void cell(MemorySegment text, boolean first) {
    int length = Math.toIntExact(text.byteSize());
    reserve(length);
    MemorySegment.copy(text, JAVA_BYTE, 0, bytes, filled, length);
    if (!needsQuotes(length, first)) {
      filled += length;
      return;
    }
    byte[] copy = Arrays.copyOfRange(bytes, filled, filled + length);
    reserve(Math.addExact(Math.multiplyExact(2, length), 2));
    bytes[filled++] = quote;
    for (byte b : copy) {
      if (b == quote) {
        bytes[filled++] = quote;
      }
      bytes[filled++] = b;
    }
    bytes[filled++] = quote;
  }

  /// Of the cell that was copied behind what is filled.
  private boolean needsQuotes(int length, boolean first) {
    for (int i = filled; i < filled + length; i++) {
      if (special[bytes[i] & 0xff]) {
        return true;
      }
    }
    return (first && length > 0 && bytes[filled] == '#')
        || Arrays.equals(bytes, filled, filled + length, nullText, 0, nullText.length);
  }

  void endRecord() throws IOException {
    put((byte) '\n');
    if (filled >= FULL) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(bytes, 0, filled);
    filled = 0;
  }
}
