#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "reports/words/language.hpp"
#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"

namespace reports {

/// Puts the course of one replication into words; StoryLines sets them in lines.
class Story {
public:
  Story(const scenarios::ScenarioInWorld& study, const results::Dimensions& dimensions,
        Language language);

  /// What this is, where and when; said first.
  std::string opening(const results::Observations& observations) const;
  /// The totals, beside those of the twin.
  std::string closing(const results::Observations& observations) const;

  nlohmann::ordered_json as_json(const results::CourseEvent& event) const;

  /// The names in a sentence: place first, then what it is about.
  struct Names {
    std::string place, what;
  };
  Names names(const results::CourseEvent& event) const;
  /// "component_stops": the name of its kind.
  std::string key(const results::CourseEvent& event) const;
  /// It is about a component that stands by for another.
  bool is_standby(const results::CourseEvent& event) const;
  /// Local day, "2026-12-01".
  std::string day(double t_s) const;
  /// Local time of day, "15:34:00".
  std::string clock(double t_s) const;

private:
  std::string local(double t_s) const;
  /// Of an effect that was decided, and is no threat.
  bool is_decision(const results::CourseEvent& event) const;
  std::string sentence(const results::CourseEvent& event) const;

  const scenarios::ScenarioInWorld& study_;
  const results::Dimensions& dimensions_;
  models::Calendar calendar_;
  Language language_;
};

}  // namespace reports
