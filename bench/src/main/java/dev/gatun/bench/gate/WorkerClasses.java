package dev.gatun.bench.gate;

import dev.gatun.bench.gate.worker.Worker;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Copies the classes that run inside the measured JVMs, and nothing else of this build, to a
/// folder for their class path.
final class WorkerClasses {
  private static final List<String> NAMES = List.of("Worker", "TurnTaking", "CpuClock", "Link");

  private WorkerClasses() {}

  static Path copyTo(Path folder) throws IOException {
    for (String name : NAMES) {
      String file = (Worker.class.getPackageName() + "." + name).replace('.', '/') + ".class";
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      try (InputStream in = Worker.class.getClassLoader().getResourceAsStream(file)) {
        if (in == null) {
          throw new FileNotFoundException(file);
        }
        Files.write(target, in.readAllBytes());
      }
    }
    return folder;
  }
}
