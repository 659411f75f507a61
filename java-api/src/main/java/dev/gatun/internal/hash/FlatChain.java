package dev.gatun.internal.hash;

import dev.gatun.FileSet.Entry;
import dev.gatun.internal.kernel.HashSha256;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Paths and bytes of all files as one message, and perhaps the bytes of each as one more.
final class FlatChain implements Chain {
  private static final int ALL = 0;
  private static final int FILE = 1;

  /// Most bytes of UTF-8 for a `char`.
  private static final int WIDEST = 3;

  private final Job job;
  private final boolean fileDigests;
  private final HashSha256.Streams streams;
  private final Set<OpenFile> open = ConcurrentHashMap.newKeySet();
  private int index;
  private @Nullable OpenFile file;
  private long position;

  FlatChain(Job job, boolean fileDigests) {
    this.job = job;
    this.fileDigests = fileDigests;
    this.streams = job.kernel().open(fileDigests ? 2 : 1);
  }

  @Override
  public @Nullable Link next() {
    if (index == job.entries().size()) {
      return null;
    }
    return SmallFiles.isSmall(job.entry(index)) ? batch() : piece();
  }

  private Batch batch() {
    int from = index;
    long room = 0;
    while (index < job.entries().size() && index - from < Space.MESSAGES) {
      Entry entry = job.entry(index);
      room += entry.size() + (long) entry.path().length() * WIDEST;
      if (!SmallFiles.isSmall(entry) || (room > Space.BATCH && index > from)) {
        break;
      }
      index++;
    }
    return new Batch(IntStream.range(from, index).toArray());
  }

  private Piece piece() {
    Entry entry = job.entry(index);
    if (file == null) {
      file = new OpenFile(entry);
      open.add(file);
    }
    int before = position == 0 ? entry.path().getBytes(StandardCharsets.UTF_8).length : 0;
    int length = (int) Math.min(Space.PIECE, entry.size() - position);
    boolean last = position + length == entry.size();
    Piece piece = new Piece(index, file, position, before, length, last);
    position += length;
    if (last) {
      index++;
      file = null;
      position = 0;
    }
    return piece;
  }

  /// Writes the digest of all, when all was hashed.
  void finish(MemorySegment digest) {
    streams.finish(ALL, digest, 0);
  }

  private void update(Space space, long from, long fileFrom, long to) {
    space.range(ALL, from, to);
    if (fileDigests) {
      space.range(FILE, fileFrom, to);
    }
    long fileBytes = fileDigests ? to - fileFrom : 0;
    job.hash(
        fileBytes == 0 ? 1 : 2,
        to - from + fileBytes,
        () -> streams.update(space.bytes(), space.ranges()));
  }

  @Override
  public void close() {
    streams.close();
    open.forEach(OpenFile::close);
  }

  /// Small files as a whole.
  private final class Batch implements Link {
    private final int[] indices;
    private long filled;

    Batch(int[] indices) {
      this.indices = indices;
    }

    @Override
    public void read(Space space) {
      filled = SmallFiles.read(job, indices, space, true);
      if (fileDigests) {
        SmallFiles.digest(job, indices, space, filled);
      }
    }

    @Override
    public long hash(Space space) {
      update(space, 0, filled, filled);
      long bytes = 0;
      for (int i : indices) {
        bytes += job.entry(i).size();
      }
      return bytes;
    }
  }

  /// A part of a large file, the first with its path.
  private final class Piece implements Link {
    private final int index;
    private final OpenFile file;
    private final long position;
    private final int before;
    private final int length;
    private final boolean last;

    Piece(int index, OpenFile file, long position, int before, int length, boolean last) {
      this.index = index;
      this.file = file;
      this.position = position;
      this.before = before;
      this.length = length;
      this.last = last;
    }

    @Override
    public void read(Space space) {
      if (before > 0) {
        SmallFiles.writePath(job.entry(index), space.bytes(), 0);
      }
      file.read(position, space.bytes().asSlice(before, length));
    }

    @Override
    public long hash(Space space) {
      update(space, 0, before, before + length);
      if (last) {
        if (fileDigests) {
          streams.finish(FILE, job.digest(index), 0);
        }
        file.close();
        open.remove(file);
      }
      return length;
    }
  }
}
