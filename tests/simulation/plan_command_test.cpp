/// `uitwijk plan`, `sweep` and `exercise` as a user sees them.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The loss of Rotterdam as `plan` makes it, written as a scenario.
std::string loss_of_rotterdam() {
  return std::string("scenario: {name: L, description: L, onset: any_hour, world: '") + SOURCE_DIR +
         "/models/netherlands'}\n" +
         "threats: {loss: {name: L, duration: '8 h', effects: [{down: {site: Rotterdam}}]}}\n";
}

TEST(PlanCommand, IsTheSameLossAsRunUnderThatPlan) {
  const Scratch scratch;
  const std::string scenario = scratch.file("loss.yaml");
  write(scenario, loss_of_rotterdam());
  const json plan = json_of(
      "plan --json -q -n 4 --meldkamer rotterdam --plans pairs,national_pool " + dutch_world);
  ASSERT_EQ(plan.at("losses").size(), 1u);
  for (const char* const id : {"pairs", "national_pool"}) {
    const json run =
        json_of("run --json -q -n 4 --plan " + std::string(id) + " '" + scenario + "'");
    const json& seen = plan.at("losses").at(0).at("plans").at(id).at("measures");
    EXPECT_EQ(seen.at("extra_lost_callers").at("mean"),
              run.at("difference").at("lost_callers").at("mean"));
    EXPECT_EQ(seen.at("extra_delayed_callers").at("p95"),
              run.at("difference").at("delayed_callers").at("p95"))
        << "one twin for all plans is the twin that each would have had";
    EXPECT_NEAR(seen.at("detect_s").at("p50").get<double>(),
                run.at("takeovers").at(0).at("detect_s").at("p50").at("s").get<double>(), 1e-6);
  }
}

TEST(PlanCommand, JobsMoveNothingAndSeedsDo) {
  const auto losses = [](const std::string& options) {
    return json_of("plan --json -q -n 3 --meldkamer limburg --at 2026-12-01T20:00 " + options +
                   dutch_world)
        .at("losses");
  };
  EXPECT_EQ(losses("-j 1 "), losses("-j 3 "));
  EXPECT_NE(losses("--seed 1 "), losses("--seed 2 "));
}

TEST(PlanCommand, DifferencesBetweenPlansAreNarrowerThanThePlans) {
  const json plan =
      json_of("plan --json -q -n 12 --meldkamer zeeland_west_brabant --plans pairs,national_pool " +
              dutch_world);
  const json& pool = plan.at("losses").at(0).at("plans").at("national_pool");
  const auto width = [](const json& measure) {
    return measure.at("ci95").at(1).get<double>() - measure.at("ci95").at(0).get<double>();
  };
  EXPECT_LT(width(pool.at("difference").at("extra_lost_callers")),
            width(pool.at("measures").at("extra_lost_callers")));
  EXPECT_TRUE(plan.at("losses").at(0).at("plans").at("pairs").at("difference").is_null());
}

TEST(PlanCommand, PairsOfRoomsAndWhoIsShort) {
  const json plan = json_of(
      "plan --json -q -n 2 --meldkamer den_haag --pairs --plans pairs "
      "--at 2026-12-04T21:00 " +
      dutch_world);
  ASSERT_EQ(plan.at("losses").size(), 10u) << "alone, and with each of nine others";
  for (const json& loss : plan.at("losses")) {
    const json& row = loss.at("plans").at("pairs");
    for (const json& lost : loss.at("lost"))
      for (const auto& [group, minutes] : row.at("short_min_by_group").items())
        EXPECT_FALSE(group.starts_with(lost.get<std::string>() + "."))
            << "the lost room receives nobody";
  }
}

TEST(PlanCommand, ANextShiftThatIsTooSmallIsSeen) {
  const auto enough = [](const std::string& settings) {
    const json plan = json_of(
        "plan --json -q -n 2 --busy 0.45 --meldkamer rotterdam --plans pairs --at "
        "2026-12-01T13:00 " +
        settings + dutch_world);
    return plan.at("losses").at(0).at("plans").at("pairs").at("measures");
  };
  std::string few;
  for (const char* const role : {"politie", "ambulance", "politie_uitgifte", "ambulance_uitgifte"})
    few += "--set meldkamers.den_haag.roster." + std::string(role) + ".evening=1 ";
  const json now = enough(""), then = enough(few);
  EXPECT_EQ(now.at("next_shift_enough").at("mean"), 1);
  EXPECT_EQ(then.at("next_shift_enough").at("mean"), 0);
  EXPECT_GT(then.at("occupancy_next_shift").at("mean").get<double>(),
            now.at("occupancy_next_shift").at("mean").get<double>() + 0.2);
  EXPECT_GT(then.at("hours_over_busy").at("mean").get<double>(), 1);
}

TEST(PlanCommand, Tables) {
  const Ended text = uitwijk("plan -q -n 2 --meldkamer limburg --lang nl " + dutch_world);
  EXPECT_EQ(text.exit_code, 0) << text.err;
  EXPECT_THAT(text.out, AllOf(HasSubstr("OVERNAMEPLANNEN"), HasSubstr("limburg"),
                              HasSubstr("national_pool"), HasSubstr("maximum_flow")));
  const Ended csv =
      uitwijk("plan -q -n 2 --meldkamer limburg --plans pairs --format csv " + dutch_world);
  EXPECT_THAT(csv.out, AllOf(HasSubstr("lost,plan,measure,"),
                             HasSubstr("\nlimburg,pairs,extra_lost_callers,")));
}

TEST(PlanCommand, WrongPlansAreNamed) {
  const Ended plans = uitwijk("plan --plans pair " + dutch_world);
  EXPECT_EQ(plans.exit_code, 3);
  EXPECT_THAT(plans.err, HasSubstr("--plans pair: is not a takeover plan of this world, did you "
                                   "mean pairs?"));
  const Ended run = uitwijk("graph --plan neighbors " + dutch_world);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("did you mean neighbours?"));
  const Ended none = uitwijk("plan '" + world_file("cli_tiny/world") + "'");
  EXPECT_EQ(none.exit_code, 3);
  EXPECT_THAT(none.err, HasSubstr("has no takeover_plans to compare"));
  const Ended at = uitwijk("plan --at yesterday " + dutch_world);
  EXPECT_EQ(at.exit_code, 3);
  EXPECT_THAT(at.err, HasSubstr("--at"));
}

TEST(PlanCommand, ListAndProposal) {
  const json list = json_of("plan --list --json --plan neighbours " + dutch_world);
  int in_force = 0;
  for (const json& plan : list.at("plans"))
    if (plan.at("in_force") == true) {
      EXPECT_EQ(plan.at("id"), "neighbours");
      ++in_force;
    }
  EXPECT_EQ(in_force, 1);
  const Scratch scratch;
  write(scratch.file("plan.yaml"), uitwijk("plan --propose " + dutch_world).out);
  EXPECT_EQ(uitwijk("check --with '" + scratch.file("plan.yaml") + "' " + dutch_world).exit_code,
            0);
}

TEST(Draaiboek, HasItsSectionsAndIsPrivate) {
  const Scratch scratch;
  const std::string file = scratch.file("book.md");
  const Ended done =
      uitwijk("plan --draaiboek rotterdam --lang nl -o '" + file + "' " + dutch_world);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  struct stat there {};
  ASSERT_EQ(stat(file.c_str(), &there), 0);
  EXPECT_EQ(there.st_mode & 0777, 0600u);
  const std::string book = text_of(file);
  EXPECT_TRUE(
      book.starts_with("> **Openbare bronnen en aannames; niet de werkelijke inrichting**"));
  for (const char* const part :
       {"# Draaiboek overname: Meldkamer Rotterdam valt uit", "## 1. Wanneer", "2 levenstekens",
        "| 1 | Meldkamer Den Haag | 100 % | ja |", "| 2 | Meldkamer Zeeland-West-Brabant |",
        "| 00-01 |", "| 23-24 |", "## 4.", "07:00, 15:00, 23:00", "## 6. Terugkeer"})
    EXPECT_THAT(book, HasSubstr(part));
}

TEST(Draaiboek, FewerPeopleAtThePartnerIsAShortageInIt) {
  const std::string ask = "plan --draaiboek rotterdam --lang en ";
  const Ended now = uitwijk(ask + dutch_world);
  const Ended then =
      uitwijk(ask + "--set meldkamers.den_haag.roster.ambulance.night=1 " + dutch_world);
  const auto shortages = [](const std::string& book) {
    return book.substr(book.find("## 4."), book.find("## 5.") - book.find("## 4."));
  };
  EXPECT_THAT(shortages(then.out), AllOf(HasSubstr("Ambulance"), HasSubstr("Den Haag")));
  EXPECT_NE(shortages(now.out), shortages(then.out));
  EXPECT_THAT(uitwijk("plan --draaiboek roterdam " + dutch_world).err,
              HasSubstr("did you mean rotterdam?"));
}

const std::string outage = "'" + tiny_outage + "'";

TEST(SweepCommand, FindsTheSmallestWholeNumberThatHolds) {
  const json sweep = json_of("sweep -q --json -n 10 " + outage +
                             " --vary meldkamers.zuid.roster.call_taker=1..30/4"
                             " --until 'stages.intake.wait_mean_s<=20'");
  EXPECT_TRUE(sweep.at("whole_numbers").get<bool>());
  const json& answer = sweep.at("answer");
  ASSERT_EQ(answer.at("holds"), "from") << sweep.dump(1);
  const int value = answer.at("value").get<int>(), fails = answer.at("fails_at").get<int>();
  EXPECT_EQ(value, fails + 1) << "nothing between them was left out";
  for (const auto& [people, meets] : {std::pair{value, true}, {fails, false}}) {
    const json run = json_of("run -q --json -n 10 " + outage + " --set meldkamers.zuid.roster." +
                             "call_taker=" + std::to_string(people));
    EXPECT_EQ(run.at("stages").at("intake").at("measures").at("wait_mean_s").at("ci95").at(1) <= 20,
              meets)
        << "each value is the run that --set gives";
  }
}

TEST(SweepCommand, TimesHaveUnitsAndALargestValueThatHolds) {
  const json sweep = json_of("sweep -q --json -n 10 " + outage +
                             " --vary takeover.decide='30 s..40 min/5'"
                             " --until 'difference.lost_callers<=12' --by mean");
  EXPECT_EQ(sweep.at("unit"), "min");
  EXPECT_DOUBLE_EQ(sweep.at("points").at(0).at("value").get<double>(), 0.5);
  EXPECT_EQ(sweep.at("answer").at("holds"), "up_to") << sweep.dump(1);
  EXPECT_LT(sweep.at("answer").at("value").get<double>(),
            sweep.at("answer").at("fails_at").get<double>());
  double last = -1;
  for (const json& point : sweep.at("points")) {
    EXPECT_GT(point.at("value").get<double>(), last);
    last = point.at("value").get<double>();
  }
}

TEST(SweepCommand, SaysNowhereAndEverywhere) {
  const auto text = [](const std::string& until) {
    return uitwijk("sweep -q -n 4 " + outage +
                   " --vary takeover.decide='1 min..9 min/3' --until '" + until + "'")
        .out;
  };
  EXPECT_THAT(text("unique_callers<=0"), HasSubstr("no value in this range"));
  EXPECT_THAT(text("unique_callers>=1"), HasSubstr("every value in this range"));
}

TEST(SweepCommand, WrongUsageIsExplained) {
  const auto trouble = [](const std::string& options) {
    return uitwijk("sweep -q -n 2 " + outage + " " + options);
  };
  const std::string decide = "--vary takeover.decide='1 min..3 min/2' ";
  EXPECT_THAT(trouble("--vary takeover.decide=5min").err, HasSubstr("has no range"));
  EXPECT_THAT(trouble("--vary takeover.decide='9 min..3 min'").err, HasSubstr("must end above"));
  EXPECT_THAT(trouble("--vary takeover.decide='9 calls/h..3 min'").err, HasSubstr("units"));
  EXPECT_THAT(trouble(decide + "--until lost_callers").err, HasSubstr("is no criterion"));
  EXPECT_THAT(trouble(decide + "--until 'lost_caler<1'").err,
              HasSubstr("did you mean lost_callers?"));
  const Ended path = trouble("--vary takeover.decid='1 min..3 min/2'");
  EXPECT_EQ(path.exit_code, 3);
  EXPECT_THAT(path.err, AllOf(HasSubstr("--vary"), HasSubstr("did you mean decide?")));
}

const std::string seen = R"(exercise:
  name: "Uitwijktest"
  source: "uitwijktest 2026-03-11"
  observed:
    rotterdam: {at: "2026-03-11T10:00", lost_for: "2 h", partner: den_haag,
                detect: "30 min", decide: "4 min", switch: "7 min", verify: "10 h"}
)";

TEST(ExerciseCommand, PutsObservationsAmongPredictions) {
  const Scratch scratch;
  write(scratch.file("test.yaml"), seen);
  const json told =
      json_of("exercise --json -q -n 30 '" + scratch.file("test.yaml") + "' " + dutch_world);
  const json& room = told.at("meldkamers").at("rotterdam");
  EXPECT_GT(room.at("clocks").at("detect").at("share_below").get<double>(), 0.99);
  EXPECT_NEAR(room.at("clocks").at("verify").at("share_below").get<double>(), 0.35, 0.15);
  EXPECT_LT(room.at("clocks").at("decide").at("p5_s").get<double>(),
            room.at("clocks").at("decide").at("p95_s").get<double>());
  const json& outcome = room.at("outcome");
  EXPECT_NEAR(
      outcome.at("as_observed").at("measures").at("answered_again_s").at("p50").get<double>(),
      41 * 60, 60)
      << "30 + 4 + 7 min";
  EXPECT_GT(outcome.at("as_observed").at("difference").at("extra_lost_callers").at("mean"), 0);
  EXPECT_LT(outcome.at("updated").at("measures").at("extra_lost_callers").at("mean"),
            outcome.at("as_observed").at("measures").at("extra_lost_callers").at("mean"));
}

TEST(ExerciseCommand, SavesAnOverlayThatRunTakes) {
  const Scratch scratch;
  write(scratch.file("test.yaml"), seen);
  const std::string base = "exercise -q -n 2 '" + scratch.file("test.yaml") + "' " + dutch_world;
  ASSERT_EQ(uitwijk(base + " --save '" + scratch.file("new.yaml") + "'").exit_code, 0);
  ASSERT_EQ(uitwijk(base + " --as observed --save '" + scratch.file("raw.yaml") + "'").exit_code,
            0);
  const json raw = json_of("describe --json " + dutch_world + " takeover.decide --with '" +
                           scratch.file("raw.yaml") + "'");
  ASSERT_EQ(raw.at("parameters").size(), 1u) << raw;
  EXPECT_EQ(raw.at("parameters").at(0).at("kind"), "measured");
  EXPECT_EQ(raw.at("parameters").at(0).at("source"), "uitwijktest 2026-03-11");
  EXPECT_EQ(raw.at("parameters").at(0).at("si_value"), 240);
  // The model's median of deciding is 144.1 s and its own clock counts for one: sqrt(144.1 x 240).
  const json updated =
      json_of("describe --json " + dutch_world + " takeover.decide.lognormal.median --with '" +
              scratch.file("new.yaml") + "'");
  EXPECT_NEAR(updated.at("parameters").at(0).at("si_value").get<double>(), 186, 0.5);
  EXPECT_EQ(updated.at("parameters").at(0).at("kind"), "derived");
}

TEST(ExerciseCommand, WhatIsWrongIsSaidWithItsPlace) {
  const Scratch scratch;
  std::string text = seen;
  text.replace(text.find("rotterdam:"), 10, "roterdam:");
  text.replace(text.find("\"4 min\""), 7, "\"4\"");
  text.replace(text.find("  source"), 8, "  # none");
  write(scratch.file("test.yaml"), text);
  const Ended wrong = uitwijk("exercise '" + scratch.file("test.yaml") + "' " + dutch_world);
  EXPECT_EQ(wrong.exit_code, 3);
  EXPECT_THAT(wrong.err,
              AllOf(HasSubstr("test.yaml:5:5: "), HasSubstr("did you mean rotterdam?"),
                    HasSubstr("decide must be a time with its unit"), HasSubstr("needs a source")));
}

}  // namespace
}  // namespace simulation
