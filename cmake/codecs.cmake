# The releases of the libraries behind the codec kernels: GatunCodecs.cmake builds them, sbom.cmake names them.
#
# gatun_add_codec(NAME VERSION version LICENCE spdx URL url SHA256 digest INCLUDE dirs… SOURCES patterns…)
# URL has <version> in it; directories and patterns are from the top of the sources.

gatun_add_codec(zstd
    VERSION 1.5.4
    LICENCE BSD-3-Clause
    URL https://github.com/facebook/zstd/releases/download/v<version>/zstd-<version>.tar.gz
    SHA256 0f470992aedad543126d06efab344dc5f3e171893810455787d38347343a4424
    INCLUDE lib
    SOURCES lib/common/*.c lib/decompress/*.c lib/decompress/*.S)
gatun_add_codec(libdeflate
    VERSION 1.14
    LICENCE MIT
    URL https://github.com/ebiggers/libdeflate/archive/refs/tags/v<version>.tar.gz
    SHA256 89e7df898c37c3427b0f39aadcf733731321a278771d20fc553f92da8d4808ac
    INCLUDE .
    SOURCES lib/utils.c lib/crc32.c lib/deflate_decompress.c lib/gzip_decompress.c lib/*/cpu_features.c)
gatun_add_codec(brotli
    VERSION 1.0.9
    LICENCE MIT
    URL https://github.com/google/brotli/archive/refs/tags/v<version>.tar.gz
    SHA256 f9e8d81d0405ba66d181529af42a3354f838c939095ff99930da6aa9cdf6fe46
    INCLUDE c/include
    SOURCES c/common/*.c c/dec/*.c)
