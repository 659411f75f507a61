package dev.gatun.examples;

import com.sun.net.httpserver.HttpServer;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.CsvTable;
import dev.gatun.micrometer.GatunMetrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Gatun's counters on an endpoint of Prometheus, by Micrometer: `gatun-micrometer` binds them to
/// any of its registries. Here the program reads its own endpoint; `curl localhost:PORT/metrics`
/// shows the same.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED \
///     -cp "target/classes:target/lib/*:target/provided/*" \
///     dev.gatun.examples.PrometheusEndpoint data/trips.csv
/// ```
public final class PrometheusEndpoint {
  private PrometheusEndpoint() {}

  public static void main(String[] args) throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    // This service reads CSV files: it does not show the kernels of graphs.
    new GatunMetrics(kernel -> kernel.startsWith("csv_"), Tags.of("service", "trips"))
        .bindTo(registry);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    server.start();
    URI metrics = URI.create("http://localhost:" + server.getAddress().getPort() + "/metrics");

    try (CsvTable trips = CsvScan.of(Path.of(args[0])).read()) {
      System.out.println(trips.rowCount() + " trips");
      read(metrics); // an operation's series are there from the reading after its first call on
      read(metrics)
          .lines()
          .filter(line -> line.matches("gatun_(call|info|memory|kernel_seconds.*csv_index).*"))
          .forEach(System.out::println);
    }
    server.stop(0);
  }

  private static String read(URI endpoint) throws IOException {
    try (InputStream in = endpoint.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
