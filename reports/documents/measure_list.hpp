#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "models/world/parameter.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"
#include "scenarios/measures/measure_package.hpp"

namespace reports {

/// Measures with all the patterns in their id, names, owner, status or touched threats.
std::vector<scenarios::Measure> chosen_measures(const scenarios::MeasureList& list,
                                                const std::vector<std::string>& patterns);

/// One line a measure; one alone is told in full, each of its values beside that of `now`, the
/// parameters of the world.
void print_measures(std::ostream& out, const scenarios::MeasureList& list,
                    const std::vector<scenarios::Measure>& measures,
                    const std::vector<models::Parameter>& now, Language language);
/// A row a measure, and for each the values that it changes.
Document measures_document(const scenarios::MeasureList& list,
                           const std::vector<scenarios::Measure>& measures,
                           const std::vector<models::Parameter>& now, Language language);
nlohmann::ordered_json measures_json(const scenarios::MeasureList& list,
                                     const std::vector<scenarios::Measure>& measures,
                                     const std::vector<models::Parameter>& now);

/// `name`, `in_place`, `taken_away`.
nlohmann::ordered_json package_json(const scenarios::Package& package);

}  // namespace reports
