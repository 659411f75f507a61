package dev.gatun.internal.csv.read;

import dev.gatun.internal.exec.Region;
import dev.gatun.internal.io.ByteStream;
import dev.gatun.internal.io.TextInput;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// A text that can be read only once, made one that can be read again: what was read is kept in
/// memory.
final class RetainedInput implements TextInput {
  private static final int PIECE = 4 << 20;

  private final TextInput input;
  private final Region region;
  private final List<MemorySegment> pieces = new ArrayList<>();
  private long size;
  private long consumed;
  private boolean read;

  /// @param region gets the text
  RetainedInput(TextInput input, Region region) {
    this.input = input;
    this.region = region;
  }

  @Override
  public String name() {
    return input.name();
  }

  @Override
  public long size() {
    return input.size();
  }

  @Override
  public boolean isReadableAgain() {
    return true;
  }

  @Override
  public ByteStream open() {
    if (read) {
      return new Replay();
    }
    read = true;
    return new Recording(input.open());
  }

  /// Reads and keeps.
  private final class Recording implements ByteStream {
    private final ByteStream stream;

    Recording(ByteStream stream) {
      this.stream = stream;
    }

    @Override
    public int read(MemorySegment into, long offset, int length) {
      int n = stream.read(into, offset, length);
      for (int done = 0; done < n; ) {
        int used = (int) (size % PIECE);
        if (used == 0) {
          pieces.add(region.allocate(PIECE));
        }
        int part = Math.min(n - done, PIECE - used);
        MemorySegment.copy(into, offset + done, pieces.getLast(), used, part);
        done += part;
        size += part;
      }
      return n;
    }

    @Override
    public long consumed() {
      return stream.consumed();
    }

    @Override
    public void close() {
      consumed = stream.consumed();
      stream.close();
    }
  }

  /// Reads what was kept.
  private final class Replay implements ByteStream {
    private long at;

    @Override
    public int read(MemorySegment into, long offset, int length) {
      if (at == size) {
        return -1;
      }
      int from = (int) (at % PIECE);
      int n = (int) Math.min(Math.min(length, PIECE - from), size - at);
      MemorySegment.copy(pieces.get((int) (at / PIECE)), from, into, offset, n);
      at += n;
      return n;
    }

    @Override
    public long consumed() {
      return consumed;
    }

    @Override
    public void close() {
      // The text stays for others.
    }
  }
}
