# Lays the native library out as the jar carries it:
#   OUT/<platform>/<library file>
#   OUT/<platform>/native.properties    file=<name of the library file>, sha256=<its digest>
#
# An index for each platform, so that jars with a platform each can stand beside one another on a class path.
#
#   cmake -DBUILD=<CMake build directory> -DOUT=<dir> -P package-native.cmake    the library just built, stripped
#   cmake -DPREBUILT=<dir>                -DOUT=<dir> -P package-native.cmake    every <dir>/<platform>/ as it is

function(add_platform platform library strip)
    get_filename_component(name "${library}" NAME)
    file(MAKE_DIRECTORY "${OUT}/${platform}")
    set(copy "${OUT}/${platform}/${name}")
    file(COPY_FILE "${library}" "${copy}")
    if(strip)
        execute_process(COMMAND ${strip} "${copy}" COMMAND_ERROR_IS_FATAL ANY)
    endif()
    file(SHA256 "${copy}" digest)
    file(WRITE "${OUT}/${platform}/native.properties" "file=${name}\nsha256=${digest}\n")
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
    if(NOT folders)
        message(FATAL_ERROR "${PREBUILT} holds no platform folders, such as linux-x86_64")
    endif()
else()
    include("${BUILD}/gatun-native.cmake") # platform, library, strip
    add_platform("${platform}" "${library}" "${strip}")
endif()
