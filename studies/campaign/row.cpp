#include "studies/campaign/row.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/text/problems.hpp"
#include "results/version.hpp"
#include "studies/installation/simulator.hpp"
#include "studies/provenance.hpp"

namespace studies {
namespace {

void check_inputs(const Manifest& manifest, const std::vector<models::InputFile>& inputs) {
  models::Problems problems;
  for (const models::InputFile& input : inputs) {
    const auto known =
        std::find_if(manifest.inputs.begin(), manifest.inputs.end(),
                     [&](const ManifestInput& planned) { return planned.path == input.path; });
    if (known == manifest.inputs.end())
      problems.add({input.path, 0, 0}, "was not there when the campaign was planned");
    else if (known->sha256 != input.sha256)
      problems.add({input.path, 0, 0},
                   "has changed since the campaign was planned: put it back, or plan anew");
  }
  problems.throw_if_any();
}

}  // namespace

scenarios::ScenarioInWorld read_row(const Manifest& manifest, std::size_t row) {
  scenarios::ScenarioInWorld input = options_of(manifest, manifest.rows.at(row).row).read();
  check_inputs(manifest, input.scenario.inputs);
  return input;
}

results::Study empty_study_of(const Manifest& manifest, std::size_t row,
                              const scenarios::ScenarioInWorld& input) {
  results::Study out;
  out.provenance = provenance_of(input, asked_of(manifest, manifest.rows.at(row).row));
  out.dimensions = dimensions_of_study(input.model.world, input.scenario);
  return out;
}

Asked asked_of(const Manifest& manifest, const scenarios::PlannedRow& row) {
  Asked out = options_of(manifest, row).asked();
  out.common_settings = manifest.set.size();
  out.replications = manifest.replications;
  out.precision = manifest.precision ? manifest.precision->text : "";
  return out;
}

void check_program(const Manifest& manifest, const std::filesystem::path& folder) {
  if (manifest.version == results::version() && manifest.commit == results::commit())
    return;
  models::refuse(
      {(folder / "manifest.json").string(), 0, 0},
      fmt::format("was planned by uitwijk {} ({}), this is {} ({}), whose numbers may be "
                  "others: use that program, or plan anew",
                  manifest.version, manifest.commit, results::version(), results::commit()));
}

}  // namespace studies
