import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/// Wrote trips.csv and the folder trips, once: see README.md. Needs parquet-java on the class path.
class MakeTrips {
  private static final int TRIPS_A_MONTH = 240;
  private static final String[] CITIES = {"Panamá", "Colón", "David", "Penonomé", "Santiago"};
  private static final String[] DRIVERS = {"Ana", "Luis", "Marta", "Óscar", "Rosa", "Tomás"};
  private static final String[] TAGS = {"airport", "night", "shared", "luggage"};
  private static final String[] COMMENTS = {
    "", "", "", "", "on time", "late, but kind", "\"best\" driver", "two\nlines", "¡gracias!"
  };
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message trip {
            required int64 id;
            required int64 pickup (TIMESTAMP(MICROS, false));
            required int32 day (DATE);
            required binary city (STRING);
            optional int64 fare (DECIMAL(9, 2));
            required double km;
            required int32 passengers (INTEGER(8, true));
            required boolean card;
            optional group driver {
              required binary name (STRING);
              optional float rating;
            }
            optional group tags (LIST) {
              repeated group list {
                required binary element (STRING);
              }
            }
          }
          """);

  private final SplittableRandom random = new SplittableRandom(1914);
  private long trips;

  public static void main(String[] args) throws IOException {
    MakeTrips make = new MakeTrips();
    make.month(1, CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true);
    make.month(2, CompressionCodecName.ZSTD, WriterVersion.PARQUET_2_0, false);
    make.month(3, CompressionCodecName.GZIP, WriterVersion.PARQUET_2_0, true);
    make.month(4, CompressionCodecName.LZ4_RAW, WriterVersion.PARQUET_1_0, false);
    make.csv();
  }

  private void month(int month, CompressionCodecName codec, WriterVersion version, boolean dictionary)
      throws IOException {
    Path file = Path.of("trips", "2026-0" + month + ".parquet");
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(SCHEMA)
            .withCompressionCodec(codec)
            .withWriterVersion(version)
            .withDictionaryEncoding(dictionary)
            .withDictionaryEncoding("id", false)
            .withByteStreamSplitEncoding("km", !dictionary)
            .withRowGroupRowCountLimit(TRIPS_A_MONTH / 2)
            .withPageRowCountLimit(TRIPS_A_MONTH / 6)
            .build()) {
      for (int i = 0; i < TRIPS_A_MONTH; i++) {
        LocalDateTime pickup = pickup(month, i);
        Group trip = groups.newGroup();
        trip.add("id", ++trips);
        trip.add("pickup", pickup.toEpochSecond(ZoneOffset.UTC) * 1_000_000);
        trip.add("day", (int) pickup.toLocalDate().toEpochDay());
        trip.add("city", one(CITIES));
        if (random.nextInt(20) != 0) {
          trip.add("fare", cents());
        }
        trip.add("km", metres() / 1000.0);
        trip.add("passengers", 1 + random.nextInt(4));
        trip.add("card", random.nextBoolean());
        if (random.nextInt(10) != 0) {
          Group driver = trip.addGroup("driver");
          driver.add("name", one(DRIVERS));
          if (random.nextInt(3) != 0) {
            driver.add("rating", (30 + random.nextInt(21)) / 10f);
          }
        }
        if (random.nextInt(3) != 0) {
          Group tags = trip.addGroup("tags");
          for (int t = random.nextInt(3); t > 0; t--) {
            tags.addGroup("list").add("element", one(TAGS));
          }
        }
        writer.write(trip);
      }
    }
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }

  private void csv() throws IOException {
    try (PrintWriter out = new PrintWriter("trips.csv")) {
      out.print("id,pickup,city,fare,km,passengers,card,comment\n");
      for (int i = 0; i < TRIPS_A_MONTH; i++) {
        long cents = cents();
        String fare = random.nextInt(20) == 0 ? "" : cents / 100 + ".%02d".formatted(cents % 100);
        out.printf(
            "%d,%s,%s,%s,%s,%d,%b,%s\n",
            i + 1,
            pickup(1, i).toString().replace('T', ' ') + ":00",
            one(CITIES),
            fare,
            metres() / 1000.0,
            1 + random.nextInt(4),
            random.nextBoolean(),
            quoted(one(COMMENTS)));
      }
    }
  }

  private LocalDateTime pickup(int month, int trip) {
    return LocalDateTime.of(2026, month, 1, 0, 0)
        .plusHours(trip * 27 * 24L / TRIPS_A_MONTH)
        .plusMinutes(random.nextInt(60));
  }

  private int metres() {
    return 300 + random.nextInt(40_000);
  }

  private long cents() {
    return 150 + random.nextInt(6_000);
  }

  private String one(String[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String quoted(String text) {
    return text.matches("[^\",\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
