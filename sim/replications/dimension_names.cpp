#include "sim/replications/dimension_names.hpp"

#include <fmt/format.h>

#include <map>

#include "models/graph/needs_text.hpp"

namespace sim {
namespace {

using models::World;

template <class Table>
std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> names;
  for (const auto& row : table)
    names.push_back(row.name.empty() ? row.id : row.name);
  return names;
}

std::string disciplines_of(const World& world, const models::AgentGroup& group) {
  std::vector<std::string> ids;
  for (const auto discipline : world.roles[group.role].disciplines)
    ids.push_back(world.disciplines[discipline].id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

std::string name_in(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() || found->second.empty() ? id : found->second;
}

std::string owner_of(const World& world, const models::Component& component) {
  return component.voorziening.empty() ? name_in(world.suppliers, component.supplier)
                                       : name_in(world.voorzieningen, component.voorziening);
}

void describe_functions(results::Dimensions& out, const World& world) {
  for (const models::FunctionAt& at : world.functions_at) {
    const models::Function& function = world.functions[at.function];
    out.functions.push_back(fmt::format("{}@{}", function.id, world.centres[at.centre].id));
    out.function_names.push_back(function.name.empty() ? function.id : function.name);
    out.function_needs.push_back(models::needs_text(world, at.needs));
  }
}

}  // namespace

void describe(results::Dimensions& out, const World& world) {
  out.region_names = names_of(world.regions);
  out.discipline_names = names_of(world.disciplines);
  out.centre_names = names_of(world.centres);
  for (const models::Centre& centre : world.centres) {
    out.centre_latitudes.push_back(centre.latitude);
    out.centre_longitudes.push_back(centre.longitude);
  }
  for (const models::AgentGroup& group : world.groups) {
    const models::Role& role = world.roles[group.role];
    out.group_names.push_back(role.name.empty() ? role.id : role.name);
    out.group_disciplines.push_back(disciplines_of(world, group));
  }
  out.component_names = names_of(world.components);
  for (const models::Component& component : world.components) {
    out.component_voorzieningen.push_back(owner_of(world, component));
    out.component_needs.push_back(models::needs_text(world, component.needs));
  }
  describe_functions(out, world);
}

}  // namespace sim
