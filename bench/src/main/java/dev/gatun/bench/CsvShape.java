package dev.gatun.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What files that a CSV reader is measured with look like.
enum CsvShape {
  /// 19 columns: timestamps, coordinates, short decimals, a flag, few empty cells.
  TAXI(
      "taxi.csv",
      ',',
      "vendor,pickup,dropoff,passengers,distance,pickup_longitude,pickup_latitude,rate,stored,dropoff_longitude,dropoff_latitude,payment,fare,extra,tax,tip,tolls,surcharge,total\n") {
    @Override
    void row(long number, CsvLine line) {
      line.cell(1 + number % 2).timestamp(' ').timestamp(' ');
      if (line.oneIn(100)) {
        line.empty();
      } else {
        line.integer(7);
      }
      line.amount(30, 2).coordinate(-73).coordinate(40).integer(6);
      line.cell(line.oneIn(50) ? 'Y' : 'N').coordinate(-73).coordinate(40).integer(5);
      line.amount(80, 1).cell("0.5").cell("0.5").amount(20, 2).integer(2).cell("0.3");
      line.amount(120, 2);
    }
  },

  /// Long quoted texts with commas, quotes and line ends inside, much of it not ASCII.
  TEXT("text.csv", ',', "id,author,created,title,body,tags,score\n") {
    @Override
    void row(long number, CsvLine line) {
      line.cell(number).cell(line.word() + line.random().nextInt(100_000)).timestamp(' ');
      line.prose(5).prose(20 + line.random().nextInt(120)).cell(line.word() + ';' + line.word());
      line.real(0, 100);
    }
  },

  /// Two columns of integers below four lines of comments: few small sources, any targets.
  EDGES(
      "edges.tsv",
      '\t',
      "# Directed graph: edges.tsv\n"
          + "# Made by MakeCsv\n"
          + "# Nodes: 10000000\n"
          + "# FromNodeId\tToNodeId\n") {
    @Override
    void row(long number, CsvLine line) {
      double skew = line.random().nextDouble();
      line.cell((long) (1e7 * skew * skew * skew * skew)).integer(10_000_000);
    }
  },

  /// Types that change late, three ways to write null, quoted numbers, booleans in all cases.
  MESSY("messy.csv", ',', "id,late_real,late_text,flag,day,reading,quoted,exponent,note,sparse\n") {
    @Override
    void row(long number, CsvLine line) {
      line.cell(number);
      if (number < 50_000) {
        line.integer(100_000).integer(1_000_000);
      } else {
        line.real(0, 1000).cell(line.word());
      }
      line.cell(FLAGS[line.random().nextInt(FLAGS.length)]);
      if (line.oneIn(20)) {
        line.cell("NULL");
      } else {
        line.date();
      }
      if (line.oneIn(3)) {
        line.cell("NA");
      } else {
        line.amount(100, 2);
      }
      line.cell("\"" + line.random().nextInt(100_000) + "\"");
      line.cell(line.random().nextDouble() * Math.pow(10, line.random().nextInt(-30, 30)));
      line.prose(1 + line.random().nextInt(3));
      if (line.oneIn(10)) {
        line.integer(1000);
      } else {
        line.empty();
      }
    }
  },

  /// 16 columns of doubles in all their digits.
  FLOATS("floats.csv", ',', names("f", 16)) {
    @Override
    void row(long number, CsvLine line) {
      for (int column = 0; column < 16; column++) {
        if (column < 12) {
          line.real(0, 1);
        } else {
          line.real(-500_000, 500_000);
        }
      }
    }
  },

  /// 1,000 columns: integers, decimals, words.
  WIDE("wide.csv", ',', names("c", 1000)) {
    @Override
    void row(long number, CsvLine line) {
      for (int column = 0; column < 1000; column++) {
        switch (column % 5) {
          case 0, 1 -> line.integer(1000);
          case 2 -> line.integer(1_000_000_000);
          case 3 -> line.amount(1000, 2);
          default -> line.cell(line.word());
        }
      }
    }
  };

  private static final String[] FLAGS = {"true", "false", "True", "False", "TRUE", "FALSE", ""};

  private final String file;
  private final char delimiter;
  private final String beginning;

  CsvShape(String file, char delimiter, String beginning) {
    this.file = file;
    this.delimiter = delimiter;
    this.beginning = beginning;
  }

  private static String names(String letter, int count) {
    return IntStream.range(0, count).mapToObj(i -> letter + i).collect(Collectors.joining(","))
        + "\n";
  }

  String file() {
    return file;
  }

  char delimiter() {
    return delimiter;
  }

  /// Header or comments.
  String beginning() {
    return beginning;
  }

  /// Adds the cells of a row.
  abstract void row(long number, CsvLine line);
}
