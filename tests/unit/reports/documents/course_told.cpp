// One possible course in words: every kind of event, and how lines group them.
#include "reports/documents/story.hpp"
#include "reports/documents/story_lines.hpp"
#include "reports/words/words.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace fmt::literals;
using namespace reports;
using results::CourseEvent;
using results::CourseKind;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::uint32_t noord = 1, zuid = 2;  // as in the world

/// Lines that go on below each other, with a blank where they were broken.
std::string on_one_line(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines)
    for (const char c : line + " ")
      if (c != ' ' || !out.ends_with(' '))
        out += c;
  return out;
}

class Course : public testing::Test {
protected:
  Course() {
    study_.model = told::tiny();
    study_.scenario.name = "Uitval";
    study_.scenario.threats.resize(1);
    study_.scenario.threats.front().id = "brand";
    study_.scenario.threats.front().name = "Brand";
    study_.scenario.window.start = 1764547200;  // 2025-12-01 01:00 in Amsterdam
    study_.scenario.window.warm_up_s = 5400;
    dimensions_.effects = {"brand.0"};
  }

  std::vector<std::string> lines(std::vector<CourseEvent> course,
                                 Language language = Language::english) {
    facts_.course = std::move(course);
    const Story story(study_, dimensions_, language);
    return StoryLines(story, facts_, language).lines();
  }

  CourseEvent event(CourseKind kind, double t_s, std::uint32_t subject = 0,
                    std::uint32_t object = 0, double number = 0) const {
    return {t_s, kind, subject, object, number, 3, 20, 1};
  }

  scenarios::ScenarioInWorld study_;
  results::Dimensions dimensions_;
  results::Facts facts_;
};

TEST_F(Course, EveryKindOfEventHasASentenceInBothLanguages) {
  for (const Language language : told::languages) {
    const Story story(study_, dimensions_, language);
    std::set<std::string> keys = {"standby_works", "standby_off"};
    for (std::size_t kind = 0; kind < results::size_of<CourseKind>; ++kind)
      keys.insert(story.key(event(static_cast<CourseKind>(kind), 0)));
    EXPECT_EQ(keys.size(), results::size_of<CourseKind> + 2);
    for (const std::string& key : keys)
      for (const int n : {1, 2}) {
        const std::string said = filled_at(word_phrases, "course." + key, language,
                                           "what"_a = std::string("WHAT"), "n"_a = Count(n));
        EXPECT_THAT(said, AllOf(Not(HasSubstr("{")), Not(testing::IsEmpty()))) << key;
      }
  }
}

TEST_F(Course, EachEventIsALineWithClockCountsPlaceAndSentence) {
  const auto told =
      lines({event(CourseKind::function_lost, 60, 0, noord), event(CourseKind::alarm, 130, noord)});
  ASSERT_EQ(told.size(), 2U);
  EXPECT_THAT(told[0], AllOf(testing::StartsWith("01:01:00"), HasSubstr("Groningen"),
                             HasSubstr("can no longer: Answer")));
  EXPECT_THAT(told[0], testing::ContainsRegex("3 +20 +1 "));
  EXPECT_THAT(told[1], AllOf(testing::StartsWith("01:02:10"), HasSubstr("raises the alarm")));
}

TEST_F(Course, ACountHasItsPlural) {
  EXPECT_THAT(lines({event(CourseKind::relocated, 60, noord, zuid, 1)}).front(),
              HasSubstr("1 person sits down at Zuid"));
  EXPECT_THAT(lines({event(CourseKind::relocated, 60, noord, zuid, 4)}).front(),
              HasSubstr("4 people sit down at Zuid"));
  EXPECT_THAT(lines({event(CourseKind::relocated, 60, noord, zuid, 1)}, Language::dutch).front(),
              HasSubstr("1 mens wijkt uit naar Zuid"));
}

TEST_F(Course, WhatHappensAlikeInOneSecondIsOneLine) {
  const auto told =
      lines({event(CourseKind::component_stops, 60, 0), event(CourseKind::component_stops, 60.4, 1),
             event(CourseKind::component_stops, 61, 2)});
  EXPECT_EQ(told.size(), 3U) << "one of each meldkamer, and one a second later";
  const auto names = told::tiny().world.components.rows();
  EXPECT_THAT(told.front(), HasSubstr("stops: " + names[0].name.substr(0, 3)));
}

TEST_F(Course, WithinASecondTheThreatComesFirst) {
  const auto told = lines(
      {event(CourseKind::function_lost, 60, 0, noord), event(CourseKind::effect_begins, 60, 0)});
  ASSERT_EQ(told.size(), 2U);
  EXPECT_THAT(told[0], HasSubstr("THREAT begins: "));
}

TEST_F(Course, TakeoverClocksAreToldBehindTheirEvents) {
  results::Episode episode;
  episode.centre = noord;
  episode.onset_s = 60, episode.detected_s = 180, episode.decided_s = 300;
  episode.switched_s = 360;
  facts_.episodes = {episode};
  const std::string told = on_one_line(
      lines({event(CourseKind::detected, 180, noord), event(CourseKind::decided, 300, noord),
             event(CourseKind::switched, 360, noord, zuid)}));
  EXPECT_THAT(told,
              AllOf(HasSubstr("2 min 0 s after the loss"), HasSubstr("2 min 0 s after knowing"),
                    HasSubstr("Zuid answers for it"), HasSubstr("1 min 0 s after the order"),
                    HasSubstr("5 min 0 s after the loss")));
}

TEST_F(Course, OpeningSaysThatChanceCouldHaveGoneOtherwise) {
  results::Observations seen;
  seen.replication = 17;
  const std::string english = Story(study_, dimensions_, Language::english).opening(seen);
  EXPECT_THAT(english, AllOf(HasSubstr("ONE POSSIBLE COURSE of 'Uitval'"), HasSubstr("Tiny"),
                             HasSubstr("replication 17"), HasSubstr("count from 1.5 h")));
  EXPECT_THAT(Story(study_, dimensions_, Language::dutch).opening(seen),
              HasSubstr("EEN MOGELIJK VERLOOP van 'Uitval'"));
}

TEST_F(Course, JsonHasTheKindByItsNameAndTheSentence) {
  const Story story(study_, dimensions_, Language::english);
  const auto json = story.as_json(event(CourseKind::switch_fails, 90, noord, zuid));
  EXPECT_EQ(json.at("kind"), "switch_fails");
  EXPECT_EQ(json.at("local"), "01:01:30");
  EXPECT_EQ(json.at("place"), "Groningen");
  EXPECT_EQ(json.at("what"), "Zuid");
  EXPECT_EQ(json.at("text"), "switching to Zuid fails");
  EXPECT_EQ(json.at("waiting"), 3);
  EXPECT_EQ(json.at("answered"), 20);
  EXPECT_EQ(json.at("failed"), 1);
}

TEST_F(Course, ColumnsSayWhatTheyCount) {
  const Story story(study_, dimensions_, Language::dutch);
  const std::string told = StoryLines(story, facts_, Language::dutch).columns();
  EXPECT_THAT(told, AllOf(HasSubstr("wacht"), HasSubstr("aangen."), HasSubstr("mislukt")));
}

}  // namespace
