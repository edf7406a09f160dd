#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "bytes.hpp"

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void replay(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  std::cout << file.string() << std::endl;  // flushed: the last line names the one that crashed
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

/// In place of libFuzzer where the compiler has none: runs every file of the folders once. A folder
/// that is not there holds nothing; nothing at all is an error.
int main(int argc, char** argv) {
  int count = 0;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i]))
      continue;
    for (const fs::path& file : files_in(argv[i])) {
      replay(file);
      ++count;
    }
  }
  return count > 0 ? 0 : 1;
}
