#include "reports/shapes/file_kinds.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/impact/formats.hpp"
#include "analysis/measures/measure.hpp"
#include "models/text/reading.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/formats.hpp"

namespace reports {
namespace {

using models::Node;
using models::Reading;

/// Names everything by `models::any_name`, so that what a sample of another file names is there.
constexpr const char* world_of_samples = R"(
world: {name: any, zone: "UTC+0", shifts: {any_name: "07:00"}}
disciplines: {any_name: {name: any}}
kinds: {any_name: {share: 1, genuine: true}}
stages: {any_name: {handling: "1 min"}}
roles: {any_name: {stage: any_name}}
regions: {any_name: {meldkamer: any_name}}
meldkamers: {any_name: {name: any, lines: 9, roster: {any_name: {any_name: 1}}}}
demand: {calls: "1 calls/h", profiles: {any_name: {steps: [{at: "12-31 20:00", factor: 2}]}}}
callers: {channels: {any_name: {share: 1}}}
suppliers: {any_name: {name: any}}
components: {any_name: {supplier: any_name}, link: {supplier: any_name, per: meldkamer}}
network: {access: link}
)";

const Node& sample_world() {
  static const Node world = [] {
    models::Problems problems;
    return models::parse_yaml(world_of_samples, "", problems).value_or(models::map_node());
  }();
  return world;
}

struct Asking {
  FileKind kind;
  void (*ask)(const Node&, Reading&);
};

void ask_world(const Node& root, Reading& reading) {
  models::draft_world(root, reading);
}

const std::vector<Asking>& askings() {
  static const std::vector<Asking> all = {
      {{"world", {"formats/world.md"}, false}, ask_world},
      {{"scenario", {"formats/scenario.md", "formats/drawn-threats.md"}},
       [](const Node& root, Reading& reading) {
         scenarios::ask_scenario(root, sample_world(), reading);
       }},
      {{"catalogue", {"formats/threat-catalogue.md", "formats/drawn-threats.md"}},
       scenarios::ask_catalogue},
      {{"measures", {"formats/measures.md"}},
       [](const Node& root, Reading& reading) {
         scenarios::ask_measures(root, analysis::outcomes(), reading);
       }},
      {{"campaign", {"formats/campaign.md"}}, scenarios::ask_campaign},
      {{"criteria", {"formats/criteria.md"}}, analysis::ask_criteria},
      {{"register", {"formats/register.md"}, true, false}, analysis::ask_register},
      {{"exercise", {"formats/exercise.md"}},
       [](const Node& root, Reading& reading) {
         scenarios::ask_exercise(root, sample_world(), reading);
       }},
      {{"record", {"formats/record.md"}}, analysis::ask_record},
      {{"history", {"formats/history.md"}}, analysis::ask_history},
      {{"likelihoods", {"formats/likelihoods.md"}}, analysis::ask_estimates}};
  return all;
}

}  // namespace

const std::vector<FileKind>& file_kinds() {
  static const std::vector<FileKind> all = [] {
    std::vector<FileKind> out;
    for (const Asking& asking : askings())
      out.push_back(asking.kind);
    return out;
  }();
  return all;
}

const FileKind& file_kind(const std::string& word) {
  std::vector<std::string> words;
  for (const FileKind& kind : file_kinds()) {
    if (kind.word == word)
      return kind;
    words.emplace_back(kind.word);
  }
  models::refuse({word, 0, 0},
                 fmt::format("is no kind of file; known: {}{}", fmt::join(words, ", "),
                             models::did_you_mean(word, words)));
}

models::Shapes shapes_of(const FileKind& kind) {
  const auto asking = std::ranges::find_if(
      askings(), [&](const Asking& one) { return one.kind.word == kind.word; });
  models::Shapes out;
  models::note_shapes(out, asking->ask);
  return out;
}

}  // namespace reports
