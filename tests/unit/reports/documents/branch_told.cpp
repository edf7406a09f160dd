// What a comparison of options says.
#include "reports/documents/branch_result.hpp"
#include "reports/formats/render.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "tests/unit/reports/documents/told.hpp"

#include <cmath>

namespace {

using namespace reports;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* names[] = {"extra_lost_callers", "late_callers", "late_help",
                                 "answer_delay_p90_s"};

analysis::BranchFuture future(const std::string& option, const std::string& moment,
                              std::vector<double> lost) {
  analysis::BranchFuture out;
  out.option = option;
  out.moment = moment;
  out.values = {lost, {20, 31}, {2, 3}, {60, 80}};
  out.short_min_of_group = {{5, 7}, {0, 0.5}};
  out.at_s.assign(2, moment.empty() ? std::nan("") : 7800);
  out.detected_s.assign(2, 8000);
  out.finished = 2;
  return out;
}

analysis::BranchTrials trials(std::vector<double> wait, std::vector<double> act) {
  analysis::BranchTrials out;
  out.scenario = "Storm";
  out.rubricering = "Openbare bronnen";
  for (const char* const name : names)
    out.measures.push_back({name, std::string_view(name).ends_with("_s") ? analysis::Unit::seconds
                                                                         : analysis::Unit::count});
  out.groups = {"noord.call_taker", "zuid.call_taker"};
  out.futures = {future("wait", "", std::move(wait)), future("act", "onset", act),
                 future("act", "onset + 1 h", std::move(act))};
  return out;
}

Document document(const analysis::BranchTrials& of, Language language = Language::english) {
  return branch_document(of, {2, 1}, language);
}

TEST(BranchTold, SaysFirstThatItIsForRehearsalInBothLanguages) {
  for (const Language language : told::languages) {
    const Document all = document(trials({40, 50}, {30, 41}), language);
    told::expect_whole(all);
    EXPECT_EQ(all.head.at(0), "Rubricering: Openbare bronnen");
    const bool dutch = language == Language::dutch;
    EXPECT_THAT(all.head.at(1),
                HasSubstr(dutch ? "niet voor een lopend incident" : "not for a running incident"));
    EXPECT_THAT(all.head.at(1), HasSubstr(dutch ? "Naspelen en oefenen" : "naspelen en oefenen"));
    const auto json = branch_json(trials({40, 50}, {30, 41}), {2, 1}, language);
    EXPECT_EQ(json.at("head")[1], all.head.at(1));
  }
}

TEST(BranchTold, WhatIsNotFinishedIsSaidBeforeAnyNumber) {
  EXPECT_THAT(document(trials({40, 50}, {30, 41})).head, Not(Contains(HasSubstr("PARTIAL"))));
  auto cut = trials({40, 50}, {30, 41});
  cut.signal = 2;
  cut.futures.pop_back();
  cut.futures.back().finished = 1;
  cut.not_begun = {"act @ onset + 1 h", "more @ onset"};
  const auto head = document(cut).head;
  EXPECT_THAT(head, Contains("PARTIAL: act @ onset has 1 of 2 replications"));
  EXPECT_THAT(head, Contains("PARTIAL: interrupted before act @ onset + 1 h, more @ onset"));
  const auto json = branch_json(cut, {2, 1}, Language::english);
  EXPECT_EQ(json.at("options")[1].at("replications"), 1);
  EXPECT_EQ(json.at("not_begun")[1], "more @ onset");
}

TEST(BranchTold, HasTheGridsThatWereAnnouncedBeforehand) {
  EXPECT_THAT(told::grid_names(document(trials({40, 50}, {30, 41}))),
              ElementsAre("options", "late", "late_help", "p90", "short", "earlier", "all"));
  for (const char* const grid :
       {"options", "late", "late_help", "p90", "short", "earlier", "all", "course"})
    EXPECT_THAT(branch_grids(), Contains(grid));
}

TEST(BranchTold, AnOptionIsBetterWorseOrNotToBeTold) {
  const auto notes = [](std::vector<double> wait, std::vector<double> act) {
    return told::grid(document(trials(std::move(wait), std::move(act))), "options").notes;
  };
  EXPECT_THAT(notes({40, 50}, {30, 40}), Contains(HasSubstr("act @ onset: fewer lost than wait")));
  EXPECT_THAT(notes({40, 50}, {50, 60}), Contains(HasSubstr("act @ onset: more lost than wait")));
  EXPECT_THAT(notes({40, 50}, {45, 40}), Contains(HasSubstr("act @ onset: cannot be told")));
  EXPECT_THAT(notes({40, 50}, {40, 50}),
              Contains("act @ onset: changes nothing of wait, in no replication"));
}

TEST(BranchTold, HindsightIsSaidWhereAnybodyCanKnow) {
  auto known = trials({40, 50}, {30, 41});
  EXPECT_THAT(told::grid(document(known), "options").notes,
              Contains("act @ onset: in 2 of 2 replications nobody knew of it yet at that moment: "
                       "hindsight."));
  EXPECT_EQ(branch_json(known, {2, 1}, Language::english).at("options")[1].at("hindsight"), 2);
  for (auto& one : known.futures)
    one.detected_s.assign(2, std::nan(""));
  const auto notes = told::grid(document(known), "options").notes;
  EXPECT_THAT(notes, Contains(HasSubstr("Nobody detects the loss of a meldkamer")));
  EXPECT_THAT(notes, Not(Contains(HasSubstr("hindsight."))));
  EXPECT_TRUE(
      branch_json(known, {2, 1}, Language::english).at("options")[1].at("hindsight").is_null());
}

TEST(BranchTold, OfGroupsThoseAreShownWhoRunShort) {
  auto seen = trials({40, 50}, {30, 41});
  seen.futures[1].short_min_of_group[0] = {1, 2};
  const Grid grid = told::grid(document(seen), "short");
  ASSERT_EQ(grid.rows.size(), 3u) << "a quarter of a minute is not worth telling";
  EXPECT_EQ(grid.rows[0].at(0).text, "noord.call_taker");
  EXPECT_EQ(grid.rows[1].at(0).text, "  wait");
  EXPECT_EQ(grid.rows[2].at(0).text, "  act @ onset") << "an hour later it moves nobody";
  EXPECT_EQ(grid.rows[2].at(1).numbers.at(0), 1.5);
  EXPECT_EQ(grid.rows[2].at(2).numbers.at(0), -4.5);
}

TEST(BranchTold, FewerLostThanWithoutTheThreatsIsExplained) {
  const auto notes = [](const analysis::BranchTrials& of, Language language) {
    return told::grid(document(of, language), "options").notes;
  };
  for (const Language language : told::languages) {
    const auto said = HasSubstr(language == Language::dutch ? "onder nul" : "below zero");
    EXPECT_THAT(notes(trials({4, 5}, {-3, -3.1}), language), Contains(said));
    EXPECT_THAT(notes(trials({4, 5}, {0, 1}), language), Not(Contains(said)));
    auto alone = trials({4, 5}, {-3, -3.1});
    alone.has_twin = false;
    EXPECT_THAT(notes(alone, language), Not(Contains(said))) << "then all lost callers count";
  }
}

/// Six options with names as people give them, and numbers of five figures.
TEST(BranchTold, NoLineIsWiderThanATable) {
  analysis::BranchTrials wide = trials({40, 50}, {30, 41});
  wide.futures.resize(1);
  for (int i = 0; i < 6; ++i)
    wide.futures.push_back(future("all_rooms_and_call_in_" + std::to_string(i),
                                  "2026-12-05T20:40:00", {11'111.25 * i, 44'444.75}));
  wide.groups[0] = "oost_brabant.ambulance_uitgifte";
  for (auto& one : wide.futures) {
    one.values[1] = {20'000.5, 31'000.25};
    one.values[2] = {2'000.5, 13'000.25};
    one.short_min_of_group[0] = {5.5, 1'234.5 + one.values[0][0]};
  }
  for (const Language language : told::languages) {
    std::istringstream lines(
        told::printed([&](std::ostream& out) { print_text(out, document(wide, language)); }));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(width_of(line), table_width) << line;
  }
}

TEST(BranchTold, TheEarlierMomentIsHeldAgainstTheLater) {
  auto seen = trials({40, 50}, {30, 40});
  seen.futures[2].values[0] = {36, 46};
  const Grid grid = told::grid(document(seen), "earlier");
  ASSERT_EQ(grid.rows.size(), 1u);
  EXPECT_EQ(grid.rows[0].at(0).text, "act: onset instead of onset + 1 h");
  EXPECT_EQ(grid.rows[0].at(1).numbers.at(0), 6);
}

TEST(BranchTold, WithoutAnyFutureItSaysWhatItIsForOnly) {
  analysis::BranchTrials none = trials({40, 50}, {30, 41});
  none.futures.clear();
  EXPECT_THAT(document(none).head, ElementsAre(HasSubstr("naspelen en oefenen")));
  EXPECT_TRUE(branch_json(none, {2, 1}, Language::english).at("compared_with").is_null());
}

}  // namespace
