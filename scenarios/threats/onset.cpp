#include "scenarios/threats/onset.hpp"

namespace scenarios {

namespace {

constexpr std::uint64_t hours = 168, step = 103;

}  // namespace

models::UtcSeconds reference_week(const models::Calendar& calendar) {
  return calendar.to_utc("2026-11-30T00:00").value_or(0);
}

models::UtcSeconds Onset::at(const models::ReplicationKey& key,
                             const models::Calendar& calendar) const {
  if (fixed)
    return *fixed;
  const models::Subject subject{models::name_of("onset"), 0, 0};
  const double first =
      models::uniform({key.seed, 0}, models::Purpose::effect, {subject.name, 1, 0});
  const auto hour =
      (static_cast<std::uint64_t>(first * hours) + step * (key.replication % hours)) % hours;
  const double within = models::uniform(key, models::Purpose::effect, subject);
  return reference_week(calendar) +
         static_cast<models::UtcSeconds>((static_cast<double>(hour) + within) * 3600);
}

}  // namespace scenarios
