package dev.gatun.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatun.InputSource;
import dev.gatun.arrow.Batch;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetReader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads a Parquet file from a web server, of which only the ranges that are needed travel. Object
/// stores work alike.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.OwnInputSource data/trips/2026-01.parquet
/// ```
public final class OwnInputSource {
  private OwnInputSource() {}

  /// A file on a web server. Several threads read at a time, so it keeps no state.
  private record HttpSource(URI uri, long size) implements InputSource {
    @Override
    public String name() { // for messages
      return uri.getPath();
    }

    @Override
    public void read(long position, MemorySegment into) throws IOException {
      var request = (HttpURLConnection) uri.toURL().openConnection();
      request.setRequestProperty(
          "Range", "bytes=" + position + "-" + (position + into.byteSize() - 1));
      into.copyFrom(MemorySegment.ofArray(request.getInputStream().readAllBytes()));
    }

    @Override
    public void close() {}
  }

  public static void main(String[] args) throws IOException {
    byte[] content = Files.readAllBytes(Path.of(args[0]));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, content));
    server.start();
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/trips.parquet");

    long passengers = 0;
    try (ParquetFile file = ParquetFile.open(new HttpSource(uri, content.length));
        ParquetReader reader = file.scan().columns("passengers").open()) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int row = 0; row < batch.rowCount(); row++) {
          passengers += batch.column("passengers").asBytes().get(row);
        }
      }
      System.out.printf(
          "%d passengers, %d of %d bytes read for the column%n",
          passengers, reader.metrics().bytesRead(), content.length);
    }
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, byte[] content) throws IOException {
    String[] range = exchange.getRequestHeaders().getFirst("Range").split("[=-]");
    int from = Integer.parseInt(range[1]);
    byte[] part = Arrays.copyOfRange(content, from, Integer.parseInt(range[2]) + 1);
    exchange.sendResponseHeaders(206, part.length);
    exchange.getResponseBody().write(part);
    exchange.close();
  }
}
