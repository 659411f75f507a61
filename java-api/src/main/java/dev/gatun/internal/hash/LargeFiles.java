package dev.gatun.internal.hash;

import dev.gatun.internal.kernel.HashSha256;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Several files side by side, a piece of each at a time: one core hashes two messages in little
/// more time than one.
final class LargeFiles implements Chain {
  private final Job job;
  private final IntSupplier source;
  private final HashSha256.Streams streams;
  private final @Nullable Reading[] readings;
  private final int pieceBytes;
  private final Set<OpenFile> open = ConcurrentHashMap.newKeySet();

  /// A file and how much of it was planned.
  private static final class Reading {
    final int index;
    final OpenFile file;
    final long size;
    long position;

    Reading(int index, OpenFile file, long size) {
      this.index = index;
      this.file = file;
      this.size = size;
    }
  }

  /// A part of a file.
  ///
  /// @param index of the file in the job
  private record Piece(int index, OpenFile file, long position, int length, boolean last) {}

  /// @param source gives the next file, as its index in the job, -1 when there are no more; may be
  ///     shared with other chains
  /// @param streams how many files side by side
  LargeFiles(Job job, IntSupplier source, int streams) {
    this.job = job;
    this.source = source;
    this.streams = job.kernel().open(streams);
    this.readings = new @Nullable Reading[streams];
    this.pieceBytes = Space.PIECE / streams & -64;
  }

  @Override
  public @Nullable Link next() {
    @Nullable Piece[] pieces = new @Nullable Piece[readings.length];
    boolean some = false;
    for (int s = 0; s < pieces.length; s++) {
      pieces[s] = nextPiece(s);
      some |= pieces[s] != null;
    }
    return some ? new Pieces(pieces) : null;
  }

  private @Nullable Piece nextPiece(int stream) {
    Reading reading = readings[stream];
    if (reading == null) {
      int index = source.getAsInt();
      if (index < 0) {
        return null;
      }
      reading = new Reading(index, new OpenFile(job.entry(index)), job.entry(index).size());
      open.add(reading.file);
    }
    int length = (int) Math.min(pieceBytes, reading.size - reading.position);
    boolean last = reading.position + length == reading.size;
    Piece piece = new Piece(reading.index, reading.file, reading.position, length, last);
    reading.position += length;
    readings[stream] = last ? null : reading;
    return piece;
  }

  @Override
  public void close() {
    streams.close();
    open.forEach(OpenFile::close);
  }

  /// A piece for each stream that has one.
  private final class Pieces implements Link {
    private final @Nullable Piece[] pieces;

    Pieces(@Nullable Piece[] pieces) {
      this.pieces = pieces;
    }

    @Override
    public void read(Space space) {
      for (int s = 0; s < pieces.length; s++) {
        Piece piece = pieces[s];
        if (piece != null) {
          long at = (long) s * pieceBytes;
          piece.file.read(piece.position, space.bytes().asSlice(at, piece.length));
        }
      }
    }

    @Override
    public long hash(Space space) {
      long bytes = 0;
      int messages = 0;
      for (int s = 0; s < pieces.length; s++) {
        long at = (long) s * pieceBytes;
        Piece piece = pieces[s];
        int length = piece == null ? 0 : piece.length;
        space.range(s, at, at + length);
        bytes += length;
        messages += piece == null ? 0 : 1;
      }
      job.hash(messages, bytes, () -> streams.update(space.bytes(), space.ranges()));
      for (int s = 0; s < pieces.length; s++) {
        Piece piece = pieces[s];
        if (piece != null && piece.last) {
          streams.finish(s, job.digest(piece.index), 0);
          close(piece.file);
        }
      }
      return bytes;
    }

    private void close(OpenFile file) {
      file.close();
      open.remove(file);
    }
  }
}
