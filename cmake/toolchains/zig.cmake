# What the toolchain files of the platforms have in common: zig's Clang for the target that `target` names. zig brings
# the headers and stubs of every C library along, so there is no system root.
#
# The wrappers take zig from $ZIG or PATH; cmake/natives.sh sets it.

set(zig_dir "${CMAKE_CURRENT_LIST_DIR}/../zig")
cmake_path(NORMAL_PATH zig_dir)
set(CMAKE_C_COMPILER "${zig_dir}/zig-cc")
set(CMAKE_CXX_COMPILER "${zig_dir}/zig-c++")
set(CMAKE_ASM_COMPILER "${zig_dir}/zig-cc")
set(CMAKE_AR "${zig_dir}/zig-ar" CACHE FILEPATH "")
set(CMAKE_RANLIB "${zig_dir}/zig-ranlib" CACHE FILEPATH "")
set(CMAKE_C_COMPILER_TARGET "${target}")
set(CMAKE_CXX_COMPILER_TARGET "${target}")
set(CMAKE_ASM_COMPILER_TARGET "${target}")

foreach(language C CXX)
    set(CMAKE_${language}_FLAGS_INIT "-fno-sanitize=all") # zig has traps for undefined behaviour in debug builds
endforeach()

# Nothing is stripped afterwards: that would break the signature of a macOS library.
set(CMAKE_SHARED_LINKER_FLAGS_INIT "-s")
if(CMAKE_SYSTEM_NAME STREQUAL "Darwin")
    set(CMAKE_USER_MAKE_RULES_OVERRIDE_C "${CMAKE_CURRENT_LIST_DIR}/zig-dylib.cmake")
endif()

if(CMAKE_SYSTEM_NAME STREQUAL "Windows")
    set(memory "${CMAKE_BINARY_DIR}/msvcrt-memory.a")
    if(NOT EXISTS "${memory}")
        execute_process(COMMAND "${zig_dir}/zig-dlltool" -m "${dlltool_machine}" -l "${memory}"
            -d "${zig_dir}/msvcrt-memory.def" COMMAND_ERROR_IS_FATAL ANY)
    endif()
    set(CMAKE_C_STANDARD_LIBRARIES "\"${memory}\"" CACHE STRING "")
endif()

# No header, library or program of the build machine is one of the target.
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
