#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/impact/criteria.hpp"
#include "reports/explained/uses.hpp"
#include "reports/manual/entries.hpp"
#include "reports/words/language.hpp"
#include "scenarios/measures/measures.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace reports {

/// What there is to be explained, and the files in which it may be used.
struct Explainable {
  models::WorldModel model;
  scenarios::Catalogue catalogue;
  scenarios::MeasureList measures;
  analysis::Criteria criteria;
  std::vector<models::InputFile> files;
};

/// One thing that goes by the word that was asked for.
struct Explained {
  std::string word;
  std::string is;  ///< "address", "effect": a key of explain_phrases behind "is."
  std::optional<ManualEntry> entry;
  std::string takes, example;
  /// Label and text, for people.
  std::vector<std::pair<std::string, std::string>> facts;
  std::string told;                      ///< of a threat or measure: as `describe` tells it
  nlohmann::ordered_json detail;         ///< the same as describe's JSON; null: nothing
  std::optional<std::vector<Use>> uses;  ///< none: of this it is not looked up
};

/// Everything that goes by that word. Throws models::InvalidInput with a suggestion when there is
/// nothing.
std::vector<Explained> explain(const std::string& asked, const Explainable& all, Language language);

std::string explained_text(const std::vector<Explained>& found, Language language);
nlohmann::ordered_json explained_json(const std::string& asked,
                                      const std::vector<Explained>& found);

}  // namespace reports
