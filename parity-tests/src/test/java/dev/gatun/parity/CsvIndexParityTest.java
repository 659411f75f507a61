package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvIndex;
import dev.gatun.internal.kernel.CsvIndex.Grammar;
import dev.gatun.internal.kernel.CsvIndex.Indexer;
import dev.gatun.internal.kernel.CsvIndex.Ragged;
import dev.gatun.internal.natives.CsvIndexNative;
import dev.gatun.parity.CsvRecords.Way;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsvIndexParityTest {
  private static final CsvIndex JAVA = Kernels.CSV_INDEX.on(Engine.JAVA);
  private static final Grammar USUAL = usual(true, true, Ragged.ERROR);

  private final CsvRecords records = new CsvRecords();

  private static Grammar usual(boolean skipEmptyLines, boolean strayQuotes, Ragged ragged) {
    return new Grammar(',', '"', 0, 0, skipEmptyLines, strayQuotes, false, false, ragged);
  }

  /// Asserts that every tier, with and without the instructions that only some CPUs of the tier
  /// have, comes to what the reference comes to.
  private static <R> R assertParity(Grammar grammar, Function<Indexer, R> read) {
    R expected = read.apply(JAVA.open(grammar));
    for (Setup setup : Setup.natives()) {
      if (setup.threads() == 1) {
        for (boolean newest : new boolean[] {true, false}) {
          CsvIndex index = newest ? Kernels.CSV_INDEX.on(Engine.NATIVE) : new CsvIndexNative(false);
          R actual = setup.run(_ -> read.apply(index.open(grammar)));
          assertEquals(expected, actual, () -> setup + ", newest: " + newest + ", " + grammar);
        }
      }
    }
    return expected;
  }

  @NeedsNatives
  @Property(tries = 3000)
  void wildTexts(@ForAll long seed, @ForAll @IntRange(max = 5) int width) {
    SplittableRandom random = new SplittableRandom(seed);
    Grammar grammar = CsvTexts.grammar(random);
    byte[] text = CsvTexts.wild(random, random.nextInt(4) == 0 ? 500 : 20);
    int from = random.nextInt(4) == 0 ? random.nextInt(text.length + 1) : 0;
    int to = random.nextInt(from, text.length + 1);
    boolean last = random.nextBoolean();
    Way way =
        random.nextBoolean()
            ? Way.of(width)
            : new Way(width, random.nextInt(text.length + 10), random.nextInt(10));
    assertParity(grammar, indexer -> records.one(indexer, text, from, to, last, way));
  }

  @NeedsNatives
  @Property(tries = 1500)
  void regularTexts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int most) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = random.nextInt(1, most + 1);
    byte[] text = CsvTexts.regular(random, width, random.nextInt(3));
    Grammar grammar = CsvTexts.grammar(random);
    int to = random.nextInt(text.length + 1);
    boolean last = random.nextBoolean();
    Way way =
        random.nextBoolean()
            ? Way.of(width)
            : new Way(width, random.nextInt(3000), random.nextInt(1000));
    assertParity(grammar, indexer -> records.one(indexer, text, 0, to, last, way));
  }

  /// Where the text is cut makes no difference, nor how much there is room for in a call.
  @NeedsNatives
  @Property(tries = 100)
  void everyCut(@ForAll long seed, @ForAll @IntRange(max = 3) int width) {
    SplittableRandom random = new SplittableRandom(seed);
    Grammar grammar = CsvTexts.grammar(random);
    byte[] text = CsvTexts.wild(random, 60);
    Way narrow = new Way(width, 1 + random.nextInt(2 * text.length + 4), 1 + random.nextInt(5));
    List<String> whole =
        assertParity(grammar, indexer -> records.all(indexer, text, Way.of(width)));
    for (int i = 0; i <= text.length; i++) {
      int cut = i;
      List<String> parts =
          assertParity(grammar, indexer -> records.all(indexer, text, Way.of(width), cut));
      assertEquals(whole, parts, () -> "cut at " + cut + ", " + grammar);
      assertParity(grammar, indexer -> records.all(indexer, text, narrow, cut));
    }
  }

  @NeedsNatives
  @Property(tries = 300)
  void regularTextsCutAnywhere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int width) {
    SplittableRandom random = new SplittableRandom(seed);
    Grammar grammar = CsvTexts.grammar(random);
    byte[] text = CsvTexts.regular(random, width, random.nextInt(4));
    int[] cuts = random.ints(6, 0, text.length).sorted().toArray();
    Way way = new Way(width, random.nextInt(width, 5000), 1 + random.nextInt(500));
    List<String> whole = records.all(JAVA.open(grammar), text, Way.of(width));
    assertEquals(whole, assertParity(grammar, indexer -> records.all(indexer, text, way, cuts)));
  }

  /// Every text of up to six of five bytes.
  @NeedsNatives
  @Example
  void smallTexts() {
    byte[] alphabet = {'a', ',', '"', '\n', '\r'};
    for (Ragged ragged : Ragged.values()) {
      Grammar grammar = usual(ragged != Ragged.PAD, ragged == Ragged.ERROR, ragged);
      for (int length = 0, count = 1; length <= 6; length++, count *= alphabet.length) {
        for (int i = 0; i < count; i++) {
          byte[] text = new byte[length];
          for (int k = 0, rest = i; k < length; k++, rest /= alphabet.length) {
            text[k] = alphabet[rest % alphabet.length];
          }
          Way way = Way.of(i % 3);
          boolean last = i % 2 == 0;
          assertParity(grammar, indexer -> records.one(indexer, text, 0, text.length, last, way));
        }
      }
    }
  }

  @Example
  void charactersMustDiffer() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Grammar('"', '"', 0, 0, true, true, false, false, Ragged.ERROR));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Grammar('\n', 0, 0, 0, true, true, false, false, Ragged.ERROR));
    assertEquals(0, new Grammar(',', '"', '"', 0, true, true, false, false, Ragged.PAD).escape());
    assertEquals(USUAL, usual(true, true, Ragged.ERROR));
  }
}
