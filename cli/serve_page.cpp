#include "cli/serve_page.hpp"

namespace cli {

const std::vector<PageFile>& page_files() {
  static const std::vector<PageFile> files = {
      {"/", "text/html; charset=utf-8", "<!doctype html><title>uitwijk</title>"}};
  return files;
}

}  // namespace cli
