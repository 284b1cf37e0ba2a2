# find_package(loyalty) gives two targets: loyalty::loyalty, the shared library, and loyalty::static. The folder may be moved.
get_filename_component(_loyalty_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

if(NOT TARGET loyalty::loyalty)
  add_library(loyalty::loyalty SHARED IMPORTED)
  set_target_properties(loyalty::loyalty PROPERTIES
    IMPORTED_LOCATION "${_loyalty_prefix}/lib/libloyalty.so.@VERSION@"
    IMPORTED_SONAME "libloyalty.so.@MAJOR@"
    INTERFACE_INCLUDE_DIRECTORIES "${_loyalty_prefix}/include")

  add_library(loyalty::static STATIC IMPORTED)
  set_target_properties(loyalty::static PROPERTIES
    IMPORTED_LOCATION "${_loyalty_prefix}/lib/libloyalty.a"
    INTERFACE_INCLUDE_DIRECTORIES "${_loyalty_prefix}/include"
    INTERFACE_LINK_LIBRARIES "pthread;m;dl")
endif()

unset(_loyalty_prefix)
