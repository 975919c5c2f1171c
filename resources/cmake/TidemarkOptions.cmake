# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project shares: language, warnings, sanitizers, fast tools where they are installed.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Line tables and function names are what a stack trace needs; full debug information takes a quarter of the time.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

find_program(TIDEMARK_CCACHE ccache)
if(TIDEMARK_CCACHE)
  # A precompiled header is part of the key by its content: these are ccache's documented settings for it.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${TIDEMARK_CCACHE})
endif()
find_program(TIDEMARK_MOLD mold)
if(TIDEMARK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(tidemark_options INTERFACE)
target_compile_options(
  tidemark_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual 
                             -Wimplicit-fallthrough -Wno-missing-field-initializers)
if(TIDEMARK_WERROR)
  target_compile_options(tidemark_options INTERFACE -Werror)
endif()
if(TIDEMARK_SANITIZE)
  add_compile_options(-fsanitize=${TIDEMARK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O0 -g1)
  add_link_options(-fsanitize=${TIDEMARK_SANITIZE})
  # 180 test programs with the rooms in each are 28 GB.
  set(BUILD_SHARED_LIBS ON)
endif()
target_compile_definitions(tidemark_options INTERFACE TIDEMARK_VERSION="${PROJECT_VERSION}")
target_compile_definitions(tidemark_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
