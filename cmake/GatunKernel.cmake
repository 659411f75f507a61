# How kernels are compiled, tested and put together into one shared library.
#
# gatun_add_kernel(NAME AREA area)
#     src/<area>/NAME.cpp        compiled with the base flags: exported functions, checks, dispatch
#     src/<area>/NAME.isa.inl    when there: compiled once per CPU tier, in `namespace gatun::GATUN_TIER`
#     test/NAME_test.c           when there: a ctest program
#     fuzz/NAME_fuzz.cpp         when there and GATUN_FUZZ is on: a libFuzzer program

include(CheckLinkerFlag)

if(WIN32 AND (MSVC OR NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang"))
    # GCC keeps AVX registers on a stack that it does not align there: https://gcc.gnu.org/PR54412
    message(FATAL_ERROR "On Windows Gatun needs Clang with the GNU driver, as in MSYS2's clang64 (set CC, CXX and "
        "CMAKE_GENERATOR=Ninja); this is ${CMAKE_CXX_COMPILER_ID}.")
endif()

set(GATUN_KERNELS_DIR "${PROJECT_SOURCE_DIR}/kernels-c")
set(GATUN_HEADER_DIR "${GATUN_KERNELS_DIR}/include/gatun")

# --- Platform -----------------------------------------------------------------------------------------------------

# GATUN_PLATFORM is the folder of the library inside the jar: <os>-<arch>.
string(TOLOWER "${CMAKE_SYSTEM_PROCESSOR}" processor)
if(processor MATCHES "^(x86_64|amd64)$")
    set(GATUN_ARCH x86_64)
elseif(processor MATCHES "^(aarch64|arm64)$")
    set(GATUN_ARCH aarch64)
else()
    message(FATAL_ERROR "Gatun has no kernels for the processor '${CMAKE_SYSTEM_PROCESSOR}'")
endif()
if(WIN32)
    set(GATUN_OS windows)
elseif(APPLE)
    set(GATUN_OS osx)
else()
    set(machine "${CMAKE_C_COMPILER_TARGET}")
    if(NOT machine)
        execute_process(COMMAND "${CMAKE_C_COMPILER}" -dumpmachine OUTPUT_VARIABLE machine)
    endif()
    if(machine MATCHES "musl")
        set(GATUN_OS linux-musl)
    else()
        set(GATUN_OS linux)
    endif()
endif()
set(GATUN_PLATFORM "${GATUN_OS}-${GATUN_ARCH}")

# --- CPU tiers ----------------------------------------------------------------------------------------------------

# A tier's name is also its namespace. The base flags hold for every file; a tier adds its own to them.
if(GATUN_ARCH STREQUAL "x86_64")
    set(GATUN_TIERS scalar avx2 avx512)
    set(GATUN_BASE_FLAGS -march=x86-64)
    set(GATUN_TIER_FLAGS_scalar)
    set(GATUN_TIER_FLAGS_avx2 -mavx2 -mbmi -mbmi2 -mlzcnt -mpopcnt -mfma)
    set(GATUN_TIER_FLAGS_avx512 ${GATUN_TIER_FLAGS_avx2}
        -mavx512f -mavx512bw -mavx512dq -mavx512vl -mavx512cd -mprefer-vector-width=512)
else()
    set(GATUN_TIERS scalar neon)
    set(GATUN_BASE_FLAGS)
    set(GATUN_TIER_FLAGS_scalar)
    set(GATUN_TIER_FLAGS_neon -DGATUN_NEON) # the compiler's flags are those of the scalar tier
endif()

# --- Flags --------------------------------------------------------------------------------------------------------

set(CMAKE_C_STANDARD 11)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin") # a Windows test finds the DLL beside itself
set(CMAKE_C_FLAGS_RELEASE "-O3 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -g1 -DNDEBUG")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g -fno-omit-frame-pointer")
# The library is linked by the C driver, and CMake would add the C++ runtime to that link.
set(CMAKE_CXX_IMPLICIT_LINK_LIBRARIES "")

add_library(gatun_flags INTERFACE)
target_include_directories(gatun_flags INTERFACE "${GATUN_KERNELS_DIR}/include")
target_compile_options(gatun_flags INTERFACE
    ${GATUN_BASE_FLAGS}
    -Wall -Wextra
    $<$<BOOL:${GATUN_WERROR}>:-Werror>
    -fno-math-errno
    -ffp-contract=off # a fused multiply-add rounds once, Java rounds twice
    "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=." # the same library from any directory
    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti -fno-threadsafe-statics>)
if(GATUN_FUZZ)
    set(GATUN_SANITIZE address,undefined)
    set(BUILD_TESTING OFF) # the C tests' programs lack the fuzzer's run-time library
    target_compile_options(gatun_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(GATUN_SANITIZE)
    set(sanitize -fsanitize=${GATUN_SANITIZE} -fno-sanitize-recover=all)
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        list(APPEND sanitize -fno-sanitize=function) # needs the C++ runtime
    endif()
    target_compile_options(gatun_flags INTERFACE ${sanitize})
    target_link_options(gatun_flags INTERFACE ${sanitize})
endif()

# --- Headers ------------------------------------------------------------------------------------------------------

# SHA-256 over the public headers in order of name, line ends as LF, so that a checkout on Windows has the same.
# Configures again when a header is added, changed or removed.
function(gatun_header_digest result)
    file(GLOB headers CONFIGURE_DEPENDS "${GATUN_HEADER_DIR}/*.h")
    list(SORT headers)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${headers})
    set(all "")
    foreach(header IN LISTS headers)
        file(READ "${header}" text)
        string(APPEND all "${text}")
    endforeach()
    string(REPLACE "\r\n" "\n" all "${all}")
    string(SHA256 digest "${all}")
    set(${result} "${digest}" PARENT_SCOPE)
endfunction()

# --- Sources, kernels, tests --------------------------------------------------------------------------------------

# Puts sources into the library, as one object library. TIER is the namespace of what headers bring along.
function(gatun_add_sources name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIER" "")
    add_library(gatun_${name} OBJECT ${arg_UNPARSED_ARGUMENTS})
    target_compile_definitions(gatun_${name} PRIVATE GATUN_TIER=${arg_TIER})
    target_compile_options(gatun_${name} PRIVATE ${GATUN_TIER_FLAGS_${arg_TIER}})
    target_link_libraries(gatun_${name} PRIVATE gatun_flags)
    target_include_directories(gatun_${name} PRIVATE "${GATUN_KERNELS_DIR}/src")
    set_target_properties(gatun_${name} PROPERTIES CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    set_property(GLOBAL APPEND PROPERTY GATUN_OBJECT_LIBRARIES gatun_${name})
endfunction()

# A plain C program test/NAME.c, linked to the library as a user's program is.
function(gatun_add_test name)
    set(source "${GATUN_KERNELS_DIR}/test/${name}.c")
    if(NOT BUILD_TESTING OR NOT EXISTS "${source}")
        return()
    endif()
    find_package(Threads REQUIRED)
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE gatun gatun_flags Threads::Threads $<$<NOT:$<BOOL:${WIN32}>>:m>)
    target_compile_options(${name} PRIVATE -fno-strict-aliasing) # one array holds weights of every type
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 900) # ThreadSanitizer with more workers than cores is slow
endfunction()

function(gatun_add_fuzzer name)
    set(source "${GATUN_KERNELS_DIR}/fuzz/${name}.cpp")
    if(NOT GATUN_FUZZ OR NOT EXISTS "${source}")
        return()
    endif()
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE gatun gatun_flags)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()

function(gatun_add_kernel name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "AREA" "")
    set(stem "${GATUN_KERNELS_DIR}/src/${arg_AREA}/${name}")
    gatun_add_sources(${name} "${stem}.cpp" TIER base)
    if(EXISTS "${stem}.isa.inl")
        foreach(tier IN LISTS GATUN_TIERS)
            set(stub "${PROJECT_BINARY_DIR}/tiers/${name}.${tier}.cpp")
            file(CONFIGURE OUTPUT "${stub}" CONTENT "#include \"${arg_AREA}/${name}.isa.inl\"\n")
            gatun_add_sources(${name}_${tier} "${stub}" TIER ${tier})
        endforeach()
    endif()
    gatun_add_test(${name}_test)
    gatun_add_fuzzer(${name}_fuzz)
endfunction()

# Gives kernels a library to include from and to be linked with.
function(gatun_use_library library)
    foreach(kernel IN LISTS ARGN)
        target_link_libraries(gatun_${kernel} PRIVATE ${library})
    endforeach()
    set_property(GLOBAL APPEND PROPERTY GATUN_LINK_LIBRARIES ${library})
endfunction()

# --- The library --------------------------------------------------------------------------------------------------

# The shared library of everything added before. Linked by the C driver, without a C++ runtime; exports gatun_* only.
function(gatun_add_library)
    get_property(parts GLOBAL PROPERTY GATUN_OBJECT_LIBRARIES)
    list(TRANSFORM parts REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE objects)
    add_library(gatun SHARED ${objects})
    target_include_directories(gatun INTERFACE
        $<BUILD_INTERFACE:${GATUN_KERNELS_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    get_property(libraries GLOBAL PROPERTY GATUN_LINK_LIBRARIES)
    target_link_libraries(gatun PRIVATE $<BUILD_INTERFACE:gatun_flags> ${libraries})
    set_target_properties(gatun PROPERTIES LINKER_LANGUAGE C INSTALL_NAME_DIR "@rpath" BUILD_WITH_INSTALL_NAME_DIR ON)
    if(APPLE)
        set(exports "${GATUN_KERNELS_DIR}/gatun.exports")
        target_link_options(gatun PRIVATE "LINKER:-exported_symbols_list,${exports}" LINKER:-dead_strip)
    elseif(NOT WIN32) # on Windows __declspec(dllexport) does it
        set(exports "${GATUN_KERNELS_DIR}/gatun.map")
        target_link_options(gatun PRIVATE "LINKER:--version-script,${exports}" LINKER:--gc-sections LINKER:-z,relro
            LINKER:-z,now)
        if(NOT GATUN_SANITIZE)
            target_link_options(gatun PRIVATE LINKER:-z,defs)
        endif()
    endif()
    set_target_properties(gatun PROPERTIES LINK_DEPENDS "${exports}")

    # The sanitizers bring a run-time library and symbols of their own.
    if(BUILD_TESTING AND UNIX AND NOT APPLE AND NOT GATUN_SANITIZE)
        add_test(NAME symbols COMMAND "${CMAKE_COMMAND}" "-DNM=${CMAKE_NM}" "-DREADELF=${CMAKE_READELF}"
            "-DLIBRARY=$<TARGET_FILE:gatun>" -P "${PROJECT_SOURCE_DIR}/cmake/check-symbols.cmake")
        add_test(NAME tiers COMMAND "${CMAKE_COMMAND}" -E env "NM=${CMAKE_NM}"
            "${PROJECT_SOURCE_DIR}/cmake/check-tiers.sh" "${PROJECT_BINARY_DIR}")
    endif()

    install(TARGETS gatun)
    install(DIRECTORY "${GATUN_HEADER_DIR}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

    # What cmake/package-native.cmake needs to know about this build.
    file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/gatun-native.cmake" CONTENT
        "set(platform \"${GATUN_PLATFORM}\")\nset(library \"$<TARGET_FILE:gatun>\")\nset(strip \"${CMAKE_STRIP}\")\n")
endfunction()
