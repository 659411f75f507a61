# Unpacks the sources of the codec libraries into OUT/<name>, once for all platforms.
#
#   cmake -DOUT=dir -P fetch-codecs.cmake
#
# From Debian's archive on Debian, from the project's release elsewhere; the other one when that cannot be reached.

set(archive http://deb.debian.org/debian/pool/main) # what comes is checked by its digest

# Sets `fetched` when the file at `url` has arrived and is the right one; else adds the reason to `failures`.
macro(try_download url digest)
    if(NOT fetched)
        file(DOWNLOAD "${url}" "${tarball}" STATUS status INACTIVITY_TIMEOUT 30 TLS_VERIFY ON)
        list(GET status 1 reason)
        file(SHA256 "${tarball}" actual)
        if(actual STREQUAL "${digest}")
            set(fetched TRUE)
        else()
            string(APPEND failures "\n  ${url}: ${reason}, SHA-256 ${actual}")
        endif()
    endif()
endmacro()

# What codecs.cmake calls for each of the libraries.
function(gatun_add_codec name)
    gatun_codec_arguments()
    set(stamp "${OUT}/${name}.sha256")
    if(EXISTS "${stamp}" AND EXISTS "${OUT}/${name}")
        file(READ "${stamp}" present)
        if(present STREQUAL arg_SHA256)
            return()
        endif()
    endif()
    message(STATUS "fetching ${name}")
    set(tarball "${OUT}/${name}.tar")
    set(fetched FALSE)
    set(failures "")
    if(EXISTS /etc/debian_version)
        try_download("${archive}/${arg_DEBIAN}" "${arg_DEBIAN_SHA256}")
        try_download("${arg_URL}" "${arg_SHA256}")
    else()
        try_download("${arg_URL}" "${arg_SHA256}")
        try_download("${archive}/${arg_DEBIAN}" "${arg_DEBIAN_SHA256}")
    endif()
    if(NOT fetched)
        message(FATAL_ERROR "no sources of ${name}:${failures}")
    endif()
    file(REMOVE_RECURSE "${OUT}/${name}" "${OUT}/unpacked")
    file(ARCHIVE_EXTRACT INPUT "${tarball}" DESTINATION "${OUT}/unpacked")
    file(GLOB top "${OUT}/unpacked/*")
    file(RENAME "${top}" "${OUT}/${name}")
    file(REMOVE_RECURSE "${OUT}/unpacked" "${tarball}")
    file(WRITE "${stamp}" "${arg_SHA256}")
endfunction()

include("${CMAKE_CURRENT_LIST_DIR}/codecs.cmake")
