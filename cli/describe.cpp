#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <tuple>

#include "analysis/measures/measure.hpp"
#include "cli/command.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/input_options.hpp"
#include "cli/options/model_option.hpp"
#include "cli/options/study_options.hpp"
#include "models/text/printed.hpp"
#include "models/text/reading.hpp"
#include "models/world/read_world.hpp"
#include "reports/documents/measure_list.hpp"
#include "reports/documents/parameter_list.hpp"
#include "reports/documents/threat_list.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/study_reader.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using models::Parameter;

class Describe : public Command {
public:
  explicit Describe(CLI::App& program) : Command(program, "describe") {
    app()
        .add_option("WORDS", words_, "[MODEL or SCENARIO] and texts to look for in the addresses")
        ->option_text("...");
    app()
        .add_option("--kind", kind_,
                    "Only measured, reported, derived, estimated or assumed\n"
                    "ones; default: all")
        ->check(CLI::IsMember({"measured", "reported", "derived", "estimated", "assumed"}))
        ->option_text("KIND");
    add_world_options(app(), world_);
    app().add_flag("--threats", threats_, "The threats of the catalogue instead; WORDS choose");
    app()
        .add_option("--actor", choice_.actor, "Only threats by activist, criminal, insider, state")
        ->check(CLI::IsMember({"activist", "criminal", "insider", "state"}))
        ->option_text("ACTOR");
    app()
        .add_option("--voorziening", choice_.voorziening, "Only threats that hit this voorziening")
        ->option_text("ID");
    add_catalogue_option(app(), catalogue_, "");
    app().add_flag("--measures", measures_, "The list of measures instead; WORDS choose");
    add_measure_file_option(app(), measure_file_, "");
    format_.add_to(app());
  }

  int operator()() override {
    if (threats_ || !choice_.actor.empty() || !choice_.voorziening.empty())
      return list_threats();
    if (measures_)
      return list_measures();
    const models::WorldModel model = read();
    require_matches(model.parameters);
    std::vector<Parameter> chosen = model.parameters;
    std::erase_if(chosen, [&](const Parameter& p) { return !matches(p); });
    return format_.show(
        {.document = [&](reports::Names) { return parameters_document(model, chosen, language()); },
         .json = [&] { return reports::parameters_json(model, chosen, language()); },
         .text = [&] { return reports::parameters_text(model, chosen, language()); }},
        json(), quiet(), language());
  }

private:
  /// The first word is a world or a scenario when it is a folder or a YAML file; the others are
  /// patterns.
  models::WorldModel read() {
    const fs::path first = words_.empty() ? fs::path() : fs::path(words_.front());
    const bool named = names_model(first);
    if (first.has_parent_path())  // no address has a slash
      studies::require_there(first);
    patterns_.assign(words_.begin() + (named ? 1 : 0), words_.end());
    return read_model(named ? first : fs::path(), world_);
  }

  int list_threats() {
    const scenarios::Catalogue catalogue = catalogue_of(catalogue_);
    choice_.patterns = words_;
    for (const auto& [option, asked, known] :
         {std::tuple("--actor ", choice_.actor, &scenarios::CatalogueThreat::actors),
          std::tuple("--voorziening ", choice_.voorziening,
                     &scenarios::CatalogueThreat::voorzieningen)})
      require_known(catalogue, option + asked, asked, known);
    for (const std::string& pattern : words_)
      if (reports::chosen_threats(catalogue, {{pattern}, "", ""}).empty())
        models::refuse({pattern, 0, 0},
                       "is in no threat" + models::did_you_mean(pattern, ids_of(catalogue)));
    const auto threats = reports::chosen_threats(catalogue, choice_);
    return format_.show(
        {.document =
             [&](reports::Names) { return threats_document(catalogue, threats, language()); },
         .json = [&] { return reports::threats_json(catalogue, threats); },
         .text =
             [&] {
               return models::printed([&](std::ostream& out) {
                 reports::print_threats(out, catalogue, threats, language());
               });
             }},
        json(), quiet(), language());
  }

  static std::vector<std::string> ids_of(const scenarios::Catalogue& catalogue) {
    std::vector<std::string> out;
    for (const scenarios::CatalogueThreat& threat : catalogue.threats)
      out.push_back(threat.id);
    return out;
  }

  static void require_known(const scenarios::Catalogue& catalogue, const std::string& option,
                            const std::string& asked,
                            std::vector<std::string> scenarios::CatalogueThreat::*list) {
    std::vector<std::string> known;
    for (const scenarios::CatalogueThreat& threat : catalogue.threats)
      known.insert(known.end(), (threat.*list).begin(), (threat.*list).end());
    if (!asked.empty() && std::find(known.begin(), known.end(), asked) == known.end())
      models::refuse({option, 0, 0}, "is in no threat" + models::did_you_mean(asked, known));
  }

  int list_measures() {
    const fs::path file = studies::measure_file_of(measure_file_);
    studies::require_there(file);
    const scenarios::MeasureList list = scenarios::read_measures(file, analysis::outcomes());
    for (const std::string& pattern : words_)
      if (reports::chosen_measures(list, {pattern}).empty())
        models::refuse({pattern, 0, 0},
                       "is in no measure" + models::did_you_mean(pattern, list.ids()));
    const auto chosen = reports::chosen_measures(list, words_);
    const auto now = models::read_world(studies::shipped("models/netherlands"), world_.settings(),
                                        world_.overlays());
    return format_.show(
        {.document =
             [&](reports::Names) {
               return measures_document(list, chosen, now.parameters, language());
             },
         .json = [&] { return reports::measures_json(list, chosen, now.parameters); },
         .text =
             [&] {
               return models::printed([&](std::ostream& out) {
                 reports::print_measures(out, list, chosen, now.parameters, language());
               });
             }},
        json(), quiet(), language());
  }

  /// A text that is in no address at all was misspelt.
  void require_matches(const std::vector<Parameter>& parameters) const {
    models::Problems problems;
    for (const std::string& pattern : patterns_) {
      if (std::ranges::any_of(parameters, [&](const Parameter& p) { return has(p, pattern); }))
        continue;
      std::set<std::string> steps;
      for (const Parameter& p : parameters) {
        std::istringstream address(p.address);
        for (std::string step; std::getline(address, step, '.');)
          steps.insert(step);
      }
      problems.add(
          {pattern, 0, 0},
          "is in no address" + models::did_you_mean(pattern, {steps.begin(), steps.end()}));
    }
    problems.throw_if_any();
  }

  static bool has(const Parameter& p, const std::string& pattern) {
    return p.address.find(pattern) != std::string::npos;
  }

  bool matches(const Parameter& p) const {
    return (kind_.empty() || p.kind == kind_) &&
           std::all_of(patterns_.begin(), patterns_.end(),
                       [&](const std::string& pattern) { return has(p, pattern); });
  }

  std::vector<std::string> words_, patterns_;
  std::string kind_;
  studies::WorldReader world_;
  bool threats_ = false;
  reports::ThreatChoice choice_;
  std::string catalogue_, measure_file_;
  bool measures_ = false;
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_describe(CLI::App& program) {
  return std::make_unique<Describe>(program);
}

}  // namespace cli
