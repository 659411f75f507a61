include("${CMAKE_CURRENT_LIST_DIR}/GatunFindStatic.cmake")
gatun_find_static(brotli HEADER brotli/decode.h LIBRARIES brotlidec brotlicommon)
