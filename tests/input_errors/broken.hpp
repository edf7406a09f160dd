#pragma once

#include <vector>

/// One thing broken in the small world.
struct Broken {
  const char* file;
  const char* find;     ///< replaced once
  const char* replace;  ///< `@@` stands where the problem is expected, and is taken out
  const char* message;  ///< a part of it
};

/// All that `broken_inputs` has.
std::vector<Broken> broken_inputs();
