#include <gmock/gmock.h>

#include <regex>
#include <set>
#include <span>
#include <vector>

#include "analysis/impact/coverage.hpp"
#include "analysis/impact/criteria.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/register/register_view.hpp"
#include "reports/documents/registers/register_report.hpp"
#include "reports/words/attack_words.hpp"
#include "reports/words/campaign_words.hpp"
#include "reports/words/doctor_words.hpp"
#include "reports/words/explain_words.hpp"
#include "reports/words/graph_words.hpp"
#include "reports/words/phrase_checks.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/register_words.hpp"
#include "reports/words/serve_words.hpp"
#include "reports/words/table_words.hpp"
#include "reports/words/words.hpp"
#include "reports/words/year_words.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace {

using reports::Count;
using reports::Language;
using reports::Phrase;
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

std::vector<Phrase> all_phrases() {
  std::vector<Phrase> out;
  for (const std::span<const Phrase> table : std::initializer_list<std::span<const Phrase>>{
           reports::word_phrases, reports::planning_phrases, reports::table_phrases,
           reports::campaign_phrases, reports::register_phrases, reports::graph_phrases,
           reports::year_phrases, reports::serve_phrases, reports::doctor_phrases,
           reports::explain_phrases, reports::attack_phrases})
    out.insert(out.end(), table.begin(), table.end());
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
  for (const Phrase& phrase : all_phrases()) {
    if (!std::regex_search(phrase.english, std::regex(R"(\{\w*:[^|}]*\|)")))
      continue;
    ++seen;
    for (const std::string text : {phrase.english, phrase.dutch})
      for (const double n : {0.0, 1.0, 2.0})
        EXPECT_EQ(filled(text, n), told(text, n)) << phrase.key;
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
  for (const Phrase& phrase : all_phrases())
    if (!never_one.contains(phrase.key) && std::regex_search(phrase.english, fixed))
      forgotten.push_back(std::string(phrase.key) + ": " + phrase.english);
  EXPECT_THAT(forgotten, IsEmpty());
}

constexpr std::array languages = {Language::english, Language::dutch};

TEST(Phrases, SayTheSameThingsInBothLanguages) {
  EXPECT_THAT(reports::gaps_of("{} of {lost:caller|callers}, {:.1f}"),
              testing::ElementsAre("0", "1", "lost"));
  EXPECT_TRUE(reports::is_whole({"a", "{0} of {1}", "{1}: {0}, {0}"}));
  EXPECT_FALSE(reports::is_whole({"a", "{0} of {1}", "{0}"}));
  EXPECT_FALSE(reports::is_whole({"a", "{0} of {1}", "{0} van {2}"}));
  EXPECT_FALSE(reports::is_whole({"a", "words", ""}));
  EXPECT_FALSE(reports::is_whole({"a", "", "woorden"}));
  EXPECT_THROW((void)reports::gaps_of("{0"), std::logic_error);
}

TEST(Phrases, AreFoundByTheirKeysOnce) {
  constexpr Phrase twice[] = {{"a", "x", "y"}, {"b", "x", "y"}, {"a", "z", "z"}};
  static_assert(reports::has_twice(twice));
  static_assert(!reports::has_twice(std::span(twice).first(2)));
  EXPECT_EQ(reports::phrase_of(twice, "b").in(Language::dutch), std::string("y"));
  EXPECT_THROW((void)reports::word_at("lost_caller", Language::english), std::logic_error);
}

/// Whether a call of what is given is a constant expression: what a consteval constructor asks.
template <auto made>
concept Compiles = requires {
  typename std::bool_constant<(made(), true)>;
};

TEST(Phrases, DoNotCompileMisspeltOrWithOtherValues) {
  using reports::Form, reports::word_phrases;
  static_assert(Compiles<[]() consteval { return reports::WordKey("lost_callers"); }>);
  static_assert(!Compiles<[]() consteval { return reports::WordKey("lost_caller"); }>);
  static_assert(Compiles<[]() consteval { return Form<word_phrases, Count>("replications"); }>);
  static_assert(!Compiles<[]() consteval { return Form<word_phrases, int>("replications"); }>);
  static_assert(!Compiles<[]() consteval { return Form<word_phrases>("replications"); }>);
  EXPECT_EQ(reports::counted("replications", 1, Language::dutch), "1 replicatie");
}

/// Said in both languages, and not the same as another of its family.
void expect_words(std::span<const Phrase> phrases, const std::string& family,
                  const std::vector<std::string>& words) {
  for (const Language language : languages)
    for (const std::string& word : words)
      EXPECT_STRNE(reports::phrase_of(phrases, family + word).in(language), "") << family << word;
  EXPECT_GT(words.size(), 1u) << family;
}

/// Keys that are put together when the program runs: each value of the closed set that ends them.
/// Courses are in documents/course_told.cpp, answers of a sweep in documents/sweep_told.cpp.
TEST(Phrases, ExistForEveryKeyThatIsMadeAtRunTime) {
  for (const Language language : languages)
    for (const auto& [name, label] : reports::measure_labels(language))
      EXPECT_EQ(reports::word_at(name, language), label);
  std::vector<std::string> criteria = {"recovery", "none"}, flags;
  for (std::size_t i = 0; i < analysis::n_criteria; ++i)
    criteria.emplace_back(word_of(static_cast<analysis::Criterion>(i)));
  for (std::size_t i = 0; i < static_cast<std::size_t>(analysis::Flag::count); ++i)
    flags.emplace_back(word_of(static_cast<analysis::Flag>(i)));
  expect_words(reports::table_phrases, "criterion.", criteria);
  expect_words(reports::register_phrases, "finding.", flags);
  expect_words(reports::table_phrases, "level.",
               {analysis::level_words.begin(), analysis::level_words.end()});
  expect_words(reports::table_phrases, "basis.", {"incident", "expert", "analyst"});
  expect_words(reports::table_phrases, "coverage.", {"simulated", "recorded", "not_analysed"});
  expect_words(reports::table_phrases, "voorziening.",
               {analysis::voorziening_ids.begin(), analysis::voorziening_ids.end()});
  expect_words(
      reports::planning_phrases, "exercise.",
      {"detect", "decide", "switch", "verify", "return", "as_modelled", "as_observed", "updated"});
  expect_words(reports::explain_phrases, "is.",
               {"address", "group", "measure", "threat", "class", "effect", "outcome", "word"});
  expect_words(reports::planning_phrases, "sweep.",
               {"holds", "fails", "undecided", "nowhere", "everywhere", "from", "up_to", "mixed"});
}

/// Their gaps are filled at run time, so nothing but this tells that the values fit.
TEST(Phrases, OfFindingsTakeOneText) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(analysis::Flag::count); ++i)
    for (const Language language : languages) {
      const std::string said =
          reports::finding_text({static_cast<analysis::Flag>(i), "ABOUT"}, language);
      EXPECT_EQ(said.find('{'), std::string::npos) << said;
      EXPECT_FALSE(said.empty());
    }
  EXPECT_EQ(reports::finding_text({analysis::Flag::review_passed, "2026-11-20"}, Language::english),
            "review was due on 2026-11-20");
}

TEST(Phrases, FilledAtRunTimeRefuseWhatTheyDoNotHave) {
  constexpr Phrase table[] = {{"days", "{0} {0:day|days}", "{0} {0:dag|dagen}"},
                              {"two", "{} {}", "{} {}"}};
  EXPECT_EQ(reports::filled_at(table, "days", Language::dutch, Count(1)), "1 dag");
  EXPECT_THROW((void)reports::filled_at(table, "day", Language::dutch, Count(1)), std::logic_error);
  EXPECT_THROW((void)reports::filled_at(table, "two", Language::dutch, 1), fmt::format_error);
}

/// A catalogue may say no other basis than those that have words.
TEST(Phrases, HaveAWordForEveryBasisOfTheShippedCatalogue) {
  const auto catalogue = scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  for (const auto& threat : catalogue.threats)
    for (const std::string& basis : {threat.likelihood.basis, threat.duration_basis})
      EXPECT_TRUE(basis.empty() ||
                  !reports::table_word_at("basis." + basis, Language::dutch).empty())
          << threat.id;
}

}  // namespace
