#include "analysis/register/register_view.hpp"

#include <gmock/gmock.h>

#include "analysis/impact/row_digest.hpp"
#include "analysis/register/register_text.hpp"
#include "tests/unit/analysis/register_example.hpp"

namespace {

using analysis::Criteria;
using analysis::Flag;
using analysis::ImpactTable;
using analysis::Register;
using analysis::RegisterView;
using analysis::Row;
using register_example::decided_on;
using register_example::kept;
using register_example::replaced;
using register_example::row_of;
using register_example::some_sha256;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const scenarios::Catalogue& shipped_threats() {
  static const scenarios::Catalogue read =
      scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  return read;
}

/// The shipped ones, adopted or not.
Criteria criteria(bool adopted) {
  Criteria out = analysis::read_criteria(SOURCE_DIR "/analysis/criteria/standard.yaml");
  out.adopted = adopted;
  return out;
}

std::vector<Row> table_rows() {
  return {row_of("DR-20", "rotterdam", "current", 50), row_of("DR-20", "rotterdam", "planned", 5),
          row_of("DR-07", "random:1", "current", 5000)};
}

std::vector<Flag> flags(const RegisterView& view, const std::string& risk) {
  std::vector<Flag> out;
  for (const analysis::AssessedRisk& one : view.risks)
    if (one.risk.id == risk)
      for (const analysis::Finding& finding : one.findings)
        out.push_back(finding.flag);
  return out;
}

/// A register held against results on a day.
struct Seen {
  ImpactTable table;
  Register kept;
  RegisterView view;
  Seen(const std::string& text, std::vector<Row> table_rows, bool adopted,
       const std::string& today = "2026-12-01")
      : table(impact_table(std::move(table_rows), criteria(adopted))),
        kept(analysis::read_register_text(text, "ours.yaml")),
        view(register_view(kept, table, shipped_threats(), *models::parse_day(today))) {}
};

/// A decision on exactly these figures and criteria, by whom it should be.
std::string sound() {
  return replaced(decided_on(criteria(true).input.sha256,
                             digest_of(row_of("DR-20", "rotterdam", "planned", 5))),
                  "betwist: true", "betwist: false");
}

/// R-2 leaves the target to the catalogue: any one meldkamer.
TEST(RegisterView, JoinsFiguresByThreatTargetAndPackage) {
  const Seen seen(sound(), table_rows(), true);
  const auto& first = seen.view.risks.at(0);
  EXPECT_EQ(first.risk.id, "R-2") << "most lost callers a year first, as in the table";
  const auto& ours = seen.view.risks.at(1);
  EXPECT_EQ(ours.risk.id, "R-1");
  EXPECT_NEAR(ours.current->mean(), 51, 0.01);
  EXPECT_NEAR(ours.residual->mean(), 6, 0.01);
  EXPECT_EQ(ours.name_en, "On-site backup power failure");
  EXPECT_EQ(seen.view.risks.at(2).risk.id, "lek") << "without figures last";
}

TEST(RegisterView, ASoundDecisionHasNothingToSay) {
  const Seen seen(sound(), table_rows(), true);
  EXPECT_THAT(flags(seen.view, "R-1"), IsEmpty());
  EXPECT_THAT(flags(seen.view, "lek"), UnorderedElementsAre(Flag::no_owner));
}

TEST(RegisterView, ADigestIsOfTheFigures) {
  const Row row = row_of("DR-20", "rotterdam", "planned", 5);
  Row other = row;
  other.version = "another program";
  other.rubricering = "geheim";
  EXPECT_EQ(digest_of(row), digest_of(other));
  other.replications[7].lost_callers += 1;
  EXPECT_NE(digest_of(row), digest_of(other));
  other = row;
  other.labels.likelihood_class = 4;
  EXPECT_NE(digest_of(row), digest_of(other)) << "the level hangs on it";
}

struct Case {
  const char* text;
  const char* instead;
  Flag flag;
};

class RegisterFlags : public testing::TestWithParam<Case> {};

TEST_P(RegisterFlags, AreRaisedOneByOne) {
  const Seen seen(replaced(sound(), GetParam().text, GetParam().instead), table_rows(), true);
  EXPECT_THAT(flags(seen.view, "R-1"), UnorderedElementsAre(GetParam().flag))
      << word_of(GetParam().flag);
}

INSTANTIATE_TEST_SUITE_P(
    Register, RegisterFlags,
    testing::Values(Case{"eigenaar: \"Directeur LMS\"", "eigenaar: niet vastgesteld",
                         Flag::no_owner},
                    Case{"betwist: false", "betwist: true", Flag::disputed},
                    Case{"mandaat: SMB", "mandaat: niet vastgesteld", Flag::no_mandate},
                    Case{"door: SMB", "door: \"Directeur LMS\"", Flag::other_function},
                    Case{"2027-11-20", "2026-11-30", Flag::review_passed},
                    Case{"    herbeoordeling: 2027-11-20\n", "", Flag::no_review},
                    Case{"datum: 2026-11-20", "datum: 2027-11-20", Flag::decided_later},
                    Case{"2027-06-01", "2026-11-30", Flag::treatment_overdue},
                    Case{"      resultaat:", "      # resultaat:", Flag::no_basis},
                    Case{"criteria: {", "# {", Flag::no_basis},
                    Case{"tot_en_met: midden", "tot_en_met: laag", Flag::above_mandate},
                    Case{"niveau: midden", "niveau: laag", Flag::above_accepted},
                    Case{"package: planned", "package: inherent", Flag::no_residual}));

/// BMB has no level and did not decide: two findings of one change.
TEST(RegisterView, AMandateWithoutALevelAndAnotherFunctionAreTwoThings) {
  const Seen seen(replaced(sound(), "mandaat: SMB", "mandaat: BMB"), table_rows(), true);
  EXPECT_THAT(flags(seen.view, "R-1"),
              UnorderedElementsAre(Flag::mandate_open, Flag::other_function));
}

TEST(RegisterView, OtherCriteriaAndOlderResultsAreFlagged) {
  const std::string digest = digest_of(row_of("DR-20", "rotterdam", "planned", 5));
  EXPECT_THAT(
      flags(Seen(replaced(sound(), criteria(true).input.sha256, some_sha256), table_rows(), true)
                .view,
            "R-1"),
      UnorderedElementsAre(Flag::other_criteria));
  EXPECT_THAT(flags(Seen(replaced(sound(), digest, some_sha256), table_rows(), true).view, "R-1"),
              UnorderedElementsAre(Flag::older_result));
}

TEST(RegisterView, UnderConceptCriteriaNothingIsHeldAgainstAMandate) {
  const Seen seen(replaced(sound(), "tot_en_met: midden", "tot_en_met: laag"), table_rows(), false);
  EXPECT_THAT(flags(seen.view, "R-1"), UnorderedElementsAre(Flag::concept_criteria));
}

TEST(RegisterView, TooFewReplicationsCannotShowALevel) {
  std::vector<Row> few = table_rows();
  few[1].replications.resize(10);
  const Seen seen(replaced(sound(), digest_of(table_rows()[1]), digest_of(few[1])), few, true);
  EXPECT_THAT(flags(seen.view, "R-1"), UnorderedElementsAre(Flag::not_shown));
}

TEST(RegisterView, AnAcceptedRiskWithoutAFrequencyHasNoLevel) {
  std::vector<Row> conditional = table_rows();
  conditional[1].labels.likelihood_class = 0;
  conditional[1].labels.likelihood_basis = "analyst";
  const Seen seen(replaced(sound(), digest_of(table_rows()[1]), digest_of(conditional[1])),
                  conditional, true);
  EXPECT_THAT(flags(seen.view, "R-1"), UnorderedElementsAre(Flag::no_level));
}

TEST(RegisterView, AClosedRiskIsLeftAlone) {
  const Seen seen(replaced(sound(), "status: besloten", "status: gesloten"), {}, true,
                  "2030-01-01");
  EXPECT_THAT(flags(seen.view, "R-1"), IsEmpty());
}

TEST(RegisterView, MissingFiguresAndUnknownThreatsAreFlagged) {
  const std::string text = replaced(sound(), "R-2: {threat: DR-07,", "R-2: {threat: DR-99,");
  const Seen seen(text, {}, true);
  EXPECT_THAT(flags(seen.view, "R-1"), UnorderedElementsAre(Flag::no_figures));
  EXPECT_THAT(flags(seen.view, "R-2"),
              UnorderedElementsAre(Flag::no_figures, Flag::no_owner, Flag::not_in_catalogue));
}

TEST(RegisterView, ThePlainestOfSeveralResultsIsUsed) {
  std::vector<Row> several = table_rows();
  several.push_back(row_of("DR-20", "rotterdam", "planned", 700));
  several.back().labels.duration = "4 h";
  several.push_back(row_of("DR-20", "rotterdam", "planned", 9));
  several.back().labels.varied = "takeover.decide=5 min";
  const Seen seen(sound(), several, true);
  EXPECT_THAT(flags(seen.view, "R-1"), IsEmpty());
  EXPECT_NEAR(seen.view.risks.at(1).residual->mean(), 6, 0.01);
}

TEST(RegisterView, ResultsThatAreEquallyPlainAreFlagged) {
  std::vector<Row> two = table_rows();
  for (const char* onset : {"2026-12-01T14:00", "2026-12-01T03:00"}) {
    two.push_back(row_of("DR-20", "rotterdam", "inherent", 700));
    two.back().labels.onset_rule = onset;
  }
  const Seen seen(sound(), two, true);
  EXPECT_THAT(flags(seen.view, "R-1"), UnorderedElementsAre(Flag::several_results));
}

TEST(RegisterView, WhatTheRegisterDoesNotHaveIsMissingOnce) {
  std::vector<Row> more = table_rows();
  more.push_back(row_of("DR-21", "rotterdam", "current", 3));
  more.push_back(row_of("DR-21", "rotterdam", "planned", 2));
  more.push_back(row_of("", "", "current", 3));
  more.back().rubricering = "vertrouwelijk";
  const Seen seen(sound(), more, true);
  ASSERT_EQ(seen.view.missing.size(), 1u);
  EXPECT_EQ(seen.view.missing[0].id, "DR-21@rotterdam");
  EXPECT_EQ(seen.view.missing[0].rubricering, "");
  EXPECT_EQ(seen.view.without_threat, 1u);
  EXPECT_EQ(seen.view.rubricering, "vertrouwelijk") << "the highest of everything";
}

/// A risk in the register: its lines behind those that are there.
std::string with_risk(const std::string& text) {
  return decided_on() + text;
}

TEST(RegisterView, ARowOfAScenarioIsOfTheRiskThatNamesIt) {
  std::vector<Row> more = table_rows();
  more.push_back(row_of("", "", "current", 30));
  more.back().scenario = "new-year";
  more.back().scenario_name = "Jaarwisseling";
  const Seen seen(with_risk("  oud: {scenario: new-year, status: open}\n"), more, true);
  const auto found = std::find_if(seen.view.risks.begin(), seen.view.risks.end(),
                                  [](const auto& one) { return one.risk.id == "oud"; });
  ASSERT_NE(found, seen.view.risks.end());
  ASSERT_NE(found->current, nullptr);
  EXPECT_NEAR(found->current->mean(), 31, 1) << "the row of the scenario";
  EXPECT_EQ(found->name_nl, "Jaarwisseling");
  EXPECT_EQ(seen.view.without_threat, 0u);
}

TEST(RegisterView, AThreatOverABackgroundIsARiskOfItsOwn) {
  std::vector<Row> more = table_rows();
  more.push_back(row_of("DR-20", "rotterdam", "current", 400));
  more.back().labels.onset_rule = "over new-year";
  more.back().labels.background = "new-year";
  more.push_back(row_of("DR-09@gms,DR-20@rotterdam+2 h", "gms,rotterdam", "current", 400));
  more.back().labels.role = "composite";
  const Seen seen(with_risk("  nacht: {threat: DR-20, target: rotterdam, background: new-year}\n"),
                  more, true);
  const auto risk = [&](const char* id) {
    return *std::find_if(seen.view.risks.begin(), seen.view.risks.end(),
                         [&](const auto& one) { return one.risk.id == id; });
  };
  EXPECT_NEAR(risk("nacht").current->mean(), 401, 1);
  EXPECT_NEAR(risk("R-1").current->mean(), 51, 1) << "not the one over a background";
  ASSERT_EQ(seen.view.missing.size(), 1u);
  EXPECT_EQ(seen.view.missing[0].id, "DR-09@gms/DR-20@rotterdam+2h");
  EXPECT_EQ(seen.view.missing[0].subject.threat, "DR-09@gms,DR-20@rotterdam+2 h");
  EXPECT_EQ(seen.view.missing[0].subject.target, "") << "its name says them";
}

/// However it writes the target and the offset, a risk is about the row that asks the same.
TEST(RegisterView, ARiskMeetsItsRowHoweverBothAreWritten) {
  const std::vector<Row> more = {
      row_of("DR-21", "rotterdam", "current", 400),
      row_of("DR-09@gms,DR-20@rotterdam+30min", "gms,rotterdam", "current", 500)};
  const Seen seen(with_risk("  een: {threat: dr_21@rotterdam}\n"
                            "  twee: {threat: \"DR-20@rotterdam+1800 s,DR-09@gms\"}\n"),
                  more, true);
  for (const auto& [id, lost] : {std::pair("een", 401), std::pair("twee", 501)}) {
    const auto found = std::ranges::find(seen.view.risks, std::string(id),
                                         [](const auto& one) { return one.risk.id; });
    ASSERT_NE(found, seen.view.risks.end());
    ASSERT_NE(found->current, nullptr) << id;
    EXPECT_NEAR(found->current->mean(), lost, 1) << id;
  }
  EXPECT_TRUE(seen.view.missing.empty());
}

/// A background is called by its file, whose name may hold anything.
TEST(RegisterView, AProposedIdIsOneThatARegisterTakes) {
  std::vector<Row> more;
  for (const char* const background : {"oud&nieuw", "storm-2.1",
                                       "\xC3\xBC"
                                       "ber",
                                       "a#b \"c\": d"}) {
    more.push_back(row_of("DR-20", "rotterdam", "current", 400));
    more.back().labels.background = background;
    more.back().labels.onset_rule = std::string("over ") + background;
  }
  const std::string long_name(100, 'x');
  for (const char* const end : {"1", "2"}) {
    more.push_back(row_of("DR-20", "rotterdam", "current", 400));
    more.back().labels.background = long_name + end;
    more.back().labels.onset_rule = "over " + more.back().labels.background;
  }
  const Seen seen(sound(), more, true);
  ASSERT_EQ(seen.view.missing.size(), more.size());
  const analysis::Register before = analysis::read_register_text(sound(), "r.yaml");
  const std::string after =
      analysis::with_risks(before, seen.view.missing, std::chrono::year{2026} / 11 / 30);
  EXPECT_EQ(analysis::read_register_text(after, "r.yaml").risks.size(),
            before.risks.size() + more.size());
}

TEST(RegisterView, RolesComeFromTheRegisterAndFromVoorzieningen) {
  const Seen seen(sound(), table_rows(), true);
  const auto& ours = seen.view.risks.at(1);  // DR-20 is about huisvesting
  EXPECT_TRUE(ours.concerns("LMS"));
  EXPECT_TRUE(ours.concerns("politie")) << "hoofdgebruiker, by its name";
  EXPECT_FALSE(seen.view.risks.at(0).concerns("politie")) << "no staff in DR-07";
}

TEST(RegisterView, EveryThreatOfTheCatalogueCanBeRecorded) {
  const Seen seen(sound(), table_rows(), true);
  const auto recorded = recorded_only(seen.view, shipped_threats());
  EXPECT_EQ(recorded.size(), shipped_threats().threats.size() - 2);
  for (const analysis::NewRisk& one : recorded)
    EXPECT_FALSE(one.recorded.empty());
}

}  // namespace
