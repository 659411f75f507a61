# The libraries behind the codec kernels, as the target gatun_codecs: zstd, libdeflate and brotli, decompressors only.
#
# Each comes from the first of these that is there:
#     -DFETCHCONTENT_SOURCE_DIR_<NAME>=DIR    an unpacked source package (cross builds, builds without a network)
#     static libraries of the system          Debian: libzstd-dev libdeflate-dev libbrotli-dev
#     the release named in codecs.cmake       downloaded; -DFETCHCONTENT_TRY_FIND_PACKAGE_MODE=NEVER asks for it
#
# From sources, a list of files is compiled here: it is the same for every release, the projects' own build files are
# not, and they build and install far more than a decompressor.

include(FetchContent)
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}") # FindNAME.cmake

add_library(gatun_codecs INTERFACE)

# What codecs.cmake calls for each of them.
function(gatun_add_codec name)
    gatun_codec_arguments()
    FetchContent_Declare(${name}
        URL "${arg_URL}"
        URL_HASH SHA256=${arg_SHA256}
        DOWNLOAD_EXTRACT_TIMESTAMP OFF
        SOURCE_SUBDIR has-no-cmake-lists # only to be unpacked
        FIND_PACKAGE_ARGS MODULE QUIET)
    FetchContent_MakeAvailable(${name})
    if(NOT TARGET ${name}::${name})
        list(TRANSFORM arg_SOURCES PREPEND "${${name}_SOURCE_DIR}/")
        list(TRANSFORM arg_INCLUDE PREPEND "${${name}_SOURCE_DIR}/")
        file(GLOB sources CONFIGURE_DEPENDS ${arg_SOURCES})
        if(NOT sources)
            message(FATAL_ERROR "${${name}_SOURCE_DIR} holds no sources of ${name}")
        endif()
        add_library(gatun_${name} STATIC EXCLUDE_FROM_ALL ${sources})
        set_target_properties(gatun_${name} PROPERTIES C_VISIBILITY_PRESET hidden)
        target_include_directories(gatun_${name} SYSTEM PUBLIC ${arg_INCLUDE})
        target_compile_definitions(gatun_${name} PRIVATE ${arg_DEFINITIONS})
        if(GATUN_ARCH STREQUAL "x86_64" AND CMAKE_C_COMPILER_ID MATCHES "Clang")
            target_compile_options(gatun_${name} PRIVATE ${arg_CLANG_X86_OPTIONS})
        endif()
        target_compile_options(gatun_${name} PRIVATE ${GATUN_BASE_FLAGS} -w
            "-ffile-prefix-map=${${name}_SOURCE_DIR}=${name}")
        add_library(${name}::${name} ALIAS gatun_${name})
        message(STATUS "${name}: from ${${name}_SOURCE_DIR}")
    endif()
    target_link_libraries(gatun_codecs INTERFACE ${name}::${name})
endfunction()

include("${CMAKE_CURRENT_LIST_DIR}/codecs.cmake")
