# The releases of the libraries behind the codec kernels. GatunCodecs.cmake builds them, fetch-codecs.cmake fetches
# their sources, sbom.cmake names them: each has a function gatun_add_codec before it includes this.
#
# gatun_add_codec(NAME VERSION version LICENCE spdx URL url SHA256 digest DEBIAN file DEBIAN_SHA256 digest
#                 INCLUDE dirs… SOURCES patterns… [DEFINITIONS macros…] [CLANG_X86_OPTIONS options…])
#
# DEBIAN is the same release in Debian's package archive, for machines that reach no other: the same file, or (zstd)
# one whose lib/ is the same. URL and DEBIAN have <version> in them; directories and patterns are from the top of the
# sources.

macro(gatun_codec_arguments) # arg_VERSION and so on, in such a function
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "VERSION;LICENCE;URL;SHA256;DEBIAN;DEBIAN_SHA256"
        "INCLUDE;SOURCES;DEFINITIONS;CLANG_X86_OPTIONS")
    string(REPLACE "<version>" "${arg_VERSION}" arg_URL "${arg_URL}")
    string(REPLACE "<version>" "${arg_VERSION}" arg_DEBIAN "${arg_DEBIAN}")
endmacro()

# It marks its functions visible and looks for tracing functions in the process, unless told otherwise.
gatun_add_codec(zstd
    VERSION 1.5.4
    LICENCE BSD-3-Clause
    URL https://github.com/facebook/zstd/releases/download/v<version>/zstd-<version>.tar.gz
    SHA256 0f470992aedad543126d06efab344dc5f3e171893810455787d38347343a4424
    DEBIAN libz/libzstd/libzstd_<version>+dfsg2.orig.tar.xz
    DEBIAN_SHA256 8cf4bbb65e77ec348d052c8d6230eba66d435bddf64c8b5be2fcb16880c19953
    INCLUDE lib
    SOURCES lib/common/*.c lib/decompress/*.c lib/decompress/*.S
    DEFINITIONS ZSTDLIB_VISIBLE= ZSTDERRORLIB_VISIBLE= ZSTD_TRACE=0)
# It asks __has_builtin whether its code for PCLMUL and BMI2 can be compiled; newer Clangs answer for the base CPU, no,
# although the functions name their own. Without them gzip takes 2.5 times as long.
gatun_add_codec(libdeflate
    VERSION 1.14
    LICENCE MIT
    URL https://github.com/ebiggers/libdeflate/archive/refs/tags/v<version>.tar.gz
    SHA256 89e7df898c37c3427b0f39aadcf733731321a278771d20fc553f92da8d4808ac
    DEBIAN libd/libdeflate/libdeflate_<version>.orig.tar.gz
    DEBIAN_SHA256 89e7df898c37c3427b0f39aadcf733731321a278771d20fc553f92da8d4808ac
    INCLUDE .
    SOURCES lib/utils.c lib/crc32.c lib/deflate_decompress.c lib/gzip_decompress.c lib/*/cpu_features.c
    CLANG_X86_OPTIONS "-D__has_builtin(x)=1")
gatun_add_codec(brotli
    VERSION 1.0.9
    LICENCE MIT
    URL https://github.com/google/brotli/archive/refs/tags/v<version>.tar.gz
    SHA256 f9e8d81d0405ba66d181529af42a3354f838c939095ff99930da6aa9cdf6fe46
    DEBIAN b/brotli/brotli_<version>.orig.tar.gz
    DEBIAN_SHA256 f9e8d81d0405ba66d181529af42a3354f838c939095ff99930da6aa9cdf6fe46
    INCLUDE c/include
    SOURCES c/common/*.c c/dec/*.c)
