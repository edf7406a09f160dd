#include "reports/page/study.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

ordered_json inputs_of(const results::Study& study) {
  ordered_json out = ordered_json::array();
  for (const results::Provenance::Input& input : study.provenance.inputs)
    out.push_back({{"path", input.path}, {"sha256", input.sha256}});
  return out;
}

}  // namespace

ordered_json study_json(const results::Study& study, const analysis::Row& row) {
  const results::Provenance& from = study.provenance;
  return {{"row", row.id()},
          {"package", row.labels.package},
          {"plan", row.labels.plan},
          {"duration", row.labels.duration},
          {"varied", row.labels.varied},
          {"draw", row.labels.draw},
          {"scenario", from.scenario_name},
          {"world", from.world_name},
          {"rubricering", from.rubricering},
          {"start", from.start_local},
          {"version", from.version},
          {"commit", from.commit},
          {"seed", from.seed},
          {"replications", study.replications.size()},
          {"replications_asked", from.replications_asked},
          {"parameters", from.parameters},
          {"parameters_assumed", from.parameters_assumed},
          {"command", from.command},
          {"inputs", inputs_of(study)}};
}

}  // namespace reports
