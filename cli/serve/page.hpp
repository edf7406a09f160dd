#pragma once

#include <memory>
#include <string>
#include <vector>

namespace cli {

/// A file of the what-if page, part of the program.
struct PageFile {
  std::string address;  ///< "/", "/serve.js"
  std::string type;     ///< of its content
  std::shared_ptr<const std::string> text;
};

const std::vector<PageFile>& page_files();

}  // namespace cli
