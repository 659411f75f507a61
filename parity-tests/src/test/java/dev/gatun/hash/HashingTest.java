package dev.gatun.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.CancellationToken;
import dev.gatun.Engine;
import dev.gatun.FileSet;
import dev.gatun.Gatun;
import dev.gatun.MemoryLimitException;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Against the JDK's `MessageDigest`, file by file; and how calls end before their time.
final class HashingTest {
  @TempDir private Path base = Path.of("");

  private static MessageDigest sha256() throws Exception {
    return MessageDigest.getInstance("SHA-256");
  }

  private List<String> write(Random random, int... sizes) throws Exception {
    List<String> paths = new ArrayList<>();
    for (int size : sizes) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      String path = "%03d-%d".formatted(paths.size(), size);
      Files.write(base.resolve(path), bytes);
      paths.add(path);
    }
    return paths;
  }

  private void check(List<String> paths, HashOptions options) throws Exception {
    MessageDigest tree = sha256();
    MessageDigest flat = sha256();
    for (String path : paths) {
      byte[] bytes = Files.readAllBytes(base.resolve(path));
      tree.update(sha256().digest(bytes));
      flat.update(path.getBytes(StandardCharsets.UTF_8));
      flat.update(bytes);
    }
    FileSet files = FileSet.in(base);
    Sha256 expectedTree = Sha256.of(tree.digest());
    Sha256 expectedFlat = Sha256.of(flat.digest());
    HashResult treeResult = Hashing.hashFiles(files, HashForm.TREE, options);
    assertEquals(expectedTree, treeResult.digest());
    assertEquals(treeResult.bytes(), treeResult.bytesRead());
    assertEquals(expectedFlat, Hashing.hashFiles(files, HashForm.FLAT, options).digest());
    HashResult both = Hashing.hashFiles(files, HashForm.FLAT, options.withFileDigests());
    assertEquals(expectedFlat, both.digest());
    assertEquals(treeResult.files(), both.files());
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "AUTO"})
  void filesAroundEverySizeThatMatters(Engine engine) throws Exception {
    int small = 1 << 18;
    int room = 1 << 20;
    List<String> paths =
        write(
            new Random(1),
            0,
            1,
            55,
            56,
            63,
            64,
            65,
            4096,
            small - 1,
            small,
            small + 1,
            room / 2,
            room - 3,
            room,
            room + 1,
            3,
            3 * room,
            2 * room + 5,
            small + 64,
            0,
            5 * room + 1,
            2,
            700_000,
            small);
    for (int threads : new int[] {1, 2, 3, 8, 30}) {
      check(
          paths, HashOptions.defaults().run(RunOptions.defaults().engine(engine).threads(threads)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "AUTO"})
  void manySmallFiles(Engine engine) throws Exception {
    Random random = new Random(2);
    int[] sizes = random.ints(2500, 0, 3000).map(n -> n < 1000 ? n / 10 : n).toArray();
    List<String> paths = new ArrayList<>(write(random, sizes));
    paths.sort(null);
    for (int threads : new int[] {1, 3}) {
      check(
          paths, HashOptions.defaults().run(RunOptions.defaults().engine(engine).threads(threads)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "AUTO"})
  void bytesAndSingleFiles(Engine engine) throws Exception {
    RunOptions options = RunOptions.defaults().engine(engine);
    for (int size : new int[] {0, 1, 1 << 20, (2 << 20) + 3}) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      Sha256 expected = Sha256.of(sha256().digest(bytes));
      assertEquals(expected, Hashing.hash(MemorySegment.ofArray(bytes), options));
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment copy = arena.allocate(size, 1).copyFrom(MemorySegment.ofArray(bytes));
        assertEquals(expected, Hashing.hash(copy, options));
      }
      Path file = Files.write(base.resolve("f" + size), bytes);
      assertEquals(expected, Hashing.hashFile(file, options));
    }
  }

  @Test
  void digestsAreValues() {
    Sha256 abc = Hashing.hash("abc".getBytes(StandardCharsets.UTF_8));
    String text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertEquals(text, abc.toString());
    assertEquals(abc, Sha256.parse(text));
    assertEquals(abc.hashCode(), Sha256.parse(text).hashCode());
    assertEquals(abc, Sha256.of(abc.toBytes()));
    Sha256 larger = Sha256.parse("f" + text.substring(1));
    assertTrue(abc.compareTo(larger) < 0 && larger.compareTo(abc) > 0);
    assertThrows(IllegalArgumentException.class, () -> Sha256.parse(text.substring(1)));
    assertThrows(IllegalArgumentException.class, () -> Sha256.parse("x" + text.substring(1)));
    assertThrows(IllegalArgumentException.class, () -> Sha256.of(new byte[31]));
  }

  @Test
  void missingAndUnreadableFilesAreNamed() throws Exception {
    Path missing = base.resolve("missing");
    FileSet set = FileSet.of(base, List.of(missing));
    for (HashForm form : HashForm.values()) {
      assertEquals(
          missing + ": no such file",
          assertThrows(UncheckedIOException.class, () -> Hashing.hashFiles(set, form))
              .getMessage());
    }
    assertEquals(
        missing + ": no such file",
        assertThrows(UncheckedIOException.class, () -> Hashing.hashFile(missing)).getMessage());
    assertEquals(
        base + ": is not a regular file",
        assertThrows(UncheckedIOException.class, () -> Hashing.hashFile(base)).getMessage());
  }

  /// Takes nearly no space on the disk, and many seconds to hash.
  private void writeVast() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(base.resolve("vast").toFile(), "rw")) {
      file.setLength(20L << 30);
    }
  }

  private static Thread after(int millis, Runnable action) {
    return Thread.ofPlatform()
        .start(
            () -> {
              LockSupport.parkNanos(millis * 1_000_000L);
              action.run();
            });
  }

  @ParameterizedTest
  @EnumSource
  @DisabledOnOs(OS.WINDOWS) // files there have no holes
  void cancellingEndsTheCallAndFreesItsMemory(HashForm form) throws Exception {
    writeVast();
    long before = Gatun.metrics().memory().liveBytes();
    CancellationToken token = new CancellationToken();
    AtomicLong cancelled = new AtomicLong();
    Thread canceller =
        after(
            300,
            () -> {
              cancelled.set(System.nanoTime());
              token.cancel();
            });
    AtomicLong seen = new AtomicLong();
    RunOptions options =
        RunOptions.defaults()
            .cancelledBy(token)
            .progress((_, done, _) -> seen.accumulateAndGet(done, Math::max));
    assertThrows(
        OperationCancelledException.class,
        () -> Hashing.hashFiles(FileSet.in(base), form, HashOptions.defaults().run(options)));
    long millis = (System.nanoTime() - cancelled.get()) / 1_000_000;
    canceller.join();
    assertTrue(millis < 1000, millis + " ms"); // promised: 50, on a machine that is not busy
    assertTrue(seen.get() > 0);
    assertEquals(before, Gatun.metrics().memory().liveBytes());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // files there have no holes
  void interruptsCancel() throws Exception {
    writeVast();
    Thread caller = Thread.currentThread();
    Thread interrupter =
        after(
            200,
            () -> {
              caller.interrupt();
            });
    assertThrows(OperationCancelledException.class, () -> Hashing.hashFile(base.resolve("vast")));
    assertTrue(Thread.interrupted());
    interrupter.join();
  }

  @Test
  void memoryLimitIsKept() throws Exception {
    write(new Random(3), 1000, 5_000_000);
    RunOptions tight = RunOptions.defaults().memoryLimit(1 << 20);
    for (HashForm form : HashForm.values()) {
      assertThrows(
          MemoryLimitException.class,
          () -> Hashing.hashFiles(FileSet.in(base), form, HashOptions.defaults().run(tight)));
    }
    RunOptions enough = RunOptions.defaults().threads(2).memoryLimit(8 << 20);
    HashResult result =
        Hashing.hashFiles(FileSet.in(base), HashForm.TREE, HashOptions.defaults().run(enough));
    assertTrue(result.info().peakBytes() < 8 << 20);
  }
}
