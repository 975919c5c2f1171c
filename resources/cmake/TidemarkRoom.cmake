# SPDX-License-Identifier: GPL-3.0-or-later
# Half of what a file of a room costs to compile is the standard library: it is compiled once.
add_library(tidemark_precompiled OBJECT ${CMAKE_CURRENT_LIST_DIR}/precompiled.cpp)
target_link_libraries(tidemark_precompiled PRIVATE tidemark_options)
target_precompile_headers(tidemark_precompiled PRIVATE ${CMAKE_CURRENT_LIST_DIR}/precompiled.h)

# tidemark_room(NAME [LINK libs…] [PRIVATE libs…] [OWN_PRECOMPILED]): a room is a library of all .cpp and .h files
# of its folder (subfolders included unless they have a CMakeLists.txt of their own). Includes are written from the
# project's top. OWN_PRECOMPILED: the room names its precompiled header itself. With the sanitizers a room is compiled in
# batches of files, which takes a third of the time; APART names the files whose local names others of the room have too
# (a redefinition there: add the file). ALL_APART: so many local functions are overloads of each other's names that a
# batch would call others than a file alone.
function(tidemark_room name)
  cmake_parse_arguments(ROOM "OWN_PRECOMPILED;ALL_APART" "" "LINK;PRIVATE;APART" ${ARGN})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  file(GLOB_RECURSE inner CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
  foreach(list ${inner})
    get_filename_component(folder ${list} DIRECTORY)
    list(FILTER files EXCLUDE REGEX "^${folder}/")
  endforeach()
  set(sources ${files})
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  if(sources)
    add_library(${name} ${files})
    set_target_properties(${name} PROPERTIES DEFINE_SYMBOL "")
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ROOM_LINK} PRIVATE tidemark_options ${ROOM_PRIVATE})
    if(TIDEMARK_SANITIZE AND NOT ROOM_ALL_APART)
      set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
      target_compile_options(${name} PRIVATE -Wno-shadow)
      set_source_files_properties(${ROOM_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
    if(NOT ROOM_OWN_PRECOMPILED)
      target_precompile_headers(${name} REUSE_FROM tidemark_precompiled)
    endif()
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${ROOM_LINK})
  endif()
endfunction()

# A room that uses Qt: moc.
function(tidemark_qt_room name)
  tidemark_room(${name} ${ARGN})
  get_target_property(type ${name} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_compile_definitions(
      ${name} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_STRICT_ITERATORS
                      QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
  endif()
endfunction()
