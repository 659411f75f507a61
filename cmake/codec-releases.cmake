# The releases of the codec libraries that are built from sources, by digest. DEBIAN is the same release in Debian's
# package archive, for machines that reach no other: the same file, or (zstd) one whose lib/ is the same.

set(zstd_URL https://github.com/facebook/zstd/releases/download/v1.5.4/zstd-1.5.4.tar.gz)
set(zstd_SHA256 0f470992aedad543126d06efab344dc5f3e171893810455787d38347343a4424)
set(zstd_DEBIAN libz/libzstd/libzstd_1.5.4+dfsg2.orig.tar.xz)
set(zstd_DEBIAN_SHA256 8cf4bbb65e77ec348d052c8d6230eba66d435bddf64c8b5be2fcb16880c19953)

set(libdeflate_URL https://github.com/ebiggers/libdeflate/archive/refs/tags/v1.14.tar.gz)
set(libdeflate_SHA256 89e7df898c37c3427b0f39aadcf733731321a278771d20fc553f92da8d4808ac)
set(libdeflate_DEBIAN libd/libdeflate/libdeflate_1.14.orig.tar.gz)
set(libdeflate_DEBIAN_SHA256 ${libdeflate_SHA256})

set(brotli_URL https://github.com/google/brotli/archive/refs/tags/v1.0.9.tar.gz)
set(brotli_SHA256 f9e8d81d0405ba66d181529af42a3354f838c939095ff99930da6aa9cdf6fe46)
set(brotli_DEBIAN b/brotli/brotli_1.0.9.orig.tar.gz)
set(brotli_DEBIAN_SHA256 ${brotli_SHA256})
