#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "cli/serve/words.hpp"
#include "reports/words/campaign_words.hpp"
#include "reports/words/graph_words.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/register_words.hpp"
#include "reports/words/table_words.hpp"
#include "reports/words/words.hpp"

namespace {

using reports::Count;
using reports::Language;
using testing::IsEmpty;

TEST(Plural, OneIsAlone) {
  EXPECT_EQ(reports::plural(1, "day", "days"), "day");
  for (const double n : {0.0, 0.5, 2.0, 21.0})
    EXPECT_EQ(reports::plural(n, "day", "days"), "days");
}

TEST(Plural, IsChosenInAPhrase) {
  const std::string text = "{0} {0:dag|dagen} oud op {1}";
  EXPECT_EQ(fmt::format(fmt::runtime(text), Count(1), "maandag"), "1 dag oud op maandag");
  EXPECT_EQ(fmt::format(fmt::runtime(text), Count(1234, "1.234"), "x"), "1.234 dagen oud op x");
  EXPECT_THROW((void)fmt::format(fmt::runtime("{:days}"), Count(1)), fmt::format_error);
}

std::vector<std::pair<std::string, reports::Phrase>> all_phrases() {
  std::vector<std::pair<std::string, reports::Phrase>> out;
  for (const auto& tables :
       {reports::word_tables(), reports::planning_word_tables(), reports::table_word_tables(),
        reports::campaign_word_tables(), reports::register_word_tables(),
        reports::graph_word_tables(), cli::serve_word_tables()})
    for (const reports::Phrases* const phrases : tables)
      out.insert(out.end(), phrases->begin(), phrases->end());
  return out;
}

/// What stands in the gaps, of a phrase of which each gap is a count.
std::string told(const std::string& text, double n) {
  static const std::regex choice(R"(\{\w*:([^|}]*)\|([^}]*)\})"), other(R"(\{\w*(:[^}]*)?\})");
  const std::string words = std::regex_replace(text, choice, n == 1 ? "$1" : "$2");
  return std::regex_replace(words, other, fmt::format("{:g}", n));
}

/// The phrase as the library fills it in, every gap with the same count.
std::string filled(const std::string& text, double n) {
  static const std::regex number(R"(\{(\w*):[^}|]*\})");  // {2:.1f}: a number of another kind
  const std::string counts = std::regex_replace(text, number, "{$1}");
  const Count c(n);
  return fmt::format(fmt::runtime(counts), c, c, c, c, c, fmt::arg("n", c), fmt::arg("what", c),
                     fmt::arg("callers", c), fmt::arg("unreached", c), fmt::arg("lost", c),
                     fmt::arg("taken_over", c), fmt::arg("newly", c));
}

TEST(Plural, IsRightInEveryPhraseOfBothLanguages) {
  std::size_t seen = 0;
  for (const auto& [key, phrase] : all_phrases()) {
    if (!std::regex_search(phrase.english, std::regex(R"(\{\w*:[^|}]*\|)")))
      continue;
    ++seen;
    for (const std::string text : {phrase.english, phrase.dutch})
      for (const double n : {0.0, 1.0, 2.0})
        EXPECT_EQ(filled(text, n), told(text, n)) << key;
  }
  EXPECT_GT(seen, 35u);
}

/// A number beside a plural that cannot become a singular: "1 problems".
TEST(Plural, IsForgottenNowhere) {
  static const std::regex fixed(R"((\{\d*\}|\{n\}|\{callers\}|\{lost\}) [a-z]{3,}s\b)");
  // Limits of the server, which are large, a list of numbers, and a factor with a decimal.
  const std::set<std::string_view> never_one = {"line", "list", "map", "cost.precision",
                                                "book.staff_how"};
  std::vector<std::string> forgotten;
  for (const auto& [key, phrase] : all_phrases())
    if (!never_one.contains(key) && std::regex_search(phrase.english, fixed))
      forgotten.push_back(std::string(key) + ": " + phrase.english);
  EXPECT_THAT(forgotten, IsEmpty());
}

}  // namespace
