/// The `gatun` command.
module dev.gatun.cli {
  requires dev.gatun;
  requires info.picocli;
  requires java.logging;

  opens dev.gatun.cli to
      info.picocli;
}
