#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// A file of the what-if page, part of the program.
struct PageFile {
  std::string address;  ///< "/", "/serve.js"
  std::string type;     ///< of its content
  std::string_view bytes;
};

const std::vector<PageFile>& page_files();

}  // namespace cli
