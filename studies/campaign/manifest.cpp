#include "studies/campaign/manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "models/text/problems.hpp"
#include "models/text/sha256.hpp"
#include "models/world/world_tree.hpp"
#include "results/json_text.hpp"
#include "results/schemas.hpp"

namespace studies {
namespace {

using Ordered = nlohmann::ordered_json;

constexpr const char* manifest_schema = name_of(results::Schema::manifest);

/// Without a background as manifests were before there were any: they have the same digest.
Ordered json_of(const ManifestRow& row) {
  Ordered out = {{"id", row.id},
                 {"threat", row.row.threat},
                 {"target", row.row.target},
                 {"scenario", row.row.scenario},
                 {"package", row.row.package},
                 {"plan", row.row.plan},
                 {"duration", row.row.duration},
                 {"varied", row.row.varied},
                 {"command", row.command}};
  if (!row.row.background.empty())
    out["background"] = row.row.background;
  return out;
}

Ordered json_of(const Task& task) {
  Ordered blocks = Ordered::array();
  for (const Block& block : task.blocks)
    blocks.push_back({block.row, block.first, block.count});
  return {{"cost_s", task.cost_s}, {"blocks", blocks}};
}

Ordered campaign_json(const Manifest& manifest) {
  Ordered inputs = Ordered::array(), rows = Ordered::array();
  for (const ManifestInput& input : manifest.inputs)
    inputs.push_back({{"path", input.path}, {"sha256", input.sha256}});
  for (const ManifestRow& row : manifest.rows)
    rows.push_back(json_of(row));
  Ordered out = {{"name", manifest.name},
                 {"description", manifest.description},
                 {"rubricering", manifest.rubricering},
                 {"version", manifest.version},
                 {"commit", manifest.commit},
                 {"world", manifest.world},
                 {"catalogue", manifest.catalogue},
                 {"measures", manifest.measures},
                 {"onset", manifest.onset},
                 {"duration", manifest.duration},
                 {"set", manifest.set},
                 {"replications", manifest.replications}};
  if (manifest.precision)
    out["precision"] = manifest.precision->text;
  out["seed"] = manifest.seed;
  out["inputs"] = inputs;
  out["rows"] = rows;
  return out;
}

void read_campaign(const Ordered& in, Manifest& out) {
  const std::pair<const char*, std::string&> texts[] = {
      {"name", out.name},         {"description", out.description},
      {"version", out.version},   {"rubricering", out.rubricering},
      {"commit", out.commit},     {"world", out.world},
      {"onset", out.onset},       {"catalogue", out.catalogue},
      {"duration", out.duration}, {"measures", out.measures}};
  for (const auto& [key, text] : texts)
    text = in.at(key).get<std::string>();
  out.set = in.at("set").get<std::vector<std::string>>();
  out.replications = in.at("replications").get<std::uint64_t>();
  out.seed = in.at("seed").get<std::uint64_t>();
  if (const auto precision = in.find("precision"); precision != in.end())
    out.precision = parse_precision(precision->get<std::string>());
  for (const Ordered& input : in.at("inputs"))
    out.inputs.push_back({input.at("path"), input.at("sha256")});
  for (const Ordered& row : in.at("rows")) {
    scenarios::PlannedRow what{row.at("threat"),
                               row.at("target"),
                               row.at("scenario"),
                               row.at("package"),
                               row.at("plan"),
                               row.at("duration"),
                               row.at("varied"),
                               row.value("background", ""),
                               {}};
    out.rows.push_back({row.at("id"), row.at("command"), std::move(what)});
  }
}

void read_tasks(const Ordered& in, Manifest& out) {
  for (const Ordered& task : in) {
    Task& read = out.tasks.emplace_back();
    read.cost_s = task.at("cost_s").get<double>();
    for (const Ordered& block : task.at("blocks"))
      read.blocks.push_back({block.at(0), block.at(1), block.at(2)});
  }
}

/// Every replication of every row must be in one block: work that is missing here would be missing
/// from the result.
std::string hole_in(const Manifest& manifest) {
  std::vector<Block> blocks;
  for (const Task& task : manifest.tasks)
    blocks.insert(blocks.end(), task.blocks.begin(), task.blocks.end());
  std::sort(blocks.begin(), blocks.end());
  const auto wrong_at = [](const Block& place) {
    return fmt::format("has no task for replication {} of row {}, or more than one", place.first,
                       place.row);
  };
  Block expected;
  for (const Block& block : blocks) {
    if (block.row != expected.row || block.first != expected.first || block.count == 0 ||
        expected.row == manifest.rows.size() ||
        block.count > manifest.replications - expected.first)
      return wrong_at(std::min(expected, block));
    expected.first += block.count;
    if (expected.first == manifest.replications)
      expected = {expected.row + 1, 0, 0};
  }
  return expected.row == manifest.rows.size() ? "" : wrong_at(expected);
}

/// A block across the end of a prefix would have to be run before anybody knows that it is needed.
std::string crossing_in(const Manifest& manifest) {
  for (const Task& task : manifest.tasks)
    for (const Block& block : task.blocks)
      for (const std::uint64_t end : manifest.prefix_ends())
        if (block.first < end && end < block.first + block.count)
          return fmt::format("has a block of row {} across replication {}, where it may stop",
                             block.row, end);
  return "";
}

[[noreturn]] void refuse_manifest(const std::filesystem::path& file, const std::string& why) {
  models::refuse({file.string(), 0, 0}, why);
}

}  // namespace

analysis::CampaignNamed named(const Manifest& manifest) {
  return {manifest.name, manifest.rubricering, digest_of(manifest),
          manifest.precision ? manifest.precision->text : "", manifest.replications};
}

double Manifest::cost_s() const {
  return std::accumulate(tasks.begin(), tasks.end(), 0.0,
                         [](double sum, const Task& task) { return sum + task.cost_s; });
}

std::vector<std::uint64_t> Manifest::prefix_ends() const {
  return precision ? prefixes(replications) : std::vector{replications};
}

std::string canonical_text(const Manifest& manifest) {
  return results::json_text(campaign_json(manifest));
}

std::string digest_of(const Manifest& manifest) {
  return models::sha256_hex(canonical_text(manifest));
}

std::string to_json(const Manifest& manifest) {
  Ordered tasks = Ordered::array();
  for (const Task& task : manifest.tasks)
    tasks.push_back(json_of(task));
  const Ordered out = {{"schema", manifest_schema},           {"digest", digest_of(manifest)},
                       {"folder", manifest.folder},           {"disk_bytes", manifest.disk_bytes},
                       {"campaign", campaign_json(manifest)}, {"tasks", tasks}};
  try {
    return out.dump(2) + "\n";  // strictly: a mended name would be that of another file
  } catch (const Ordered::type_error&) {
    models::refuse({manifest.folder, 0, 0},
                   "the campaign, or the name of a file that it stands on, is no UTF-8, which a "
                   "manifest cannot hold");
  }
}

Manifest read_manifest(const std::filesystem::path& file) {
  models::Problems problems;
  const auto text = models::read_input_file(file, problems);
  problems.throw_if_any();
  Manifest out;
  std::string digest;
  try {
    const Ordered in = Ordered::parse(text->text);
    if (in.at("schema") != manifest_schema)
      refuse_manifest(file, fmt::format("is a '{}', expected a '{}'",
                                        in.at("schema").get<std::string>(), manifest_schema));
    digest = in.at("digest").get<std::string>();
    out.folder = in.at("folder").get<std::string>();
    out.disk_bytes = in.at("disk_bytes").get<double>();
    read_campaign(in.at("campaign"), out);
    read_tasks(in.at("tasks"), out);
  } catch (const Ordered::exception& error) {
    refuse_manifest(file, fmt::format("is no manifest of a campaign: {}", error.what()));
  } catch (const std::invalid_argument& error) {
    refuse_manifest(
        file, fmt::format("has a precision that this program does not know: {}", error.what()));
  }
  if (digest != digest_of(out))
    refuse_manifest(file, "does not match its digest: it was changed after it was planned");
  if (const std::string hole = hole_in(out); !hole.empty())
    refuse_manifest(file, hole);
  if (const std::string crossing = crossing_in(out); !crossing.empty())
    refuse_manifest(file, crossing);
  return out;
}

StudyReader options_of(const Manifest& manifest, const scenarios::PlannedRow& row) {
  StudyReader out;
  out.seed = manifest.seed;
  out.scenario = row.scenario;
  if (!row.threat.empty()) {
    out.threat.threat = row.threat;
    out.threat.aim = {row.target, manifest.onset,
                      row.duration.empty() ? manifest.duration : row.duration};
    out.scenario = row.background;
    if (row.background.empty())
      out.threat.world = manifest.world;
    out.threat.catalogue = manifest.catalogue;
  }
  out.world.set = manifest.set;
  if (!row.varied.empty())
    out.world.set.push_back(row.varied);
  if (row.package != "current") {
    out.world.measures = row.package;
    out.world.measure_file = manifest.measures;
  }
  out.world.plan = row.plan;
  return out;
}

}  // namespace studies
