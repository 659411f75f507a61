# ctest "symbols": what the linker could get wrong without any test of behaviour noticing (ELF only).
#
#   cmake -DNM=nm -DREADELF=readelf -DLIBRARY=libgatun.so -P check-symbols.cmake

function(run result)
    execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX REPLACE "\n$" "" output "${output}")
    string(REPLACE "\n" ";" output "${output}")
    set(${result} "${output}" PARENT_SCOPE)
endfunction()

# The library exports gatun_* and nothing else.
run(exports "${NM}" -D --defined-only "${LIBRARY}")
foreach(symbol IN LISTS exports)
    if(NOT symbol MATCHES " T gatun_")
        message(SEND_ERROR "exported, and is not a gatun_ function: ${symbol}")
    endif()
endforeach()

# It needs the C library only.
run(dynamic "${READELF}" -d "${LIBRARY}")
foreach(entry IN LISTS dynamic)
    if(entry MATCHES "NEEDED.*\\[([^]]+)\\]")
        set(needed "${CMAKE_MATCH_1}")
        if(NOT needed MATCHES "^(libc|libm|libpthread|ld-)") # libpthread is a part of the older glibc
            message(SEND_ERROR "the library needs ${needed}")
        endif()
    endif()
endforeach()
