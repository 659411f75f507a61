package dev.gatun.examples;

import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.DecimalColumn;
import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Many requests at a time, each on a virtual thread, as in a server: they share one dataset, each
/// has one worker and a limit of memory, and only as many as there are processors compute at a time
/// (a virtual thread cannot leave its carrier during native code).
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.VirtualThreads data/trips
/// ```
public final class VirtualThreads {
  private static final List<String> CITIES =
      List.of("Panamá", "Colón", "David", "Penonomé", "Santiago");
  private static final RunOptions REQUEST = RunOptions.defaults().threads(1).memoryLimit(16 << 20);
  private static final Semaphore PROCESSORS =
      new Semaphore(Runtime.getRuntime().availableProcessors());

  private VirtualThreads() {}

  public static void main(String[] args) throws ExecutionException, InterruptedException {
    try (ParquetDataset trips = ParquetDataset.of(args[0]);
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> answers = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        String city = CITIES.get(i % CITIES.size());
        answers.add(requests.submit(() -> cents(trips, city)));
      }
      for (int i = 0; i < CITIES.size(); i++) {
        System.out.printf("%-9s %10.2f%n", CITIES.get(i), answers.get(i).get() / 100.0);
      }
      int equal = 0;
      for (int i = 0; i < answers.size(); i++) {
        equal += answers.get(i).get().equals(answers.get(i % CITIES.size()).get()) ? 1 : 0;
      }
      System.out.println(equal + " of " + answers.size() + " answers are right");
    }
    ParquetDataset.clearCache(); // footers stay for the next dataset of the same files
    System.out.println("bytes left behind: " + Gatun.metrics().memory().liveBytes());
  }

  private static long cents(ParquetDataset trips, String city) throws InterruptedException {
    PROCESSORS.acquire();
    try (ParquetReader reader =
        trips.scan().columns("fare").filter(Predicate.eq("city", city)).options(REQUEST).open()) {
      long sum = 0;
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        DecimalColumn fares = batch.column("fare").asDecimals();
        for (int row = 0; row < batch.rowCount(); row++) {
          sum += fares.isNull(row) ? 0 : fares.unscaledLong(row);
        }
      }
      return sum;
    } finally {
      PROCESSORS.release();
    }
  }
}
