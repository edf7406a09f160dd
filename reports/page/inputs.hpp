#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "reports/fields/json_keys.hpp"
#include "results/study.hpp"

namespace reports {

/// The numbers that results stand on, with kind and source, out of the input texts that they hold.
class ReportInputs {
public:
  /// Reads the world of the study, unless an equal one was read before. A world that this program
  /// cannot read any more is left out.
  void add(const results::Study& study);
  /// `worlds`: `world`, `counts` by part of the world and kind, and `groups` of numbers with one
  /// kind, source and note.
  nlohmann::ordered_json json() const;
  static JsonKeys keys();
  /// What people call the voorzieningen of those worlds.
  const std::set<std::string>& voorzieningen() const { return voorzieningen_; }

private:
  std::map<std::string, nlohmann::ordered_json> worlds_;  ///< by the SHA-256 of all files
  std::set<std::string> voorzieningen_;
};

}  // namespace reports
