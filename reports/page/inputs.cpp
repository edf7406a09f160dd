#include "reports/page/inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>
#include <utility>
#include <vector>

#include "models/text/problems.hpp"
#include "models/world/read_again.hpp"

namespace reports {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using Input = results::Provenance::Input;

/// Those beside world.yaml, by name: the folder of the world.
std::vector<models::InputFile> world_files(const std::vector<Input>& inputs) {
  fs::path folder;
  for (const Input& input : inputs)
    if (fs::path(input.path).filename() == "world.yaml")
      folder = fs::path(input.path).parent_path();
  std::vector<models::InputFile> out;
  for (const Input& input : inputs)
    if (const fs::path path = input.path;
        !folder.empty() && path.parent_path() == folder && path.extension() == ".yaml")
      out.push_back({input.path, input.text, input.sha256});
  std::ranges::sort(out, {}, &models::InputFile::path);
  return out;
}

std::string part_of(const std::string& address) {
  return address.substr(0, address.find('.'));
}

ordered_json counts_of(const std::vector<models::Parameter>& parameters) {
  ordered_json out = ordered_json::object();
  for (const models::Parameter& parameter : parameters) {
    ordered_json& count = out[part_of(parameter.address)][parameter.kind];
    count = count.is_null() ? 1 : count.get<int>() + 1;
  }
  return out;
}

/// "regions.drenthe.population = 505,000 (people)"; a value that has its unit is not told it again.
std::string text_of(const models::Parameter& number) {
  const bool is_bare = number.value.find_first_not_of("0123456789.+-eE_") == std::string::npos;
  return number.address + " = " + number.value +
         (is_bare && !number.unit.empty() ? " (" + number.unit + ")" : "");
}

ordered_json groups_of(const std::vector<models::Parameter>& parameters) {
  std::map<std::tuple<std::string, std::string, std::string>, ordered_json> groups;
  for (const models::Parameter& parameter : parameters)
    groups[{parameter.kind, parameter.source, parameter.note}].push_back(text_of(parameter));
  ordered_json out = ordered_json::array();
  for (const auto& [group, list] : groups) {
    const auto& [kind, source, note] = group;
    out.push_back({{"kind", kind}, {"source", source}, {"note", note}, {"numbers", list}});
  }
  return out;
}

}  // namespace

void ReportInputs::add(const results::Study& study) {
  std::vector<models::InputFile> files = world_files(study.provenance.inputs);
  std::string digest;
  for (const models::InputFile& file : files)
    digest += file.sha256;
  if (files.empty() || worlds_.count(digest) > 0)
    return;
  try {
    const models::WorldModel model = models::read_again(std::move(files));
    worlds_[digest] = {{"world", model.world.name},
                       {"counts", counts_of(model.parameters)},
                       {"groups", groups_of(model.parameters)}};
    for (const auto& [id, name] : model.world.voorzieningen)
      voorzieningen_.insert(name.empty() ? id : name);
  } catch (const models::InvalidInput&) {
    worlds_[digest] = nullptr;
  }
}

ordered_json ReportInputs::json() const {
  ordered_json worlds = ordered_json::array();
  for (const auto& [digest, world] : worlds_)
    if (!world.is_null())
      worlds.push_back(world);
  return {{"worlds", worlds}};
}

/// How many numbers of each kind a part of the world has, and none of them.
JsonKeys ReportInputs::keys() {
  const std::array parts = {
      "world",     "disciplines",   "kinds",     "stages",         "roles",   "meldkamers",
      "regions",   "voorzieningen", "suppliers", "components",     "demand",  "callers",
      "functions", "takeover",      "network",   "takeover_plans", "scale_up"};
  const std::array kinds = {"", "measured", "reported", "derived", "estimated", "assumed"};
  return {board("worlds",
                {board("world"), board("counts", each(parts, each(kinds))), analyst("groups")})};
}

}  // namespace reports
