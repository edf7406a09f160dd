#include "studies/campaign/planned.hpp"

#include <fmt/format.h>

#include <set>

#include "results/version.hpp"
#include "studies/campaign/row.hpp"

namespace studies {
namespace {

/// Where a problem of a row has no place in a file, it is the row's in the campaign.
models::Problem placed(const models::Problem& problem, const scenarios::Campaign& campaign,
                       std::size_t row) {
  for (const models::Setting& setting : campaign.settings)
    if (problem.mark.file == "--set " + setting.address + "=" + setting.value)
      return {setting.mark, problem.message};
  if (problem.mark.line > 0)
    return problem;
  const scenarios::CampaignRow& where = campaign.rows[row];
  return {where.mark,
          fmt::format("row {}: {}: {}", where.id(), problem.mark.file, problem.message)};
}

}  // namespace

Manifest manifest_of(const scenarios::Campaign& campaign, const std::string& precision,
                     std::optional<std::uint64_t> replications) {
  Manifest out;
  out.precision = precision_of(campaign);
  if (!precision.empty())
    out.precision = parse_precision(precision);
  out.name = campaign.name;
  out.description = campaign.description;
  out.rubricering = campaign.rubricering;
  out.version = results::version();
  out.commit = results::commit();
  out.world = campaign.world.string();
  out.catalogue = campaign.catalogue.string();
  out.measures = campaign.measures.string();
  out.onset = campaign.onset;
  out.duration = campaign.duration;
  for (const models::Setting& setting : campaign.settings)
    out.set.push_back(setting.address + "=" + setting.value);
  out.replications = replications.value_or(campaign.replications);
  out.seed = campaign.seed;
  out.folder = std::filesystem::current_path().string();
  for (const models::InputFile& input : campaign.inputs)
    out.inputs.push_back({input.path, input.sha256});
  for (const scenarios::CampaignRow& row : campaign.rows)
    out.rows.push_back({row.id(), asked_of(out, row).command(), row});
  return out;
}

void throw_problems(const scenarios::Campaign& campaign,
                    const std::vector<std::vector<models::Problem>>& rows) {
  models::Problems problems;
  std::set<std::string> said;
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (const models::Problem& problem : rows[row]) {
      const models::Problem at = placed(problem, campaign, row);
      if (said.insert(models::to_string(at)).second)
        problems.add(at.mark, at.message);
    }
  problems.throw_if_any();
}

void read_rows(const scenarios::Campaign& campaign) {
  const Manifest manifest = manifest_of(campaign);
  std::vector<std::vector<models::Problem>> problems(manifest.rows.size());
  for (std::size_t row = 0; row < manifest.rows.size(); ++row)
    try {
      options_of(manifest, manifest.rows[row].row).read();
    } catch (const models::InvalidInput& invalid) {
      problems[row] = invalid.problems();
    }
  throw_problems(campaign, problems);
}

}  // namespace studies
