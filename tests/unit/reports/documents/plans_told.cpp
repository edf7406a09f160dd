// What a comparison of takeover plans says.
#include "reports/documents/plan_result.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using told::texts;

constexpr const char* plan_names[] = {
    "extra_lost_callers",   "extra_delayed_callers", "answered_again_s", "short_min.politie",
    "occupancy_this_shift", "occupancy_next_shift",  "hours_over_busy",  "next_shift_enough"};

/// Two replications of each measure, `lost` apart.
analysis::PlanTrial plan(std::vector<double> lost) {
  analysis::PlanTrial out;
  out.values = {std::move(lost), {20, 30},   {120, 240}, {6, 8},
                {0.5, 0.7},      {0.4, 0.4}, {1, 2},     {1, 0}};
  out.short_min_of_group.assign(told::tiny().world.groups.size(), 0);
  return out;
}

analysis::LossTrials plan_trials(std::vector<double> first, std::vector<double> second) {
  analysis::LossTrials out;
  out.world = told::tiny().world;
  out.rubricering = "Openbare bronnen";
  out.plans = {"pairs", "pool"};
  for (const char* const name : plan_names)
    out.measures.push_back({name, std::string_view(name).ends_with("_s") ? analysis::Unit::seconds
                                                                         : analysis::Unit::count});
  for (const char* const room : {"noord", "zuid"})
    out.losses.push_back({{told::centre(room)}, {plan(first), plan(second)}});
  return out;
}

analysis::LossTrials even() {
  return plan_trials({10, 12}, {10, 12});
}

Document document(const analysis::LossTrials& of, Language language = Language::english) {
  return plans_document(of, {}, language);
}

TEST(PlansTold, HasTheGridsThatWereAnnouncedBeforehand) {
  const Document all = document(even());
  told::expect_whole(all);
  EXPECT_EQ(told::grid_names(all), plans_grids());
}

TEST(PlansTold, HeadSaysMarkingWorldAndWhatWasTried) {
  EXPECT_THAT(
      document(even()).head,
      ElementsAre("Rubricering: Openbare bronnen", "Tiny",
                  "Each room lost for 8 h, beginning at any hour of the week, each as often; "
                  "50 replications, seed 1. The same callers and the same twin under every "
                  "plan."));
  analysis::LossQuestion fixed;
  fixed.at = "2026-12-05T23:00";
  fixed.replications = 1;
  EXPECT_THAT(plans_asked(fixed, Language::english),
              HasSubstr("beginning at 2026-12-05T23:00; 1 replication, "));
  EXPECT_THAT(plans_asked(fixed, Language::dutch),
              HasSubstr("begin op 2026-12-05T23:00; 1 replicatie, "));
}

TEST(PlansTold, ALossIsAGroupWithARowForEachPlan) {
  const Grid losses = told::grid(document(even()), "losses");
  ASSERT_EQ(losses.rows.size(), 6U);
  EXPECT_EQ(losses.rows[0].is, GridRow::Is::group);
  EXPECT_THAT(texts(losses.rows[0]), ElementsAre("noord"));
  EXPECT_THAT(texts(losses.rows[3]), ElementsAre("zuid"));
  EXPECT_EQ(losses.headings.at(2), "than pairs");
  EXPECT_EQ(losses.headings.at(5), "short p");
  const auto row = texts(losses.rows[1]);
  EXPECT_EQ(row.at(0), "  pairs");
  EXPECT_EQ(row.at(2), "") << "not against itself";
  EXPECT_EQ(row.at(3), "25");
  EXPECT_EQ(row.at(5), "7");
  EXPECT_EQ(row.at(6), "60/40 %");
  EXPECT_EQ(row.at(7), "1.5 h");
  EXPECT_EQ(row.at(8), "50 %");
}

TEST(PlansTold, NamesWhoRanShortMostAndAtLeastAMinute) {
  analysis::LossTrials of = even();
  auto& groups = of.losses.front().plans.front().short_min_of_group;
  ASSERT_GE(groups.size(), 3U);
  groups = {0.5, 40, 7};
  groups.resize(of.world.groups.size(), 0);
  const Grid losses = told::grid(document(of), "losses");
  EXPECT_EQ(losses.rows[2].is, GridRow::Is::remark);
  EXPECT_EQ(losses.rows[2].front().text, "      short most: " + of.world.groups.rows()[1].id +
                                             " 40 min, " + of.world.groups.rows()[2].id + " 7 min");
  groups.assign(of.world.groups.size(), 0.9);
  EXPECT_EQ(told::grid(document(of), "losses").rows.size(), 6U) << "no remark";
}

TEST(PlansTold, AVerdictFollowsFromTheIntervalOfTheDifference) {
  const auto notes = [](const analysis::LossTrials& of) {
    return told::grid(document(of), "total").notes;
  };
  EXPECT_THAT(notes(plan_trials({20, 22}, {10, 12.1})),
              ElementsAre(HasSubstr("pool: fewer lost than pairs, ")));
  EXPECT_THAT(notes(plan_trials({10, 12.1}, {20, 22})),
              ElementsAre(HasSubstr("pool: more lost than pairs, ")));
  EXPECT_THAT(notes(plan_trials({10, 12}, {0, 30})),
              ElementsAre(HasSubstr("pool: cannot be told from pairs at this number")));
  EXPECT_THAT(
      told::grid(document(plan_trials({20, 22}, {10, 12.1}), Language::dutch), "total").notes,
      ElementsAre(HasSubstr("pool: minder verloren dan pairs, ")));
}

TEST(PlansTold, TheTotalCountsTheLosses) {
  const Grid total = told::grid(document(even()), "total");
  EXPECT_EQ(total.headings.front(), "each of these 2 losses once");
  EXPECT_EQ(total.rows[0][1].numbers.at(0), 22) << "11 of each room";
}

TEST(PlansTold, ASingleLossHasNoTotal) {
  analysis::LossTrials of = even();
  of.losses.resize(1);
  EXPECT_THAT(told::grid_names(document(of)), ElementsAre("losses", "all"));
  EXPECT_THAT(
      told::printed([&](std::ostream& out) { print_plans(out, of, {}, Language::english); }),
      Not(HasSubstr("each of these")));
}

TEST(PlansTold, APairOfRoomsHasBothNames) {
  EXPECT_EQ(name_of(told::tiny().world, {told::centre("noord"), told::centre("zuid")}),
            "noord+zuid");
}

TEST(PlansTold, TextHasTheHeadBeforeAnyNumber) {
  const std::string text =
      told::printed([&](std::ostream& out) { print_plans(out, even(), {}, Language::english); });
  EXPECT_THAT(text, testing::StartsWith("TAKEOVER PLANS of Tiny\nRubricering: Openbare bronnen\n"));
  EXPECT_THAT(text, HasSubstr("over: hours above 80 %"));
}

TEST(PlansTold, JsonHasADifferenceOfEveryPlanButTheFirst) {
  const auto json = plans_json(even(), {});
  EXPECT_EQ(json.at("schema"), "uitwijk/plan/2");
  const auto& plans = json.at("losses").at(0).at("plans");
  EXPECT_TRUE(plans.at("pairs").at("difference").is_null());
  EXPECT_EQ(plans.at("pool").at("difference").at("extra_lost_callers").at("mean"), 0);
  EXPECT_EQ(plans.at("pool").at("measures").at("hours_over_busy").at("mean"), 1.5);
}

TEST(PlansTold, AProgramGetsALineForEachLossPlanAndMeasure) {
  const Grid lines = told::grid(document(even()), "all");
  EXPECT_TRUE(lines.for_programs);
  EXPECT_EQ(lines.rows.size(), 2 * 2 * std::size(plan_names));
}

TEST(PlanList, HasTheHeadOfTheWorld) {
  const Document list = plan_list(told::tiny().world, Language::dutch);
  told::expect_whole(list);
  ASSERT_EQ(list.head.size(), 2U);
  EXPECT_THAT(list.head[0], testing::StartsWith("Rubricering"));
  EXPECT_THAT(list.head[1], HasSubstr("Tiny"));
}

}  // namespace
