# A library that one room finds is also found where that room is linked.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)

# A room is one static library of all .cpp in its folder and below; warnings are errors on our own code only.
# Three warnings are off because g++ 12 at -O3 sees in std::string and fmt what is not there:
# overlaps in `"text" + std::string` (GCC PR 105651), writes past a buffer, reads of what is unset; with
# headers compiled beforehand, when it no longer knows which lines are the system's, bounds too.
add_library(uitwijk_warnings INTERFACE)
target_compile_options(uitwijk_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
                                                  -Wno-sign-conversion -Wno-restrict
                                                  -Wno-stringop-overflow -Wno-maybe-uninitialized
                                                  -Werror)
# Compiled together, a name of one file shadows none of another, and is known to no third.
if(CMAKE_UNITY_BUILD)
  target_compile_options(uitwijk_warnings INTERFACE -Wshadow=local -Wno-subobject-linkage)
else()
  target_compile_options(uitwijk_warnings INTERFACE -Wshadow)
endif()
if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
  target_compile_options(uitwijk_warnings INTERFACE -Wno-array-bounds -Wno-stringop-overread)
endif()

# Where nothing is simulated or estimated, time goes to compiling rather than to running.
add_library(cold_code INTERFACE)
target_compile_options(cold_code INTERFACE $<$<CONFIG:Release>:-O1>)

# Read once for a target and not once for each of its files, which include what they use all the same:
# the fuzz build does without, one file at a time, and so finds what a file forgot.
set(often_included <algorithm> <array> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span>
                   <sstream> <stdexcept> <string> <string_view> <variant> <vector> <fmt/format.h> <fmt/ranges.h>)

# Where CMAKE_UNITY_BUILD is on (preset release), files of one folder are compiled eight at a time: half of the
# processor time. So a name in an anonymous namespace occurs once in a folder.
function(compile_by_folder target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    get_filename_component(folder ${source} DIRECTORY)
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${folder})
    string(MAKE_C_IDENTIFIER "${folder}" folder)
    list(APPEND files_of_${folder} ${source})
    list(LENGTH files_of_${folder} position)
    math(EXPR group "(${position} - 1) / 8")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder}_${group})
  endforeach()
endfunction()

# Files and folders below that belong to another target are given after the name.
function(room name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  foreach(other IN LISTS ARGN)
    list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${other}(/|$)")
  endforeach()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE uitwijk_warnings)
  target_precompile_headers(${name} PRIVATE ${often_included})
  compile_by_folder(${name})
endfunction()
