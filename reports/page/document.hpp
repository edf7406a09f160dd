#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/criteria.hpp"
#include "analysis/impact/family_rate.hpp"
#include "analysis/impact/replayed.hpp"
#include "analysis/impact/row.hpp"
#include "analysis/register/register.hpp"
#include "models/world/day.hpp"
#include "reports/fields/json_keys.hpp"
#include "reports/page/audience.hpp"
#include "reports/page/inputs.hpp"
#include "reports/page/stories.hpp"
#include "reports/words/language.hpp"

namespace reports {

enum class Audience { board, analyst };

/// What a report is made of. The studies are too large to keep: what the report wants of each is
/// taken while it is read.
struct ReportInput {
  std::string title;    ///< empty: the scenario of one result, else a general one
  std::string command;  ///< that makes the report again
  Language language = Language::dutch;
  Audience audience = Audience::board;
  analysis::Criteria criteria;
  std::optional<analysis::Criteria> other_criteria;
  std::filesystem::path catalogue;         ///< of the coverage overview
  analysis::Evidence evidence;             ///< what frequencies stand on
  analysis::PastOutages past;              ///< beside the exceedance curve
  std::set<std::string> assumed;           ///< packages whose effect is: no rank, a break-even
  std::optional<analysis::Register> kept;  ///< the risk register beside the figures
  models::Day today{};  ///< that the model's age and the register's dates are told on

  std::vector<analysis::Row> rows;
  analysis::Extent extent;                                           ///< of what was read
  nlohmann::ordered_json studies = nlohmann::ordered_json::array();  ///< study_json of each
  ReportStories stories;
  ReportInputs inputs;
  PublicNames names;  ///< that the board may read
};

/// Takes what the report wants of one study.
void add_study(ReportInput& input, const results::Study& study);

/// Schema uitwijk/report/3, see docs/formats/json.md; the very documents of table, compare and
/// their options. Of a report for the board everything is left out that only the analyst may see.
nlohmann::ordered_json report_json(const ReportInput& input);
/// What is in it, shape by shape, and who may read it; names of `disciplines` are keys.
JsonKeys report_keys(const std::set<std::string>& disciplines);

}  // namespace reports
