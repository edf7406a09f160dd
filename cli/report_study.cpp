#include "cli/report_study.hpp"

#include <array>

namespace cli {
namespace {

using nlohmann::ordered_json;

ordered_json inputs_of(const results::Study& study) {
  ordered_json out = ordered_json::array();
  for (const results::Provenance::Input& input : study.provenance.inputs)
    out.push_back({{"path", input.path}, {"sha256", input.sha256}});
  return out;
}

/// What a section wants of a study that the tables do not have. A part that has nothing to say of a
/// study gives null.
struct Part {
  const char* name;
  ordered_json (*make)(const results::Study& study);
};
constexpr std::array parts = {Part{"inputs", inputs_of}};

}  // namespace

ordered_json study_json(const results::Study& study, const analysis::Row& row) {
  const results::Provenance& from = study.provenance;
  ordered_json out = {{"row", row.id()},
                      {"package", row.labels.package},
                      {"plan", row.labels.plan},
                      {"varied", row.labels.varied},
                      {"draw", row.labels.draw},
                      {"scenario", from.scenario_name},
                      {"world", from.world_name},
                      {"rubricering", from.rubricering},
                      {"start", from.start_local},
                      {"seed", from.seed},
                      {"replications", study.replications.size()},
                      {"replications_asked", from.replications_asked},
                      {"parameters", from.parameters},
                      {"parameters_assumed", from.parameters_assumed},
                      {"command", from.command}};
  for (const Part& part : parts)
    out[part.name] = part.make(study);
  return out;
}

}  // namespace cli
