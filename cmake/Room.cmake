# A library that one room finds is also found where that room is linked.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)

# A room is one static library of all .cpp in its folder; warnings are errors on our own code only.
# -Wrestrict is off: g++ 12 sees overlaps in `"text" + std::string` that are not there (GCC PR 105651).
add_library(uitwijk_warnings INTERFACE)
target_compile_options(uitwijk_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                  -Wno-sign-conversion -Wno-restrict -Wno-stringop-overflow -Werror)

function(room name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE uitwijk_warnings)
endfunction()
