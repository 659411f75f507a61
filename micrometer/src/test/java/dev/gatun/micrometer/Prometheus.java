package dev.gatun.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service with an endpoint `/metrics`, and a client that reads it as Prometheus would.
final class Prometheus implements AutoCloseable {
  /// `name{label="value",…} number`, without a time.
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_:][a-z0-9_:]*(?:\\{[^}]*})?) (NaN|[-+0-9.eE]+)");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpServer server;

  Prometheus(MeterBinder binder) throws IOException {
    binder.bindTo(registry);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, text.length);
          try (var body = exchange.getResponseBody()) {
            body.write(text);
          }
        });
    server.start();
  }

  /// The text of the endpoint.
  String text() throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/metrics");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, response.statusCode());
      return response.body();
    }
  }

  /// Every sample by its name and labels, in the order of the text. A line that is neither a
  /// comment nor a sample fails, and so does one that is there twice.
  Map<String, Double> samples() throws IOException, InterruptedException {
    Map<String, Double> samples = new LinkedHashMap<>();
    for (String line : text().lines().filter(line -> !line.startsWith("#")).toList()) {
      Matcher sample = SAMPLE.matcher(line);
      assertTrue(sample.matches(), line);
      Double before = samples.put(sample.group(1), Double.valueOf(sample.group(2)));
      assertEquals(null, before, line);
    }
    return samples;
  }

  @Override
  public void close() {
    server.stop(0);
    registry.close();
  }
}
