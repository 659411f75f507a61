package dev.gatun.internal.io;

import dev.gatun.InputFormatException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// From any encoding to UTF-8, by way of the JDK's decoders, a piece at a time.
final class Transcoder implements ByteStream {
  /// Small enough for the caches, large enough for the loops of the decoders.
  private static final int PIECE = 1 << 14;

  private static final int MOST_PER_CHAR = 3;

  /// For lone surrogates, which the decoder of CESU-8 lets pass: U+FFFD.
  private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};

  private final String name;
  private final ByteStream in;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder;
  private final ByteBuffer bytes;
  private final MemorySegment bytesSegment;
  private final CharBuffer chars;
  private final ByteBuffer out;

  /// Offset in the text of the first byte in the buffer.
  private long base;

  private boolean inputEnded;
  private boolean decoderFlushed;

  /// @param name for messages
  /// @param base bytes of the text before the first of `in`
  Transcoder(String name, ByteStream in, long base, Charset charset, boolean replaceMalformed) {
    this(name, in, base, charset, replaceMalformed, PIECE);
  }

  /// @param piece bytes to decode at once, at least those of the longest character
  Transcoder(
      String name, ByteStream in, long base, Charset charset, boolean replaceMalformed, int piece) {
    CodingErrorAction onError =
        replaceMalformed ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    this.name = name;
    this.in = in;
    this.base = base;
    this.decoder =
        Utf16Decoder.of(charset).onMalformedInput(onError).onUnmappableCharacter(onError);
    this.encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT);
    this.bytes = ByteBuffer.allocate(piece).limit(0);
    this.bytesSegment = MemorySegment.ofArray(bytes.array());
    this.chars = CharBuffer.allocate(piece);
    this.out = ByteBuffer.allocate(MOST_PER_CHAR * piece).limit(0);
  }

  @Override
  public int read(MemorySegment into, long offset, int length) {
    while (!out.hasRemaining()) {
      if (decoderFlushed) {
        return -1;
      }
      decode();
    }
    int n = Math.min(length, out.remaining());
    MemorySegment.copy(out.array(), out.position(), into, ValueLayout.JAVA_BYTE, offset, n);
    out.position(out.position() + n);
    return n;
  }

  /// Fills the output with what the input has, if that is anything.
  private void decode() {
    int pending = chars.position();
    CoderResult result = decoder.decode(bytes, chars, inputEnded);
    if (result.isUnderflow() && inputEnded) {
      result = decoder.flush(chars);
      decoderFlushed = result.isUnderflow();
    } else if (chars.position() == pending) {
      // Characters before what is malformed were handed out before.
      if (result.isError()) {
        throw malformed(result.length());
      }
      fill();
    }
    encode();
  }

  /// Keeps the first half of a surrogate pair until the other one is there.
  private void encode() {
    chars.flip();
    out.clear();
    encoder.encode(chars, out, decoderFlushed);
    out.flip();
    chars.compact();
  }

  private void fill() {
    int left = bytes.remaining();
    base += bytes.position();
    bytes.compact();
    int n = in.read(bytesSegment, left, bytes.capacity() - left);
    inputEnded = n < 0;
    bytes.position(0).limit(left + Math.max(n, 0));
  }

  private InputFormatException malformed(int length) {
    byte[] found = new byte[length];
    bytes.get(bytes.position(), found);
    return new InputFormatException(
        name,
        0,
        0,
        base + bytes.position(),
        "expected text in %s, found %s%s"
            .formatted(
                decoder.charset(),
                HexFormat.ofDelimiter(" ").withPrefix("0x").formatHex(found),
                inputEnded ? " at the end" : ""));
  }

  @Override
  public long consumed() {
    return in.consumed();
  }

  @Override
  public void close() {
    in.close();
  }
}
