#include "results/zone_check.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "models/world/calendar.hpp"
#include "results/result_file.hpp"

namespace results {

void check_zone(const Provenance& provenance) {
  if (provenance.zone.empty() && provenance.row.onset_rule != "any_hour")
    return;
  try {
    const models::Calendar readable(provenance.zone);
  } catch (const std::invalid_argument& error) {
    throw ResultError(fmt::format("attribute 'zone' of 'provenance' is '{}', which is {}",
                                  provenance.zone, error.what()));
  }
}

}  // namespace results
