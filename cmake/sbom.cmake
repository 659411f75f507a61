# Adds the libraries that are linked into the native libraries to a CycloneDX SBOM that Maven made:
#
#   cmake -DSBOM=<bom.json> -P sbom.cmake
#
# They become components, and dependencies of gatun-bindings. An SBOM without gatun-bindings stays as it is.

cmake_minimum_required(VERSION 3.24)
if(NOT SBOM)
    message(FATAL_ERROR "-DSBOM=<bom.json> is missing")
elseif(NOT EXISTS "${SBOM}")
    message(FATAL_ERROR "${SBOM} is not there: the CycloneDX plugin does not work with Maven offline")
endif()

# The index in `dependencies` of gatun-bindings, empty when it is not there.
function(find_bindings json result)
    string(JSON count LENGTH "${json}" dependencies)
    set(found "")
    if(count GREATER 0)
        math(EXPR last "${count} - 1")
        foreach(i RANGE ${last})
            string(JSON ref GET "${json}" dependencies ${i} ref)
            if(ref MATCHES "^pkg:maven/dev\\.gatun/gatun-bindings@[^?]*\\?type=jar$")
                set(found ${i})
            endif()
        endforeach()
    endif()
    set(${result} "${found}" PARENT_SCOPE)
endfunction()

# What codecs.cmake calls for each of the libraries.
function(gatun_add_codec name)
    gatun_codec_arguments()
    if(NOT arg_URL MATCHES "^https://github\\.com/([^/]+/[^/]+)/")
        message(FATAL_ERROR "${name}: no package URL is known for ${arg_URL}")
    endif()
    set(ref "pkg:github/${CMAKE_MATCH_1}@v${arg_VERSION}")
    set(component "{
        \"type\": \"library\", \"bom-ref\": \"${ref}\", \"purl\": \"${ref}\",
        \"name\": \"${name}\", \"version\": \"${arg_VERSION}\",
        \"description\": \"Linked into the native libraries of gatun-bindings\", \"scope\": \"required\",
        \"licenses\": [{\"license\": {\"id\": \"${arg_LICENCE}\"}}],
        \"externalReferences\": [{\"type\": \"source-distribution\", \"url\": \"${arg_URL}\",
            \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"${arg_SHA256}\"}]}]}")
    string(JSON count LENGTH "${json}" components)
    string(JSON json SET "${json}" components ${count} "${component}")
    string(JSON count LENGTH "${json}" dependencies ${bindings} dependsOn)
    string(JSON json SET "${json}" dependencies ${bindings} dependsOn ${count} "\"${ref}\"")
    string(JSON count LENGTH "${json}" dependencies)
    string(JSON json SET "${json}" dependencies ${count} "{\"ref\": \"${ref}\", \"dependsOn\": []}")
    set(json "${json}" PARENT_SCOPE)
endfunction()

file(READ "${SBOM}" json)
find_bindings("${json}" bindings)
if(NOT bindings STREQUAL "" AND NOT json MATCHES "native libraries of gatun-bindings") # not a second time
    include("${CMAKE_CURRENT_LIST_DIR}/codecs.cmake")
    file(WRITE "${SBOM}" "${json}\n")
endif()
