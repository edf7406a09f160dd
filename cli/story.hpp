#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "cli/language.hpp"
#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"

namespace cli {

/// Puts the course of one replication into words.
class Story {
public:
  Story(const scenarios::Study& study, const results::Dimensions& dimensions, Language language);

  /// What this is, where and when; said first.
  std::string opening(const results::Observations& observations) const;
  /// "15:34:00      12     2269       3  Driebergen        the monitor raises the alarm".
  std::string line(const results::CourseEvent& event) const;
  std::string column_titles() const;
  /// The totals, beside those of the twin.
  std::string closing(const results::Observations& observations) const;

  nlohmann::ordered_json as_json(const results::CourseEvent& event) const;

private:
  /// The names in a sentence: place first, then what it is about.
  struct Names {
    std::string place, what;
  };
  Names names(const results::CourseEvent& event) const;
  std::string sentence(const results::CourseEvent& event) const;
  std::string clock(double t_s) const;
  std::string say(std::string_view key) const;

  const scenarios::Study& study_;
  const results::Dimensions& dimensions_;
  models::Calendar calendar_;
  Language language_;
};

}  // namespace cli
