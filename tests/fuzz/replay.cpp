#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <vector>

#include "bytes.hpp"
#include "tests/fuzz/yaml_mutation.hpp"
#include "tests/text.hpp"

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void give(const std::string& text) {
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

/// Some bytes are changed, taken away, doubled, or those of an extreme number.
std::string mutated_bytes(std::string text, std::mt19937_64& random) {
  for (auto times = 1 + random() % 8; times > 0 && !text.empty(); --times) {
    const auto at = random() % text.size(), length = std::min(1 + random() % 8, text.size() - at);
    switch (random() % 5) {
      case 0:
        text[at] = static_cast<char>(random());
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(random() % text.size(), text.substr(at, length));
        break;
      case 3:
        text.replace(at, length, std::string(length, '\xff'));
        break;
      default:
        text.replace(at, length, std::string(length, '\0'));
    }
  }
  return text;
}

/// Mutants of what was found and of the seeds, for so long; the file holds the last of them.
void mutate(const std::vector<std::string>& seeds, const fs::path& last,
            std::chrono::seconds time) {
  std::mt19937_64 random(std::random_device{}());
  std::size_t count = 0;
  for (const auto end = std::chrono::steady_clock::now() + time;
       std::chrono::steady_clock::now() < end; ++count) {
    const std::string& seed = seeds[random() % seeds.size()];
    const auto yaml = random() % 4 > 0 ? fuzz::mutated_yaml(seed, random) : std::nullopt;
    const std::string mutant = yaml ? *yaml : mutated_bytes(seed, random);
    std::ofstream(last, std::ios::binary) << mutant;
    give(mutant);
  }
  fs::remove(last);
  std::cout << count << " mutants\n";
}

}  // namespace

/// In place of libFuzzer where the compiler has none: gives the harness every file of the folders
/// once. With `--mutants SECONDS FILE` before them, then mutants of these for so long; FILE is left
/// with the one that ended it. A folder that is not there holds nothing; nothing at all is an
/// error.
int main(int argc, char** argv) {
  const bool more = argc > 3 && std::string(argv[1]) == "--mutants";
  std::vector<std::string> seeds;
  for (int i = more ? 4 : 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i]))
      continue;
    for (const fs::path& file : files_in(argv[i])) {
      std::cout << file.string() << std::endl;  // flushed: the last line names the one that crashed
      seeds.push_back(tests::text_of(file));
      give(seeds.back());
    }
  }
  if (more && !seeds.empty())
    mutate(seeds, argv[3], std::chrono::seconds(std::stoi(argv[2])));
  return seeds.empty() ? 1 : 0;
}
