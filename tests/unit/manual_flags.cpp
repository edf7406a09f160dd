#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <string>

#include "analysis/register/register_view.hpp"

/// The table "What is listed" in the manual has the flags of a register: all, and no others.
namespace {

using analysis::Flag;

TEST(Manual, HasEveryFlagOfARegister) {
  std::set<std::string> flags, rows;
  for (int flag = 0; flag < static_cast<int>(Flag::count); ++flag)
    flags.emplace(analysis::word_of(static_cast<Flag>(flag)));
  std::ifstream page(SOURCE_DIR "/docs/formats/register.md");
  for (std::string line; std::getline(page, line);)
    if (line.starts_with("| `"))
      rows.insert(line.substr(3, line.find('`', 3) - 3));
  EXPECT_EQ(rows, flags);
}

}  // namespace
