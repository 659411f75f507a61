# Loaded by CMake behind its own rules for macOS, which it replaces.
set(CMAKE_C_CREATE_SHARED_LIBRARY "\"${CMAKE_CURRENT_LIST_DIR}/../zig/zig-dylib\" -arch ${macos_arch}\
 -platform_version macos ${macos_version} ${macos_version} <LINK_FLAGS>\
 -install_name <TARGET_INSTALLNAME_DIR><TARGET_SONAME> -o <TARGET> <OBJECTS> <LINK_LIBRARIES>")
