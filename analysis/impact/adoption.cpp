#include "analysis/impact/adoption.hpp"

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/day.hpp"

namespace analysis {

Adoption read_adoption(models::Fields& fields) {
  Adoption out;
  out.adopted =
      fields.required("status", models::one_of<bool>({{"concept", false}, {"vastgesteld", true}}));
  out.by = fields.get("vastgesteld_door", models::read_text, "");
  if (const auto date = fields.find("datum"))
    out.date = models::written(models::read_day(*date));
  out.decision = fields.get("besluit", models::read_prose, "");
  if (out.adopted)
    for (const char* key : {"vastgesteld_door", "datum", "besluit"})
      if (!fields.find(key))
        fields.place().fail(fmt::format("say status vastgesteld, so they must say {} too", key));
  return out;
}

}  // namespace analysis
