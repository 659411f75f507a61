# For the Find modules beside this file: a package that is a header and static libraries, in the order of linking.
#
#     gatun_find_static(NAME HEADER file LIBRARIES names…)    target NAME::NAME
#
# A cross build takes none of the build machine's libraries: without a root path to look in, nothing is found.

include(FindPackageHandleStandardArgs)

macro(gatun_find_static name)
    cmake_parse_arguments(_arg "" "HEADER" "LIBRARIES" ${ARGN})
    set(_variables ${name}_INCLUDE_DIR)
    set(_libraries "")
    if(NOT CMAKE_CROSSCOMPILING OR CMAKE_FIND_ROOT_PATH OR CMAKE_SYSROOT)
        find_path(${name}_INCLUDE_DIR "${_arg_HEADER}")
        foreach(_library IN LISTS _arg_LIBRARIES)
            find_library(${name}_${_library}_LIBRARY "lib${_library}.a")
            list(APPEND _variables ${name}_${_library}_LIBRARY)
            list(APPEND _libraries "${${name}_${_library}_LIBRARY}")
        endforeach()
        mark_as_advanced(${_variables})
    endif()
    find_package_handle_standard_args(${name} REQUIRED_VARS ${_variables})
    if(${name}_FOUND AND NOT TARGET ${name}::${name})
        add_library(${name}::${name} INTERFACE IMPORTED)
        target_include_directories(${name}::${name} SYSTEM INTERFACE "${${name}_INCLUDE_DIR}")
        target_link_libraries(${name}::${name} INTERFACE ${_libraries})
    endif()
endmacro()
