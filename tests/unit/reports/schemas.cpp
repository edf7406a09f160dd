#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <set>

#include "results/schemas.hpp"
#include "tests/text.hpp"

namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

std::set<std::string> found(const std::string& text, const char* pattern) {
  const std::regex name(pattern);
  std::set<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at)
    out.insert(at->str());
  return out;
}

std::set<std::string> registered() {
  std::set<std::string> out;
  for (const results::SchemaName& one : results::schemas)
    out.emplace(one.name);
  return out;
}

/// All pages together.
std::string manual() {
  std::string out;
  for (const auto& entry : fs::recursive_directory_iterator(SOURCE_DIR "/docs"))
    if (entry.path().extension() == ".md")
      out += tests::text_of(entry.path());
  return out;
}

TEST(Schemas, AreThoseOfTheManual) {
  EXPECT_EQ(found(manual(), "uitwijk/[a-z-]+/[0-9]+"), registered());
}

bool is_source(const fs::path& file) {
  return file.extension() == ".cpp" || file.extension() == ".hpp";
}

TEST(Schemas, HaveTheirNamesInOnePlace) {
  std::vector<std::string> elsewhere;
  for (const char* const room :
       {"models", "scenarios", "sim", "results", "analysis", "studies", "reports", "cli"})
    if (fs::exists(fs::path(SOURCE_DIR) / room))
      for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / room))
        if (is_source(entry.path()) && entry.path().filename() != "schemas.hpp" &&
            !found(tests::text_of(entry.path()), "\"uitwijk/[a-z-]+/[0-9]+\"").empty())
          elsewhere.push_back(entry.path().string());
  EXPECT_THAT(elsewhere, IsEmpty());
}

}  // namespace
