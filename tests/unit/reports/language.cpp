#include "reports/words/language.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <map>
#include <optional>

#include "analysis/measures/measure.hpp"
#include "reports/words/measure_labels.hpp"
#include "reports/words/phrases.hpp"
#include "reports/words/words.hpp"

/// Which language is spoken, and its words.
namespace {

using reports::Language;
using reports::language_of;

/// Variables of the locale, put back afterwards.
class Locale {
public:
  explicit Locale(const std::map<std::string, std::string>& set) {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      const char* const value = std::getenv(name);
      before_[name] = value == nullptr ? std::nullopt : std::optional<std::string>(value);
      unsetenv(name);
    }
    for (const auto& [name, value] : set)
      setenv(name.c_str(), value.c_str(), 1);
  }
  ~Locale() {
    for (const auto& [name, value] : before_)
      if (value)
        setenv(name.c_str(), value->c_str(), 1);
      else
        unsetenv(name.c_str());
  }
  Locale(const Locale&) = delete;
  Locale& operator=(const Locale&) = delete;

private:
  std::map<std::string, std::optional<std::string>> before_;
};

using Variables = std::map<std::string, std::string>;

/// What is spoken when nobody asked for a language.
Language spoken_with(const Variables& variables) {
  const Locale locale(variables);
  return language_of("");
}

TEST(LanguageOf, WhatIsAskedGoesFirst) {
  const Locale locale(Variables{{"LC_ALL", "nl_NL.UTF-8"}});
  EXPECT_EQ(language_of("en"), Language::english);
  EXPECT_EQ(language_of("nl"), Language::dutch);
}

TEST(LanguageOf, ElseItIsTheLocales) {
  EXPECT_EQ(spoken_with({{"LANG", "nl_NL.UTF-8"}}), Language::dutch);
  EXPECT_EQ(spoken_with({{"LANG", "nl_BE"}}), Language::dutch);
  EXPECT_EQ(spoken_with({{"LANG", "de_DE.UTF-8"}}), Language::english);
  EXPECT_EQ(spoken_with({{"LANG", "C"}}), Language::english);
  EXPECT_EQ(spoken_with({}), Language::english);
}

TEST(LanguageOf, LcAllGoesBeforeLcMessagesBeforeLang) {
  EXPECT_EQ(spoken_with({{"LC_ALL", "nl_NL"}, {"LC_MESSAGES", "en_US"}, {"LANG", "en_US"}}),
            Language::dutch);
  EXPECT_EQ(spoken_with({{"LC_MESSAGES", "nl_NL"}, {"LANG", "en_US"}}), Language::dutch);
  EXPECT_EQ(spoken_with({{"LC_ALL", "en_US"}, {"LANG", "nl_NL"}}), Language::english);
}

TEST(LanguageOf, AnEmptyVariableSaysNothing) {
  EXPECT_EQ(spoken_with({{"LC_ALL", ""}, {"LANG", "nl_NL"}}), Language::dutch);
}

TEST(Phrase, WhatNoTableHasIsOurFault) {
  EXPECT_THROW(reports::word_at("no such word", Language::english), std::logic_error);
}

TEST(MeasureLabels, AreWordsInBothLanguages) {
  const auto english = reports::measure_labels(Language::english),
             dutch = reports::measure_labels(Language::dutch);
  EXPECT_EQ(english.size(), dutch.size());
  for (const auto& [name, label] : english) {
    EXPECT_EQ(label, reports::word_at(name, Language::english)) << name;
    EXPECT_EQ(dutch.at(name), reports::word_at(name, Language::dutch)) << name;
    EXPECT_FALSE(label.empty()) << name;
  }
  EXPECT_NE(english.at("lost_callers"), dutch.at("lost_callers"));
}

}  // namespace
