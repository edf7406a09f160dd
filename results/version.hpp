#pragma once

#include <map>
#include <string>

namespace results {

/// "0.1.0".
std::string version();
/// The commit that the program was built from, "-dirty" when the tree had changes, or "unknown".
std::string commit();
/// Of the libraries that can move a number or a byte of a result.
std::map<std::string, std::string> library_versions();

}  // namespace results
