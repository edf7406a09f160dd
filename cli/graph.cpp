#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/study_options.hpp"
#include "models/text/printed.hpp"
#include "models/text/reading.hpp"
#include "reports/documents/attack_races.hpp"
#include "reports/documents/graph/document.hpp"
#include "reports/documents/graph/dot.hpp"
#include "reports/documents/graph/findings.hpp"
#include "reports/documents/graph/json.hpp"
#include "reports/documents/graph/text.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/study_reader.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

template <class Row>
void require_known(const models::Table<Row>& rows, const std::string& id, const char* option) {
  if (id.empty())
    return;
  std::vector<std::string> known;
  for (const Row& row : rows)
    known.push_back(row.id);
  if (std::ranges::find(known, id) == known.end())
    models::refuse({std::string(option) + " " + id, 0, 0},
                   fmt::format("not in this world, which has {}{}", fmt::join(known, ", "),
                               models::did_you_mean(id, known)));
}

std::string check_hour(const std::string& text) {
  return reports::hour_of(text) < 0 ? "'" + text + "' is no hour of the week like 'sat 17:00'" : "";
}

class Graph : public Command {
public:
  explicit Graph(CLI::App& program) : Command(program, "graph") {
    CLI::Option* const model =
        app().add_option("MODEL", model_, "The folder of the world")->option_text("FOLDER");
    format_.add_to(app(), {"dot"});
    app().add_option("--meldkamer", filter_.meldkamer, "Only what concerns this one");
    app().add_option("--function", filter_.function, "Only this function");
    app()
        .add_option("--hour", hour_, "Takeover capacity at this hour; default: the busiest")
        ->check(check_hour)
        ->option_text("'sat 17:00'");
    app()
        .add_option("--busy", filter_.most_busy,
                    "Share of the time that people can be at work in it [1]")
        ->check(CLI::Range(0.01, 1.0))
        ->option_text("SHARE");
    app().add_flag("--pairs", all_pairs_, "All pairs of lost meldkamers, not only the worst");
    CLI::Option* const attack =
        app()
            .add_option("--attack", attack_,
                        "Races of this scenario's attack, without calls; no graph")
            ->excludes(model)
            ->option_text("SCENARIO");
    app()
        .add_option("-n,--replications", races_, "Races of --attack [10000]")
        ->needs(attack)
        ->check(replication_bounds)
        ->option_text("N");
    add_world_options(app(), world_);
    add_measure_options(app(), world_);
  }

  int operator()() override {
    if (!attack_.empty())
      return show_races();
    const fs::path folder = studies::given_or_shipped(model_, "models/netherlands");
    const models::WorldModel model =
        models::read_world(folder, world_.settings(), world_.overlays());
    require_known(model.world.centres, filter_.meldkamer, "--meldkamer");
    require_known(model.world.functions, filter_.function, "--function");
    filter_.hour_of_week = reports::hour_of(hour_);
    const reports::GraphFindings findings = reports::find_in_graph(model.world, filter_);
    return format_.show(
        {.document = [&](reports::Names) { return graph_document(model, findings, language()); },
         .json = [&] { return reports::graph_json(model, findings, language()); },
         .text =
             [&] {
               return models::printed([&](std::ostream& out) {
                 reports::print_graph(out, model, findings, language(), all_pairs_);
               });
             },
         .dot =
             [&] {
               return models::printed(
                   [&](std::ostream& out) { reports::print_graph_dot(out, model, findings); });
             }},
        json(), quiet(), language());
  }

private:
  int show_races() const {
    const scenarios::ScenarioInWorld input =
        scenarios::read_scenario(attack_, world_.scenario_settings(), world_.overlays());
    const auto attack = input.drawn ? input.drawn->attack() : std::nullopt;
    if (!attack)
      models::refuse({attack_, 0, 0}, "has no threat with an attack");
    const models::World& world = input.model.world;
    const scenarios::ManyRaces races = many_races(*attack, 1, races_, models::Calendar(world.zone));
    const reports::AttackRaces told{world, *attack, races};
    return format_.show(
        {.document = [&](reports::Names) { return attack_document(told, language()); },
         .json = [&] { return reports::attack_races_json(told, language()); },
         .dot = []() -> std::string {
           models::refuse({"--format dot", 0, 0}, "draws the graph, not an attack");
         }},
        json(), quiet(), language());
  }

  std::string model_, hour_, attack_;
  std::size_t races_ = 10'000;
  FormatOptions format_;
  reports::GraphFilter filter_;
  bool all_pairs_ = false;
  studies::WorldReader world_;
};

}  // namespace

std::unique_ptr<Command> make_graph(CLI::App& program) {
  return std::make_unique<Graph>(program);
}

}  // namespace cli
