/// The native library: found, verified, opened, and bound.
///
/// The only module of the project that calls restricted methods of the Foreign Function & Memory
/// API, so the only one that needs `--enable-native-access=dev.gatun.bindings`. Not an API: only
/// `dev.gatun` may use it.
module dev.gatun.bindings {
  requires static org.jspecify;

  exports dev.gatun.bindings to
      dev.gatun;
  exports dev.gatun.bindings.generated to
      dev.gatun;
}
