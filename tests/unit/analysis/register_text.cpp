#include "analysis/register/register_text.hpp"

#include <gmock/gmock.h>

#include <random>

#include "tests/unit/analysis/register_example.hpp"

/// Adding to a register keeps every byte that people wrote.
namespace {

using analysis::NewRisk;
using analysis::Register;
using register_example::decided_on;
using register_example::replaced;
using testing::HasSubstr;

const models::Day today = *models::parse_day("2026-12-01");

std::vector<NewRisk> some(std::size_t count) {
  std::vector<NewRisk> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back({fmt::format("DR-{}@random:2", 50 + i),
                   {fmt::format("DR-{}", 50 + i), "random:2", "pairs", "new-year", ""},
                   "Brand # met een \"hekje\"\nen een regel",
                   "",
                   ""});
  return out;
}

/// What both have at the front and, of the rest, at the end makes up all of `before`.
bool only_inserted(const std::string& before, const std::string& after) {
  const auto front = static_cast<std::size_t>(
      std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first -
      before.begin());
  const std::string rest = before.substr(front);
  return after.size() > before.size() && after.ends_with(rest);
}

Register register_of(const std::string& text) {
  return analysis::read_register_text(text, "ours.yaml");
}

TEST(RegisterText, AddsRisksBehindThoseThatAreThere) {
  const std::string before = decided_on();
  const std::string after = with_risks(register_of(before), some(2), today);
  EXPECT_TRUE(after.starts_with(before));
  EXPECT_THAT(after.substr(before.size()),
              HasSubstr("  # Toegevoegd op 2026-12-01 door uitwijk register"));
  const Register now = register_of(after);
  ASSERT_EQ(now.risks.size(), 5u);
  EXPECT_EQ(now.risks[4].threat, "DR-51");
  EXPECT_EQ(now.risks[4].target, "random:2");
  EXPECT_EQ(now.risks[4].plan, "pairs");
  EXPECT_EQ(now.risks[4].background, "new-year");
  EXPECT_EQ(now.risks[4].eigenaar, "") << "nothing is filled in";
  EXPECT_FALSE(now.risks[4].disputed);
}

TEST(RegisterText, NothingToAddIsTheSameText) {
  EXPECT_EQ(with_risks(register_of(decided_on()), {}, today), decided_on());
}

TEST(RegisterText, AddsBeforeTheNextSectionAndLeavesItsRemarks) {
  std::string text = decided_on();
  const auto at = text.find("risicos:");
  text = "risicos:\n" + text.substr(at + 9) + "\n# about the head\n" + text.substr(0, at);
  const std::string after = with_risks(register_of(text), some(1), today);
  EXPECT_TRUE(only_inserted(text, after));
  EXPECT_LT(after.find("DR-50"), after.find("\n# about the head"));
}

TEST(RegisterText, TakesOverIndentationAndLineEnds) {
  const std::string text =
      "register: {name: a, version: b, status: concept}\r\nrisicos:\r\n      A:\r\n        threat: "
      "DR-01 # x\r\n      ";
  const std::string after = with_risks(register_of(text), some(1), today);
  EXPECT_TRUE(only_inserted(text, after)) << after;
  EXPECT_THAT(after, HasSubstr("\r\n      \"DR-50@random:2\":\r\n"));
  EXPECT_EQ(after.find('\n', after.find("DR-50")), after.find("\r\n", after.find("DR-50")) + 1);
}

TEST(RegisterText, MakesTheSectionWhenThereIsNone) {
  for (const char* const end : {"", "\n", "\n\n# the end\n", "\nrisicos:\n",
                                "\nrisicos:   # none yet\n  # they come here\n"}) {
    const std::string text = std::string("register: {name: a, version: b, status: concept}") + end;
    const std::string after = with_risks(register_of(text), some(3), today);
    EXPECT_TRUE(after.starts_with(text)) << after;
    EXPECT_EQ(register_of(after).risks.size(), 3u);
  }
}

TEST(RegisterText, RefusesWhereNothingCanBePut) {
  const std::string head = "register: {name: a, version: b, status: concept}\n";
  for (const std::string& text :
       {head + "risicos: {A: {threat: DR-01}}\n", head + "risicos: {}\n", head + "risicos: ~\n",
        head + "risicos: {\n  A: {threat: DR-01}\n  }\n",
        std::string("{register: {name: a, version: b, status: concept}}\n")})
    EXPECT_THROW(with_risks(register_of(text), some(1), today), models::InvalidInput) << text;
}

TEST(RegisterText, AnEmptyOneCanBeFilled) {
  for (const std::string rubricering :
       {"Openbare bronnen: niet de \"echte\" # inrichting", "vertrouwelijk", "~"}) {
    const Register empty = register_of(analysis::empty_register(rubricering));
    EXPECT_EQ(empty.rubricering, rubricering);
    EXPECT_TRUE(empty.risks.empty() && empty.mandates.empty());
    EXPECT_EQ(register_of(with_risks(empty, some(2), today)).risks.size(), 2u);
  }
}

/// Registers as people write them: remarks, blank lines and folded texts anywhere, keys in any
/// order, other sections before and after, no line end at the end.
class Writer {
public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string text() {
    line_end_ = one_in(4) ? "\r\n" : "\n";
    indent_ = std::string(1 + random_() % 6, ' ');
    std::vector<std::string> sections = {head(), risks()};
    if (one_in(2))
      sections.push_back("mandaten:" + line_end_ + "  SMB: {}   # open" + line_end_);
    std::shuffle(sections.begin(), sections.end(), random_);
    std::string out = one_in(8) ? "\xEF\xBB\xBF" : "";
    for (const std::string& section : sections)
      out += noise("") + section;
    out += noise("");
    if (one_in(3))
      while (!out.empty() && (out.back() == '\n' || out.back() == '\r'))
        out.pop_back();
    return out;
  }

private:
  bool one_in(unsigned n) { return random_() % n == 0; }

  std::string noise(const std::string& indent) {
    std::string out;
    while (one_in(3))
      out += (one_in(2) ? "" : indent + "# " + remark()) + line_end_;
    return out;
  }

  std::string remark() {
    static const std::vector<std::string> said = {
        "zie besluit", "risicos:", "- {a: b}", "\"", "niet: [dit", "\xC3\xA9\xC3\xA9n", "'", "|"};
    return said[random_() % said.size()];
  }

  std::string head() {
    return one_in(2)
               ? "register: {name: a, version: b, status: concept}" + line_end_
               : "register:" + line_end_ + " name: a" + line_end_ + noise(" ") + " version: 'b'" +
                     line_end_ + " status: concept # " + remark() + line_end_;
  }

  std::string risks() {
    std::string out = "risicos:" + std::string(one_in(3) ? "  # " + remark() : "") + line_end_;
    const auto count = random_() % 5;
    for (unsigned i = 0; i < count; ++i)
      out += noise(indent_) + risk(i);
    return out;
  }

  std::string risk(unsigned number) {
    const std::string id = fmt::format("R-{}", number), threat = fmt::format("DR-{}", number);
    if (one_in(4))
      return indent_ + id + ": {threat: " + threat + ", toelichting: \"a\"}" + line_end_;
    const std::string deep = indent_ + "  ";
    std::string out = indent_ + id + ":" + line_end_ + deep + "threat: " + threat + line_end_;
    out += noise(deep);
    if (one_in(2))
      out += deep + "toelichting: " + words(deep + "  ");
    if (one_in(2))
      out += deep + "eigenaar: niet vastgesteld   # " + remark() + line_end_;
    if (one_in(3))
      out += deep + "vrij:" + line_end_ + deep + "- " + remark_safe() + line_end_;
    return out;
  }

  std::string words(const std::string& deep) {
    switch (random_() % 5) {
      case 0:
        return "|" + line_end_ + deep + "# no remark" + line_end_ + line_end_ + deep + "two" +
               line_end_;
      case 1:
        return "|+" + line_end_ + deep + "kept" + line_end_ + line_end_ + line_end_;
      case 2:
        return ">-" + line_end_ + deep + "folded" + line_end_ + deep + "text" + line_end_;
      case 3:
        return "\"over" + line_end_ + line_end_ + deep + "lines # no remark\"" + line_end_;
      default:
        return "'plain'" + line_end_;
    }
  }

  std::string remark_safe() { return one_in(2) ? "iets" : "\"x: # y\""; }

  std::mt19937 random_;
  std::string line_end_, indent_;
};

TEST(RegisterText, WhateverPeopleWriteSurvivesByteForByte) {
  std::size_t risks = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    std::string text = Writer(seed).text();
    const std::size_t count = register_of(text).risks.size();
    // Twice: what was added once is people's own the next time.
    for (int round = 1; round <= 2; ++round) {
      const std::vector<NewRisk> added = {some(2)[static_cast<std::size_t>(round - 1)]};
      const std::string after = with_risks(register_of(text), added, today);
      ASSERT_TRUE(only_inserted(text, after)) << seed << "\n" << text << "\n---\n" << after;
      ASSERT_EQ(register_of(after).risks.size(), count + static_cast<std::size_t>(round)) << seed;
      text = after;
    }
    risks += count;
  }
  EXPECT_GT(risks, 3000u);
}

}  // namespace
