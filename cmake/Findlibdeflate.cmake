include("${CMAKE_CURRENT_LIST_DIR}/GatunFindStatic.cmake")
gatun_find_static(libdeflate HEADER libdeflate.h LIBRARIES deflate)
