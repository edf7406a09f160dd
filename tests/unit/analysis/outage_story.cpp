#include "analysis/story/outage_story.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "analysis/story/needs_expression.hpp"
#include "results/result_file.hpp"

namespace {

using namespace analysis;
using results::Episode;
using results::Study;
using results::TimelineCount;
using testing::DoubleNear;
using testing::ElementsAre;

constexpr auto counts = results::size_of<TimelineCount>;
constexpr std::size_t centres = 3;  // north, south, and a national one
constexpr double onset = 7200;

std::uint32_t& cell(results::Facts& facts, std::size_t bin, std::size_t centre,
                    TimelineCount count) {
  return facts.timeline[(bin * centres + centre) * counts + static_cast<std::size_t>(count)];
}

results::Dimensions dimensions() {
  results::Dimensions out;
  out.centres = {"north", "south", "nation"};
  out.centre_names = {"North", "South", "Nation"};
  out.disciplines = {"police", "fire"};
  out.discipline_modelled = {1, 0};
  out.stages = {"first", "intake"};
  out.places = {{0, 2}, {1, 0}, {1, 1}};
  out.groups = {"north.police", "south.police", "south.both"};
  out.group_centre = {0, 1, 1};
  out.group_stage = {1, 1, 1};
  out.group_disciplines = {"police", "police", "police, fire"};
  out.components = {"power@north", "acd@north", "acd@south", "spare"};
  out.component_names = {"Power", "Switch (North)", "Switch (South)", "Spare"};
  out.component_voorzieningen = {"Grid", "Telephony", "Telephony", "Telephony"};
  out.component_needs = {"-", "power@north", "-", "-"};
  out.functions = {"answer@north", "answer@south", "page@north"};
  out.function_names = {"Answer", "Answer", "Page"};
  out.function_needs = {"all(acd@north, spare)", "acd@south", "any(acd@north, spare)"};
  return out;
}

results::Facts facts(std::size_t bins) {
  results::Facts out;
  out.timeline.resize(bins * centres * counts);
  out.groups.resize(3 * results::size_of<results::CallClass> *
                    results::size_of<results::GroupCount>);
  out.group_times.resize(3 * results::size_of<results::GroupTime>);
  out.waits.resize(3 * results::time_bins::count);
  out.answer_delay.resize(2 * (results::time_bins::count + 1));
  return out;
}

Episode lost(std::uint32_t centre) {
  Episode out;
  out.centre = centre;
  out.partner = 1;
  out.onset_s = onset + 30;
  out.detected_s = onset + 90;
  out.decided_s = onset + 300;
  out.switched_s = onset + 900;
  out.repaired_s = onset + 3600;
  out.returned_s = onset + 5400;
  return out;
}

/// Replications whose windows reach so many timeline bins; each loses as many callers as its
/// number.
Study study(const std::vector<std::size_t>& bins) {
  Study out;
  out.dimensions = dimensions();
  out.provenance.warm_up_s = onset;
  out.provenance.end_s = 40 * 3600;
  for (const std::size_t reached : bins) {
    const auto on_duty = [&](results::Facts& world) {
      for (std::size_t bin = 0; bin < reached; ++bin)
        cell(world, bin, 0, TimelineCount::on_duty) = 8;
    };
    auto& seen = out.replications.emplace_back();
    seen.replication = out.replications.size() - 1;
    seen.world = facts(reached);
    seen.twin = facts(reached);
    on_duty(seen.world);
    on_duty(*seen.twin);
    auto& paired = seen.paired.emplace();
    paired.onset_s = onset;
    paired.recover_s = 1800;
    paired.newly_lost = {static_cast<std::uint32_t>(out.replications.size())};
    paired.newly_saved = {0};
  }
  return out;
}

void summarise(Study& study) {
  study.timeline = results::summarise_timeline(study.replications, centres);
}

TEST(StoryAxis, IsNarrowAfterTheOnsetAndEndsWhereAllIsCalm) {
  auto told = study({500, 500, 500});
  told.replications[0].paired->recover_s = 9 * 3600;
  summarise(told);
  const StoryAxis axis = story_axis(told);
  EXPECT_DOUBLE_EQ(axis.onset_s, onset);
  EXPECT_EQ(axis.edges.front(), 18u) << "half an hour before";
  EXPECT_EQ(axis.edges[1] - axis.edges[0], 1u);
  EXPECT_EQ(axis.edges.back(), (onset + 10 * 3600) / 300);
  EXPECT_DOUBLE_EQ(axis.from_s(30), onset + 2 * 3600) << "six bins before, 24 of 5 min";
  EXPECT_EQ(axis.edges[31] - axis.edges[30], 3u) << "then quarters of an hour";
}

TEST(StoryAxis, StopsWhereHalfOfTheReplicationsDo) {
  auto told = study({200, 60, 50});
  told.replications[0].paired->recover_s = 30 * 3600;
  summarise(told);
  EXPECT_EQ(story_axis(told).edges.back(), 60u);
}

TEST(StoryAxis, HasNoBinsWithoutTimelines) {
  EXPECT_EQ(story_axis(study({0, 0})).bins(), 0u);
  EXPECT_EQ(story_axis(Study{}).bins(), 0u);
}

TEST(OutageTimeline, AveragesWhatAWiderBinTakesTogether) {
  auto told = study({300});
  for (std::size_t bin = 48; bin < 51; ++bin) {  // the first quarter of an hour
    cell(told.replications[0].world, bin, 0, TimelineCount::failed) =
        static_cast<std::uint32_t>(bin - 47);
    cell(told.replications[0].world, bin, 1, TimelineCount::failed) = 10;
    cell(*told.replications[0].twin, bin, 1, TimelineCount::failed) = 4;
  }
  summarise(told);
  const OutageTimeline timeline = outage_timeline(told);
  const std::size_t failed = 2, quarter = 30;
  ASSERT_EQ(told_counts[failed], TimelineCount::failed);
  EXPECT_DOUBLE_EQ(timeline.centres[0][failed].mean[quarter], 2);
  EXPECT_DOUBLE_EQ(timeline.all[failed].mean[quarter], 12);
  EXPECT_DOUBLE_EQ(timeline.all[failed].p95[quarter], 12);
  EXPECT_DOUBLE_EQ(timeline.all[failed].twin[quarter], 4);
  EXPECT_DOUBLE_EQ(timeline.all[failed].mean[quarter - 1], 0);
  EXPECT_EQ(timeline.reached[quarter], 1u);
}

/// Nobody lives in a region of the national centre, and everybody calls it.
TEST(OutageTimeline, EverybodyCallsTheNationalCentre) {
  auto told = study({300});
  told.dimensions.region_centre = {0, 1};
  for (const std::size_t region : {0u, 1u})
    cell(told.replications[0].world, 24, region, TimelineCount::first_attempts) = 5;
  summarise(told);
  const OutageTimeline timeline = outage_timeline(told);
  const std::size_t first_attempts = 0, at_onset = 6;
  ASSERT_EQ(told_counts[first_attempts], TimelineCount::first_attempts);
  EXPECT_DOUBLE_EQ(timeline.centres[1][first_attempts].mean[at_onset], 5);
  EXPECT_DOUBLE_EQ(timeline.centres[2][first_attempts].mean[at_onset], 10);
  EXPECT_DOUBLE_EQ(timeline.all[first_attempts].mean[at_onset], 10);
}

TEST(OutageMoments, TakeTheFirstToKnowAndTheLastToReturn) {
  auto told = study({100, 100});
  Episode later = lost(1);
  later.detected_s += 100;
  later.returned_s += 600;
  told.replications[0].world.episodes = {later, lost(0)};
  told.replications[1].world.episodes = {lost(0)};
  told.replications[1].world.episodes[0].returned_s = std::nan("");
  told.replications[1].world.seen_until_s = onset + 9 * 3600;
  const auto moments = outage_moments(told);
  EXPECT_EQ(moments[0].name, "detected");
  EXPECT_DOUBLE_EQ(moments[0].p50_s, 90);
  EXPECT_TRUE(std::isnan(moments[0].p95_s)) << "two have no 95th percentile";
  EXPECT_EQ(moments[4].name, "returned");
  EXPECT_EQ(moments[4].n, 1u) << "one was never back";
  EXPECT_EQ(moments[4].of, 2u);
  EXPECT_DOUBLE_EQ(moments[4].p50_s, 6000);
}

/// "Back after 6000 s", of the one replication in four that saw it, was a median of what is short.
TEST(OutageMoments, AReturnBeyondTheDataIsLaterAndNotMissing) {
  auto told = study({100, 100, 100, 100});
  for (auto& seen : told.replications) {
    seen.world.episodes = {lost(0)};
    seen.world.seen_until_s = onset + 9 * 3600;
  }
  for (const std::size_t cut : {0u, 1u, 2u})
    told.replications[cut].world.episodes[0].returned_s = std::nan("");
  const Moment returned = outage_moments(told)[4];
  EXPECT_EQ(returned.n, 1u);
  EXPECT_TRUE(std::isnan(returned.p50_s));
  EXPECT_DOUBLE_EQ(returned.later_than_s, 9 * 3600);
}

TEST(OutageMoments, WhoNeverLeftNeedsNoReturn) {
  auto told = study({100, 100});
  Episode stayed = lost(0);
  stayed.switched_s = stayed.returned_s = std::nan("");
  told.replications[0].world.episodes = {stayed};
  told.replications[1].world.episodes = {lost(0)};
  const Moment returned = outage_moments(told)[4];
  EXPECT_EQ(returned.not_needed, 1u);
  EXPECT_EQ(returned.n, 1u);
  EXPECT_DOUBLE_EQ(returned.p50_s, 5400);
}

/// One answer to "for how long": that of the row in the impact table.
TEST(OutageMoments, AServiceThatIsNeverDownIsBackFirst) {
  auto told = study({100, 100, 100});
  told.replications[0].paired->recover_s = told.replications[1].paired->recover_s = 0;
  const Moment recovered = outage_moments(told)[5];
  EXPECT_EQ(recovered.not_needed, 2u);
  EXPECT_DOUBLE_EQ(recovered.p50_s, 0) << "the median of all three, not of the one that fell";
}

TEST(OutageMoments, ARecoveryIsOfThePartThatItsRowIsJudgedOn) {
  auto told = study({100});
  told.replications[0].paired->touched = {1};
  told.replications[0].paired->recover_s = 2700;
  told.replications[0].paired->recover_nation_s = 300;
  EXPECT_DOUBLE_EQ(outage_moments(told)[5].p50_s, 300);
  told.provenance.row.target = "north";
  EXPECT_DOUBLE_EQ(outage_moments(told)[5].p50_s, 2700);
}

TEST(OutageMoments, WithoutATakeoverAreRepairedWithTheLastComponent) {
  auto told = study({100, 100});
  told.replications[0].world.outages = {{0, onset, onset + 60}, {1, onset, onset + 120}};
  told.replications[1].world.outages = {{0, onset, 40 * 3600 + told.provenance.drain_s}};
  const auto moments = outage_moments(told);
  EXPECT_EQ(moments[0].n, 0u);
  EXPECT_TRUE(std::isnan(moments[0].p50_s));
  EXPECT_EQ(moments[3].name, "repaired");
  EXPECT_EQ(moments[3].n, 1u) << "the other lasted to the end";
  EXPECT_DOUBLE_EQ(moments[3].p50_s, 120);
}

TEST(PossibleCourse, SaysOfEveryCentreHowItDoes) {
  auto told = study({200, 200, 200});
  auto& world = told.replications[1].world;
  world.episodes = {lost(0)};
  for (std::size_t bin = 0; bin < 200; ++bin)
    for (std::size_t centre = 0; centre < centres; ++centre)
      cell(world, bin, centre, TimelineCount::on_duty) = 8;
  cell(world, 28, 1, TimelineCount::waiting) = 2;
  cell(world, 29, 1, TimelineCount::waiting) = 1;
  cell(world, 25, 2, TimelineCount::failed) = 3;
  cell(world, 25, 2, TimelineCount::answered) = 27;
  cell(world, 26, 2, TimelineCount::failed) = 3;
  cell(world, 26, 2, TimelineCount::answered) = 28;
  cell(world, 27, 2, TimelineCount::failed) = 2;
  summarise(told);
  const auto courses = told_courses(told, story_axis(told));
  ASSERT_EQ(courses.size(), 2u);
  EXPECT_EQ(courses[0].rule, "median");
  EXPECT_EQ(courses[0].replication, 1u);
  EXPECT_EQ(courses[0].extra_lost, 2);
  EXPECT_EQ(courses[1].replication, 2u);
  const auto at = [&](std::size_t centre, std::size_t bin) {
    return courses[0].states[centre][bin - 18];
  };
  EXPECT_EQ(at(0, 24), CentreState::normal) << "it is lost half a minute after the bin begins";
  EXPECT_EQ(at(0, 25), CentreState::unanswered);
  EXPECT_EQ(at(0, 26), CentreState::unanswered) << "at its end calls are switched";
  EXPECT_EQ(at(0, 27), CentreState::elsewhere);
  EXPECT_EQ(at(0, 40), CentreState::elsewhere) << "repaired and not yet back home";
  EXPECT_EQ(at(0, 42), CentreState::normal);
  EXPECT_EQ(at(1, 28), CentreState::normal) << "they wait at its end";
  EXPECT_EQ(at(1, 29), CentreState::pressed) << "2 of 8";
  EXPECT_EQ(at(1, 30), CentreState::normal) << "1 of 8";
  EXPECT_EQ(at(2, 25), CentreState::losing) << "3 of 30";
  EXPECT_EQ(at(2, 26), CentreState::normal) << "3 of 31";
  EXPECT_EQ(at(2, 27), CentreState::normal) << "2 are too few to say so";
  EXPECT_EQ(courses[0].waiting[1][29 - 18], 2u);
}

/// The map showed 112 failing four minutes before it failed.
TEST(PossibleCourse, NothingFailsBeforeTheOnset) {
  auto told = study({200});
  told.replications[0].paired->onset_s = onset + 240;  // within the bin that begins at the onset
  auto& world = told.replications[0].world;
  for (const std::size_t bin : {24u, 25u})
    cell(world, bin, 2, TimelineCount::failed) = 20;
  summarise(told);
  const StoryAxis axis = story_axis(told);
  const auto courses = told_courses(told, axis);
  const auto& states = courses.at(0).states.at(2);
  const std::size_t at_onset = 24 - axis.edges.front();
  EXPECT_EQ(states[at_onset], CentreState::normal) << "it begins four minutes before";
  EXPECT_EQ(states[at_onset + 1], CentreState::losing);
}

TEST(PossibleCourse, NeedsItsTimeline) {
  auto told = study({200, 200});
  summarise(told);
  for (auto& seen : told.replications)
    seen.world.timeline.clear();
  EXPECT_TRUE(told_courses(told, story_axis(told)).empty());
}

TEST(ReceivingRooms, AreShortMoreThanTheirTwin) {
  auto told = study({1, 1});
  auto& world = told.replications[0].world;
  const auto taken_over = static_cast<std::size_t>(results::GroupCount::taken_over);
  const std::size_t width =
      results::size_of<results::CallClass> * results::size_of<results::GroupCount>;
  world.groups[2 * width + taken_over] = 7;
  const auto short_s = static_cast<std::size_t>(results::GroupTime::short_s);
  constexpr auto times = results::size_of<results::GroupTime>;
  world.group_times[1 * times + short_s] = 300;
  world.group_times[2 * times + short_s] = 120;
  told.replications[0].twin->group_times[1 * times + short_s] = 60;
  told.replications[1].world.group_times[1 * times + short_s] = 6000;
  const auto rooms = receiving_rooms(told);
  ASSERT_EQ(rooms.size(), 1u);
  EXPECT_EQ(rooms[0].centre, 1u);
  EXPECT_EQ(rooms[0].received.hits, 1u);
  EXPECT_DOUBLE_EQ(rooms[0].answered.mean, 7);
  EXPECT_DOUBLE_EQ(rooms[0].short_min[0].mean, 6) << "both groups, in the one replication";
  EXPECT_DOUBLE_EQ(rooms[0].short_min[1].mean, 2) << "fire has one of the two groups";
}

TEST(AnswerTimes, AreSharesOfAllWhoWaitedAndOfThoseNeverAnswered) {
  auto told = study({1});
  auto& world = told.replications[0].world;
  world.waits[0] = 6;
  world.waits[results::time_bins::bin_of(100)] = 2;
  world.answer_delay[0] = 3;
  world.answer_delay[results::time_bins::count] = 1;
  told.replications[0].twin->answer_delay[0] = 5;
  const auto times = answer_times(told);
  ASSERT_EQ(times.size(), 2u) << "fire is not modelled";
  EXPECT_EQ(times[0].of, "first_answer");
  EXPECT_EQ(times[0].n, 8u);
  EXPECT_DOUBLE_EQ(times[0].world[3], 0.75) << "10 s";
  EXPECT_DOUBLE_EQ(times[0].world[10], 1) << "120 s";
  EXPECT_EQ(times[1].of, "police");
  EXPECT_DOUBLE_EQ(times[1].world.back(), 0.75) << "one of four never";
  EXPECT_DOUBLE_EQ(times[1].twin.front(), 1);
  EXPECT_TRUE(std::isnan(times[0].twin.front())) << "nobody waited in the twin";
}

/// "100 % within the norm" while nobody gets in: who is blocked never comes to a queue.
TEST(AnswerTimes, CountWhoIsBlockedAsNeverAnswered) {
  auto told = study({1});
  constexpr auto width = results::size_of<results::CallerCount>;
  const auto count = [](results::Facts& facts, results::CallerCount what) -> std::uint32_t& {
    return facts.callers[static_cast<std::size_t>(what)];
  };
  for (results::Facts* const facts : {&told.replications[0].world, &*told.replications[0].twin}) {
    facts->callers.resize(2 * width);
    facts->waits[0] = 10;
    count(*facts, results::CallerCount::attempts) = 10;
    count(*facts, results::CallerCount::first_in_norm) = 9;
  }
  count(told.replications[0].world, results::CallerCount::attempts) = 40;
  count(told.replications[0].world, results::CallerCount::first_blocked) = 30;
  const AnswerTimes first = answer_times(told)[0];
  EXPECT_EQ(first.n, 40u);
  EXPECT_DOUBLE_EQ(first.world.back(), 0.25);
  EXPECT_DOUBLE_EQ(first.twin.back(), 1);
  const NormShares norm = answered_within_norm(told);
  EXPECT_DOUBLE_EQ(norm.world, 9.0 / 40);
  EXPECT_DOUBLE_EQ(norm.twin, 0.9);
}

TEST(AnswerTimes, GoStraightThroughABin) {
  auto told = study({1});
  const std::size_t bin = results::time_bins::bin_of(60);
  told.replications[0].world.waits[bin] = 1000;
  const double from = results::time_bins::edge_s(bin), to = results::time_bins::edge_s(bin + 1);
  EXPECT_THAT(answer_times(told)[0].world[8], DoubleNear((60 - from) / (to - from), 1e-12));
}

TEST(NeedsExpression, IsMetAsTheModelMeansIt) {
  const auto works = [](std::string_view component) { return component != "b@x"; };
  EXPECT_TRUE(met("-", works));
  EXPECT_FALSE(met("b@x", works));
  EXPECT_FALSE(met("all(a, b@x)", works));
  EXPECT_TRUE(met("any(a, b@x)", works));
  EXPECT_TRUE(met("2 of(a, b@x, c)", works));
  EXPECT_FALSE(met("3 of(a, b@x, c)", works));
  EXPECT_TRUE(met("all(a, any(b@x, all(c, d)))", works));
  EXPECT_THAT(named_in("all(a, any(b@x, 2 of(c, d)))"), ElementsAre("a", "b@x", "c", "d"));
}

TEST(NeedsExpression, RefusesWhatIsNone) {
  const auto works = [](std::string_view) { return true; };
  for (const std::string text :
       {"", "all(", "all(a", "some(a)", "0 of(a)", "x of(a)", "a b", "a,", "all(a))", "all(a,b)"})
    EXPECT_THROW(met(text, works), results::ResultError) << text;
  std::string deep;
  for (int i = 0; i < 100000; ++i)
    deep += "all(";
  EXPECT_THROW(met(deep, works), results::ResultError);
}

TEST(FailedParts, SayWhatPulledWhatWithIt) {
  const auto failed =
      failed_parts(dimensions(), {{0, 100, 900}, {1, 130, 900}, {2, 200, 300}, {1, 950, 960}});
  ASSERT_EQ(failed.parts.size(), 3u);
  EXPECT_EQ(failed.parts[0].name, "Power");
  EXPECT_EQ(failed.parts[0].owner, "Grid");
  EXPECT_THAT(failed.parts[0].centres, ElementsAre("North"));
  EXPECT_EQ(failed.parts[1].name, "Switch");
  EXPECT_THAT(failed.parts[1].centres, ElementsAre("North", "South"));
  EXPECT_TRUE(failed.parts[2].function);
  EXPECT_EQ(failed.parts[2].name, "Answer") << "paging has a spare";
  EXPECT_DOUBLE_EQ(failed.parts[2].from_s, 130);
  EXPECT_THAT(failed.links, ElementsAre(testing::Pair(0, 1), testing::Pair(1, 2)));
}

TEST(OutageStory, NeedsATwin) {
  auto told = study({1});
  EXPECT_TRUE(has_story(told));
  told.provenance.row.onset_rule = "year";
  EXPECT_FALSE(has_story(told)) << "many events have no single course";
  told.provenance.row.onset_rule = "";
  told.replications[0].twin.reset();
  EXPECT_FALSE(has_story(told));
  EXPECT_FALSE(has_story({}));
}

}  // namespace
