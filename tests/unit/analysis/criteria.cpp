#include "analysis/impact/criteria.hpp"

#include <gmock/gmock.h>

#include "tests/unit/results/example.hpp"

namespace {

using analysis::Criteria;
using analysis::Criterion;
using analysis::Level;
using results_example::bytes_of;
using results_example::Folder;
using testing::HasSubstr;

const std::string standard_file = SOURCE_DIR "/analysis/criteria/standard.yaml";
const std::string strict = SOURCE_DIR "/analysis/criteria/streng.yaml";

TEST(Criteria, ThoseThatAreShippedAreConceptAndAssumed) {
  for (const std::string& file : {standard_file, strict}) {
    const Criteria criteria = analysis::read_criteria(file);
    EXPECT_FALSE(criteria.adopted) << file;
    EXPECT_EQ(criteria.input.sha256.size(), 64u);
    EXPECT_EQ(criteria.parameters.size(), 44u) << "every bound is one";
    for (const models::Parameter& parameter : criteria.parameters) {
      EXPECT_EQ(parameter.kind, "assumed") << file << " " << parameter.address;
      EXPECT_FALSE(parameter.source.empty()) << file << " " << parameter.address;
    }
  }
}

TEST(Criteria, AreReadInSi) {
  const Criteria criteria = analysis::read_criteria(standard_file);
  const auto bounds = [&](Criterion c) { return criteria.impact.at(static_cast<std::size_t>(c)); };
  EXPECT_THAT(bounds(Criterion::lost_callers), testing::ElementsAre(1, 10, 100, 1000));
  EXPECT_THAT(bounds(Criterion::late_help), testing::ElementsAre(1, 10, 100, 1000));
  EXPECT_THAT(bounds(Criterion::late_callers), testing::ElementsAre(10, 100, 1000, 10000));
  EXPECT_THAT(bounds(Criterion::unreachable_112), testing::ElementsAre(60, 300, 1800, 7200));
  EXPECT_THAT(bounds(Criterion::dispatch_impossible), testing::ElementsAre(60, 300, 1800, 7200));
  EXPECT_DOUBLE_EQ(bounds(Criterion::wrong_dispatch)[0], 0.001);
  EXPECT_EQ(criteria.lost_after_s, 600);
  EXPECT_EQ(criteria.lost_edge(), 2u);
  EXPECT_EQ(criteria.level(5, 5), Level::very_high);
  EXPECT_EQ(criteria.level(1, 1), Level::low);
  EXPECT_EQ(criteria.level(2, 5), Level::high);
}

TEST(Criteria, ABoundBelongsToTheClassBelowIt) {
  const analysis::Bounds bounds = {1, 10, 100, 1000};
  EXPECT_EQ(analysis::class_of(bounds, -3), 1);
  EXPECT_EQ(analysis::class_of(bounds, 1), 1);
  EXPECT_EQ(analysis::class_of(bounds, 1.5), 2);
  EXPECT_EQ(analysis::class_of(bounds, 1000), 4);
  EXPECT_EQ(analysis::class_of(bounds, 1001), 5);
}

TEST(Criteria, ALocalVariantScalesTheCallersOnly) {
  const Criteria nation = analysis::read_criteria(standard_file);
  const Criteria local = analysis::local_variant(nation, 0.1);
  const auto at = [](Criterion c) { return static_cast<std::size_t>(c); };
  EXPECT_DOUBLE_EQ(local.impact[at(Criterion::lost_callers)][3], 100);
  EXPECT_DOUBLE_EQ(local.impact[at(Criterion::late_help)][3], 100);
  EXPECT_DOUBLE_EQ(local.impact[at(Criterion::late_callers)][3], 1000);
  EXPECT_EQ(local.impact[at(Criterion::unreachable_112)],
            nation.impact[at(Criterion::unreachable_112)]);
  EXPECT_DOUBLE_EQ(local.line.front().callers, 1);
}

/// One mistake: a text of the shipped file, what stands there instead, what the reader says.
struct Mistake {
  const char* text;
  const char* instead;
  const char* message;
};

class Mistaken : public testing::TestWithParam<Mistake> {};

TEST_P(Mistaken, IsNamedWithItsPlaceAndTheFileIsLeftAlone) {
  const Folder folder;
  const auto file = folder / "criteria.yaml";
  std::string text = bytes_of(standard_file);
  const auto at = text.find(GetParam().text);
  ASSERT_NE(at, std::string::npos) << GetParam().text;
  text.replace(at, std::string(GetParam().text).size(), GetParam().instead);
  results_example::put(file, text);
  try {
    analysis::read_criteria(file);
    FAIL() << "was read";
  } catch (const models::InvalidInput& invalid) {
    EXPECT_THAT(invalid.what(), HasSubstr(GetParam().message));
    for (const models::Problem& problem : invalid.problems())
      EXPECT_GT(problem.mark.line, 0) << to_string(problem);
  }
  EXPECT_EQ(bytes_of(file), text);
}

INSTANTIATE_TEST_SUITE_P(
    Criteria, Mistaken,
    testing::Values(
        Mistake{"status: concept", "status: konsept",
                "status must be concept or vastgesteld, found konsept, did you mean concept?"},
        Mistake{"status: concept", "status: vastgesteld", "so they must say besluit too"},
        Mistake{"status: concept", "status: concept\n  datum: \"1 december\"",
                "must be a date such as 2026-12-01"},
        Mistake{"\"10 min\", source", "\"12 min\", source", "must be 1, 5, 10, 15, 30 or 60 min"},
        Mistake{"[1, 10, 100, 1000]", "[1, 10, 100]", "must be 4 ascending bounds"},
        Mistake{"[1, 10, 100, 1000]", "[1, 10, 10, 1000]",
                "must be more than the bound before it, found 10"},
        Mistake{"[1, 10, 100, 1000]", "7", "lost_callers must be a list"},
        Mistake{"\"1 min\", \"5 min\"", "\"1 min\", 5", "must be a time with its unit"},
        Mistake{"late_callers:", "late_caller:", "did you mean late_callers?"},
        Mistake{"raises_by: 1", "raises_by: 2", "raises_by must be in [0, 1], found 2"},
        Mistake{"lowest: 0.0001", "lowest: 0.01", "must be below the first bound"},
        Mistake{"highest: 10", "highest: 0.5", "must be above the last bound"},
        Mistake{"k4: [laag, midden, hoog, hoog, zeer_hoog]", "k4: [laag, midden, hoog, hoog]",
                "k4 must be 5 levels"},
        Mistake{"k4: [laag, midden, hoog, hoog, zeer_hoog]",
                "k4: [laag, midden, hoog, midden, zeer_hoog]",
                "must not be below the class before"},
        Mistake{"k5: [midden, midden, hoog", "k5: [midden, laag, hoog", "must not be below"},
        Mistake{"k1: [laag", "k1: [laagg", "did you mean laag?"},
        Mistake{"{callers: 100, per_year: 0.1}", "{callers: 5, per_year: 0.1}",
                "must be more than in the point before it"},
        Mistake{"{callers: 100, per_year: 0.1}", "{callers: 100, per_year: 3}",
                "must be less than in the point before it"},
        Mistake{"tolerance:", "tolerances:", "tolerance is missing"},
        Mistake{"share: \"5 %\"", "share: \"500 %\"", "share must be in [0, 1]"}));

}  // namespace
