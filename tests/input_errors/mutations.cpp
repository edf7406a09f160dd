#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <string_view>

#include "scenarios/read_scenario.hpp"
#include "small_world.hpp"

/// Whatever is in the files, reading gives a study or InvalidInput with problems, and ends.
namespace {

using small_world::Texts;

constexpr int mutants = 3000;

/// Small changes that reach into the grammar more often than random bytes do.
void mutate(std::string& text, std::mt19937_64& random) {
  using namespace std::string_view_literals;
  static constexpr std::string_view pieces[] = {
      "{",    "}",    "[",   "]",    ":",    ": ",   ",",     "-",     "- ",      "\n",
      "  ",   "\t",   "\"",  "'",    "#",    "&a ",  "*a",    "!x ",   "|",       ">",
      "?",    "? ",   "~",   "<<",   "%",    "@",    "0",     "-1",    "---\n",   "...\n",
      "null", "true", "all", "\0"sv, "\xff", "\xc3", "1e999", "value", "value: ", "range: "};
  const std::size_t at = random() % (text.size() + 1);
  const std::size_t other = random() % (text.size() + 1);
  const std::size_t length = 1 + random() % 12;
  switch (random() % 5) {
    case 0:
      text.insert(at, pieces[random() % std::size(pieces)]);
      break;
    case 1:
      text.erase(at, length);
      break;
    case 2:
      text.insert(at, text.substr(other, length * 4));
      break;
    case 3:
      text.resize(at > text.size() / 2 ? at : text.size());
      break;
    default:
      if (at < text.size())
        text[at] = static_cast<char>(random());
  }
}

bool reads_or_refuses(const small_world::Folder& folder, const Texts& texts) {
  folder.write(texts);
  try {
    scenarios::read_scenario(folder.scenario());
    return true;
  } catch (const models::InvalidInput& e) {
    EXPECT_FALSE(e.problems().empty());
    for (const auto& problem : e.problems())
      EXPECT_FALSE(problem.message.empty());
    return false;
  }
}

TEST(Mutations, EitherReadOrAreRefused) {
  const small_world::Folder folder;
  const Texts whole = small_world::texts();
  std::mt19937_64 random(20190624);
  int read = 0;
  for (int i = 0; i < mutants; ++i) {
    Texts texts = whole;
    auto victim = std::next(texts.begin(), std::ptrdiff_t(random() % texts.size()));
    for (std::uint64_t n = 1 + random() % 4; n > 0; --n)
      mutate(victim->second, random);
    SCOPED_TRACE(fmt::format("mutant {} of {}", i, victim->first));
    read += reads_or_refuses(folder, texts) ? 1 : 0;
  }
  EXPECT_GT(read, 0) << "mutations should leave some files valid";
  EXPECT_LT(read, mutants / 2) << "mutations should break most files";
}

}  // namespace
