package dev.gatun.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers why a write failed, which a [PrintWriter] does not tell: a
/// reader that left early (`| head`) is no failure, a full disk is.
final class StandardOutput extends FilterOutputStream {
  private final PrintWriter writer;
  private @Nullable IOException failure;

  StandardOutput() {
    super(new FileOutputStream(FileDescriptor.out));
    this.writer = writer(this);
  }

  /// A UTF-8 writer, also where the locale is not set, as in most containers.
  static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }

  PrintWriter writer() {
    return writer;
  }

  /// Flushes, and reports what kept the output from arriving.
  ///
  /// @return the exit status, which is `status` unless output was lost
  int finish(int status, PrintWriter err) {
    writer.flush();
    if (failure == null || Failure.isBrokenPipe(failure)) {
      return status;
    }
    err.println("gatun: cannot write standard output: " + Failure.oneLine(failure.getMessage()));
    err.flush();
    return Main.FAILED;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
