// The takeover's clocks, with constants: when each step comes can be reckoned by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "fact_view.hpp"
#include "written_study.hpp"

namespace {

using fact_sums::calls;
using results::CallClass;
using results::CourseKind;
using results::Facts;
using results::GroupCount;

/// Three centres with five people each; west is lost, east is its rehearsed partner, north the
/// next.
struct TakeoverCase {
  std::string heartbeat = "{period: \"30 s\", timeout: \"10 s\", misses: 2}";
  std::string fails = "0", east_share = "1", handling = "30 s", staff = "5", foreign = "1",
              relocated = "0.4";
  std::string arriving = "stay",
              partners = "[{to: east, trained: true, share: SHARE}, {to: north}]";
  std::string effects;
};

written::Texts texts_of(TakeoverCase c) {
  if (const auto at = c.partners.find("SHARE"); at != std::string::npos)
    c.partners.replace(at, 5, c.east_share);
  const std::string people = "roster: {agent: " + c.staff + "}";
  return {R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: ")" +
              c.handling + R"("}}
roles: {agent: {stage: answer}}
regions: {w: {meldkamer: west}, e: {meldkamer: east}, n: {meldkamer: north}}
meldkamers:
  west: {name: W, )" +
              people + R"(}
  east: {name: E, )" +
              people + R"(}
  north: {name: N, )" +
              people + R"(}
demand: {calls: "360 calls/h", urgent_share: 0}
suppliers: {u: {name: U}}
components: {acd: {supplier: u, per: meldkamer}}
functions:
  answer: {stage: answer, needs: acd, takeover: true, when_lost: {stops: {connected: stay, waiting: stay, arriving: )" +
              c.arriving + R"(}}}
takeover:
  heartbeat: )" +
              c.heartbeat + R"(
  detect: "60 s"
  decide: "120 s"
  switch: {trained: "60 s", untrained: "300 s", fails_trained: )" +
              c.fails + R"(, retry: "120 s"}
  relocate: {after: "600 s", share: )" +
              c.relocated + R"(}
  verify: "600 s"
  return: "300 s"
  foreign_handling: )" +
              c.foreign + R"(
  partners: {west: )" +
              c.partners + R"(}
)",
          R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "5 h"}
threats:
  t:
    name: T
    effects:
      - {from: "4 h", reduction: {regions: all, share: 1}}
)" + c.effects};
}

std::string down(const std::string& centre, int from_s, int until_s) {
  return fmt::format(
      "      - {{from: \"{} s\", until: \"{} s\", down: {{components: [\"acd@{}\"]}}}}\n", from_s,
      until_s, centre);
}

/// West is lost from 2:00:10 to 3:00:10.
TakeoverCase an_hour() {
  TakeoverCase c;
  c.effects = down("west", 7210, 10810);
  return c;
}

enum Centre : std::uint32_t { west, east, north };

/// Control messages take a few hundredths of a second on the way.
constexpr double network_s = 0.1;

std::uint64_t answered_by(const Facts& facts, std::size_t centre, GroupCount what) {
  return calls(facts, centre, CallClass::measured, what);
}

/// Calls of the region that the centre has answered.
std::uint32_t contacts(const Facts& facts, std::size_t centre, std::size_t region) {
  return facts.contacts[centre * 3 + region];
}

results::CourseEvent only(const Facts& facts, CourseKind kind) {
  EXPECT_EQ(fact_sums::events(facts, kind), 1u);
  const auto found = std::ranges::find(facts.course, kind, &results::CourseEvent::kind);
  return found == facts.course.end() ? results::CourseEvent{} : *found;
}

std::uint32_t on_duty(const Facts& facts, std::size_t centre, double at_end_of_bin_s) {
  const auto bin = static_cast<std::size_t>(at_end_of_bin_s / 300) - 1;
  return facts.timeline[(bin * 3 + centre) * results::size_of<results::TimelineCount> +
                        static_cast<std::size_t>(results::TimelineCount::on_duty)];
}

TEST(Takeover, EachStepComesWhenItShould) {
  const auto seen = written::observe(texts_of(an_hour()));
  ASSERT_EQ(seen.world.episodes.size(), 1u);
  const auto& episode = seen.world.episodes[0];
  EXPECT_EQ(episode.centre, west);
  EXPECT_EQ(episode.partner, east);
  EXPECT_EQ(episode.failed_switches, 0u);
  EXPECT_EQ(episode.onset_s, 7210);
  // Beats at 7230 and 7260 are missed, each is waited for 10 s; then a minute until it is known.
  EXPECT_NEAR(episode.detected_s, 7270 + 60, network_s);
  EXPECT_NEAR(episode.decided_s, 7330 + 120, network_s);
  EXPECT_NEAR(episode.switched_s, 7450 + 60, network_s);
  EXPECT_NEAR(episode.relocated_s, 7450 + 600, network_s);
  EXPECT_NEAR(episode.repaired_s, 10810, 1e-6);
  EXPECT_NEAR(episode.verified_s, 10810 + 600, 1e-6);
  EXPECT_NEAR(episode.returned_s, 11410 + 300, 1e-6);
  EXPECT_EQ(fact_sums::events(seen.world, CourseKind::heartbeat_missed), 2u);
  EXPECT_TRUE(seen.twin->episodes.empty());
}

TEST(Takeover, CallsGoToThePartnerAndComeHome) {
  const auto seen = written::observe(texts_of(an_hour()));
  const auto taken = contacts(seen.world, east, west);
  EXPECT_EQ(contacts(seen.world, north, west), 0u);
  EXPECT_EQ(taken, answered_by(seen.world, east, GroupCount::taken_over));
  EXPECT_EQ(taken, seen.world.episodes[0].answered);
  // 120 an hour from 7210 (who waits goes along) to 11710: 150, with a deviation of 12.
  EXPECT_NEAR(taken, 150, 4 * 12.2);
  EXPECT_EQ(contacts(*seen.twin, east, west), 0u);
  // Whoever waited at west was moved when the switch came, after at most 300 s.
  EXPECT_GT(answered_by(seen.world, west, GroupCount::moved_out), 0u);
  EXPECT_EQ(answered_by(seen.world, west, GroupCount::moved_out),
            answered_by(seen.world, east, GroupCount::moved_in));
  const double longest_s =
      seen.world.group_times[east * results::size_of<results::GroupTime> +
                             static_cast<std::size_t>(results::GroupTime::wait_max_s)];
  EXPECT_GT(longest_s, 200);
}

/// A share of 0.4 of the five people of west, so two, from the relocation to the return.
TEST(Takeover, PeopleFollowTheCallsAndComeBack) {
  const auto facts = written::observe(texts_of(an_hour())).world;
  EXPECT_EQ(on_duty(facts, east, 7800), 5u);
  EXPECT_EQ(on_duty(facts, east, 8400), 7u);
  EXPECT_EQ(on_duty(facts, east, 11700), 7u);
  EXPECT_EQ(on_duty(facts, east, 12000), 5u);
  EXPECT_EQ(on_duty(facts, north, 8400), 5u);
}

/// With constant times and nobody left at the end, every call of another region is busy for twice
/// as long: to the second.
TEST(Takeover, ForeignCallsTakeLonger) {
  TakeoverCase c = an_hour();
  c.foreign = "2";
  const auto facts = written::observe(texts_of(c)).world;
  const auto taken = answered_by(facts, east, GroupCount::taken_over);
  const auto answered = answered_by(facts, east, GroupCount::answered);
  ASSERT_GT(taken, 50u);
  EXPECT_NEAR(facts.group_times[east * results::size_of<results::GroupTime> +
                                static_cast<std::size_t>(results::GroupTime::busy_s)],
              30.0 * static_cast<double>(answered - taken) + 60.0 * static_cast<double>(taken),
              1e-4);
}

TEST(Takeover, BackBeforeTheAlarmIsNoEpisode) {
  TakeoverCase c;
  c.effects = down("west", 7210, 7235);
  const auto facts = written::observe(texts_of(c)).world;
  EXPECT_TRUE(facts.episodes.empty());
  EXPECT_EQ(fact_sums::events(facts, CourseKind::heartbeat_missed), 1u);
  EXPECT_EQ(fact_sums::events(facts, CourseKind::alarm), 0u);
}

TEST(Takeover, BackBeforeItIsKnownNeedsNoDecision) {
  TakeoverCase c;
  c.effects = down("west", 7210, 7300);
  const auto facts = written::observe(texts_of(c)).world;
  ASSERT_EQ(facts.episodes.size(), 1u);
  EXPECT_NEAR(facts.episodes[0].detected_s, 7330, network_s);
  EXPECT_TRUE(std::isnan(facts.episodes[0].decided_s));
  EXPECT_TRUE(std::isnan(facts.episodes[0].switched_s));
  EXPECT_EQ(facts.episodes[0].answered, 0u);
}

/// Attempts end at 7510, 7690, ...: a minute to switch, two lost each time; the last before the
/// repair at 10810 ends at 10750, which is the nineteenth.
TEST(Takeover, ASwitchThatAlwaysFailsIsTriedAgain) {
  TakeoverCase c = an_hour();
  c.fails = "1";
  const auto facts = written::observe(texts_of(c)).world;
  ASSERT_EQ(facts.episodes.size(), 1u);
  EXPECT_EQ(facts.episodes[0].failed_switches, 19u);
  EXPECT_TRUE(std::isnan(facts.episodes[0].switched_s));
  EXPECT_EQ(contacts(facts, east, west), 0u);
}

TEST(Takeover, ThePartnerThatIsLostTooIsPassedOver) {
  TakeoverCase c = an_hour();
  c.effects += down("east", 7200, 10800);
  const auto facts = written::observe(texts_of(c)).world;
  ASSERT_FALSE(facts.episodes.empty());
  const auto of_west = std::ranges::find(facts.episodes, west, &results::Episode::centre);
  ASSERT_NE(of_west, facts.episodes.end());
  EXPECT_EQ(of_west->partner, north);
  EXPECT_NEAR(of_west->switched_s, 7450 + 300, network_s);  // nobody has rehearsed it
  EXPECT_GT(contacts(facts, north, west), 50u);
}

TEST(Takeover, ThePartnerThatIsLostLaterHandsOnToTheNext) {
  TakeoverCase c = an_hour();
  c.effects += down("east", 9000, 10000);
  const auto facts = written::observe(texts_of(c)).world;
  // 1000 s at 120 an hour is 33 calls; those before and after stay with east.
  EXPECT_NEAR(contacts(facts, north, west), 33, 4 * 5.8);
  EXPECT_GT(contacts(facts, east, west), 60u);
}

results::Loss only_loss(const Facts& facts) {
  EXPECT_EQ(facts.losses.size(), 1u);
  return facts.losses.empty() ? results::Loss{} : facts.losses.front();
}

TEST(Takeover, ALossSaysWhoAnsweredWhenAndForHowMany) {
  const auto seen = written::observe(texts_of(an_hour()));
  const auto loss = only_loss(seen.world);
  EXPECT_EQ(loss.centre, west);
  EXPECT_EQ(loss.onset_s, 7210);
  EXPECT_EQ(loss.repaired_s, 10810);
  EXPECT_EQ(loss.elsewhere_s, seen.world.episodes[0].switched_s);
  // Those who wait go along; 120 an hour until the repair: 120.
  EXPECT_NEAR(loss.sent, 120, 4 * 11);
  EXPECT_EQ(loss.answered, loss.sent);
  EXPECT_TRUE(seen.twin->losses.empty());
  EXPECT_GE(seen.world.seen_until_s, 5 * 3600);
}

/// The switch works, the calls go to east, and nobody is there.
TEST(Takeover, APartnerWithoutPeopleAnswersNobody) {
  TakeoverCase c = an_hour();
  c.effects += "      - {from: \"0 s\", until: \"4 h\", staffing: {at: east, staff: 0}}\n";
  c.relocated = "0";
  const auto facts = written::observe(texts_of(c)).world;
  ASSERT_EQ(facts.episodes.size(), 1u);
  EXPECT_TRUE(std::isfinite(facts.episodes[0].switched_s));
  const auto loss = only_loss(facts);
  EXPECT_TRUE(std::isnan(loss.elsewhere_s));
  EXPECT_GT(loss.sent, 50u);
}

/// One person for 240 calls an hour of two minutes: most of those sent give up there, and get
/// through at home when the calls have returned.
TEST(Takeover, WhoeverIsAnsweredAtHomeAfterAllIsNotAnsweredThere) {
  TakeoverCase c = an_hour();
  c.effects += "      - {from: \"0 s\", until: \"4 h\", staffing: {at: east, staff: 1}}\n";
  c.relocated = "0", c.handling = "120 s\", patience: {exponential: {mean: \"5 min\"}}, name: \"A";
  auto texts = texts_of(c);
  texts.world +=
      "callers: {redial: {probability: 1, delay: {exponential: {mean: \"10 min\"}}, maximum: "
      "50}}\n";
  const auto facts = written::observe(texts).world;
  const auto loss = only_loss(facts);
  EXPECT_GT(loss.sent, 50u);
  EXPECT_LE(loss.answered, contacts(facts, east, west)) << "by the table of who answered whom";
  EXPECT_LT(2 * loss.answered, loss.sent);
}

/// Two in five of west's five sit down at east at 8050.
TEST(Takeover, OwnPeopleAtThePartnersDesksAnswer) {
  TakeoverCase c = an_hour();
  c.effects += "      - {from: \"0 s\", until: \"4 h\", staffing: {at: east, staff: 0}}\n";
  const auto facts = written::observe(texts_of(c)).world;
  EXPECT_EQ(only_loss(facts).elsewhere_s, facts.episodes.at(0).relocated_s);
}

/// Ten seconds, between two heartbeats: no alarm, and a loss all the same.
TEST(Takeover, ALossThatEndsBeforeTheAlarmIsALoss) {
  TakeoverCase c;
  c.effects = down("west", 7201, 7211);
  const auto facts = written::observe(texts_of(c)).world;
  EXPECT_TRUE(facts.episodes.empty());
  const auto loss = only_loss(facts);
  EXPECT_EQ(loss.repaired_s - loss.onset_s, 10);
  EXPECT_EQ(loss.sent, 0u);
}

/// Known at 7330, decided at 7450; back before the switch at 7510.
TEST(Takeover, ARepairThatComesFirstIsWrittenDown) {
  TakeoverCase c;
  c.effects = down("west", 7210, 7480);
  const auto facts = written::observe(texts_of(c)).world;
  ASSERT_EQ(facts.episodes.size(), 1u);
  EXPECT_TRUE(std::isnan(facts.episodes[0].switched_s));
  EXPECT_EQ(facts.episodes[0].repaired_s, 7480);
  // People see it when the switch would have come.
  EXPECT_NEAR(only(facts, CourseKind::repaired).t_s, 7510, network_s);
}

/// One person at east is behind for most of an hour. West is back at 9000 and down again at 9060,
/// with its calls still at east: who was sent before and is answered now counts for the first loss.
TEST(Takeover, WhoIsAnsweredLaterCountsForTheLossInWhichHeWasSent) {
  TakeoverCase c;
  c.effects = down("west", 7210, 9000) + down("west", 9060, 9120) +
              "      - {from: \"0 s\", until: \"4 h\", staffing: {at: east, staff: 1}}\n";
  c.relocated = "0", c.handling = "20 s";
  const auto facts = written::observe(texts_of(c)).world;
  ASSERT_EQ(facts.losses.size(), 2u);
  const auto& [first, second] = std::tie(facts.losses[0], facts.losses[1]);
  EXPECT_GT(first.sent, 30u);
  EXPECT_GT(first.answered, 30u);
  EXPECT_LE(first.answered, first.sent);
  EXPECT_LE(second.answered, second.sent);
}

TEST(Takeover, PartnersShare) {
  TakeoverCase c = an_hour();
  c.east_share = "0.5";
  const auto facts = written::observe(texts_of(c)).world;
  const double by_east = contacts(facts, east, west), by_north = contacts(facts, north, west);
  EXPECT_NEAR(by_east / (by_east + by_north), 0.5, 4 * 0.5 / std::sqrt(by_east + by_north));
}

/// East works with another triage system: its people do not take west's callers, north's do.
TEST(Takeover, CallersGoToTheNextPartnerThatMayTakeThem) {
  auto texts = texts_of(an_hour());
  const auto says = [&](const std::string& room, const std::string& system) {
    const std::string begin = room + ": {name: ";
    texts.world.insert(texts.world.find(begin) + room.size() + 3,
                       "triage: {any: [" + system + "]}, ");
  };
  says("west", "nts");
  says("east", "proqa");
  says("north", "nts");
  const auto facts = written::observe(texts).world;
  EXPECT_EQ(contacts(facts, east, west), 0u);
  EXPECT_NEAR(contacts(facts, north, west), 150, 4 * 12.2);
}

TEST(Takeover, WithoutAPartnerTheyWait) {
  TakeoverCase c = an_hour();
  c.partners = "[]";
  const auto facts = written::observe(texts_of(c)).world;
  EXPECT_EQ(fact_sums::events(facts, CourseKind::no_partner), 1u);
  EXPECT_EQ(contacts(facts, east, west), 0u);
  // All of the hour are answered at home after 10810, the first of them an hour late.
  EXPECT_GT(facts.group_times[west * results::size_of<results::GroupTime> +
                              static_cast<std::size_t>(results::GroupTime::wait_max_s)],
            3000);
}

/// The coordinator looks once a minute from 7450 on: at 9010 the way is free, and a minute later
/// the switch is made.
TEST(Takeover, ForbiddenUntilItIsAllowed) {
  TakeoverCase c = an_hour();
  c.effects += "      - {from: \"0 s\", until: \"9000 s\", no_takeover: {at: west}}\n";
  const auto facts = written::observe(texts_of(c)).world;
  ASSERT_EQ(facts.episodes.size(), 1u);
  EXPECT_NEAR(facts.episodes[0].switched_s, 9010 + 60, network_s);
  EXPECT_EQ(fact_sums::events(facts, CourseKind::no_partner), 0u);
  EXPECT_EQ(fact_sums::events(facts, CourseKind::takeover_barred), 1u);
  EXPECT_NEAR(only(facts, CourseKind::partner_able).t_s, 9010, network_s);
}

/// East and north are down too. North is back at 8000, and its way is ordered at the next look at
/// 8010; west is back before the five minutes of a switch that nobody has rehearsed are over.
TEST(Takeover, APartnerThatComesBackBeforeTheRepairIsWrittenDown) {
  TakeoverCase c;
  c.effects = down("west", 7210, 8100) + down("east", 7200, 12000) + down("north", 7200, 8000);
  const auto facts = written::observe(texts_of(c)).world;
  const auto of_west = std::ranges::find(facts.episodes, west, &results::Episode::centre);
  ASSERT_NE(of_west, facts.episodes.end());
  EXPECT_TRUE(std::isnan(of_west->switched_s));
  std::vector<CourseKind> told;
  for (const results::CourseEvent& event : facts.course)
    if (event.subject == west && event.t_s >= of_west->decided_s)
      if (event.kind == CourseKind::no_partner || event.kind == CourseKind::partner_able ||
          event.kind == CourseKind::repaired)
        told.push_back(event.kind);
  EXPECT_EQ(told,
            (std::vector{CourseKind::no_partner, CourseKind::partner_able, CourseKind::repaired}));
}

/// The end of the run cuts the episode off: what is known of it is there.
TEST(Takeover, AnEpisodeThatGoesOnIsCounted) {
  TakeoverCase c;
  c.effects = "      - {from: \"7210 s\", down: {components: [\"acd@west\"]}}\n";
  const auto facts = written::observe(texts_of(c)).world;
  ASSERT_EQ(facts.episodes.size(), 1u);
  EXPECT_NEAR(facts.episodes[0].switched_s, 7510, network_s);
  EXPECT_TRUE(std::isnan(facts.episodes[0].repaired_s));
  EXPECT_EQ(facts.episodes[0].answered, contacts(facts, east, west));
  EXPECT_GT(facts.episodes[0].answered, 100u);
}

}  // namespace
