# Lays the native library out as the jar carries it:
#   OUT/<os>-<arch>/<library file>
#   OUT/native.properties      <os>-<arch>.file=<name>, <os>-<arch>.sha256=<digest> for each platform
#
#   cmake -DBUILD=<CMake build directory> -DOUT=<dir> -P package-native.cmake    the library just built, stripped
#   cmake -DPREBUILT=<dir>                -DOUT=<dir> -P package-native.cmake    every <dir>/<os>-<arch>/ as it is

set(properties "")

function(add_platform platform library strip)
    get_filename_component(name "${library}" NAME)
    file(MAKE_DIRECTORY "${OUT}/${platform}")
    set(copy "${OUT}/${platform}/${name}")
    file(COPY_FILE "${library}" "${copy}")
    if(strip)
        execute_process(COMMAND ${strip} "${copy}" COMMAND_ERROR_IS_FATAL ANY)
    endif()
    file(SHA256 "${copy}" digest)
    set(properties "${properties}${platform}.file=${name}\n${platform}.sha256=${digest}\n" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${OUT}")
if(PREBUILT)
    file(GLOB folders LIST_DIRECTORIES true RELATIVE "${PREBUILT}" "${PREBUILT}/*-*")
    list(SORT folders)
    foreach(platform IN LISTS folders)
        file(GLOB libraries "${PREBUILT}/${platform}/libgatun.*")
        list(LENGTH libraries count)
        if(NOT count EQUAL 1)
            message(FATAL_ERROR "${PREBUILT}/${platform} must hold one libgatun, found: ${libraries}")
        endif()
        add_platform("${platform}" "${libraries}" "")
    endforeach()
    if(NOT properties)
        message(FATAL_ERROR "${PREBUILT} holds no <os>-<arch> folders")
    endif()
else()
    include("${BUILD}/gatun-native.cmake") # platform, library, strip
    add_platform("${platform}" "${library}" "${strip}")
endif()
file(WRITE "${OUT}/native.properties" "${properties}")
