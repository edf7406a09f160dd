#include "models/graph/needs_text.hpp"

#include <fmt/format.h>

namespace models {

std::string needs_text(const World& world, const Needs& needs) {
  if (needs.component)
    return world.components[needs.component].id;
  if (needs.of.empty())
    return "-";
  if (needs.of.size() == 1)
    return needs_text(world, needs.of.front());
  std::string parts;
  for (const Needs& part : needs.of)
    parts += (parts.empty() ? "" : ", ") + needs_text(world, part);
  if (needs.k == 1)
    return fmt::format("any({})", parts);
  if (static_cast<std::size_t>(needs.k) == needs.of.size())
    return fmt::format("all({})", parts);
  return fmt::format("{} of({})", needs.k, parts);
}

}  // namespace models
