include("${CMAKE_CURRENT_LIST_DIR}/GatunFindStatic.cmake")
gatun_find_static(zstd HEADER zstd.h LIBRARIES zstd)
