#include "scenarios/moments.hpp"

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/text/shape.hpp"
#include "models/text/whole_number.hpp"

namespace scenarios {

namespace {

/// Begins with a year: "2019-06", and not "2.5e-1 h".
bool looks_local(const std::string& text) {
  return text.size() > 4 && text[4] == '-' && models::whole_number(text.substr(0, 4));
}

constexpr models::TextForm local_time_form = {
    "a local time such as \"2019-06-24T15:34\"", "2026-03-02T00:00",
    "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?"};

}  // namespace

std::optional<models::UtcSeconds> read_local_time(const models::Place& place, const Clock& clock) {
  place.may_be(local_time_form);
  if (!clock.calendar)
    return {};
  const models::Node& node = place.node();
  auto utc = clock.calendar->to_utc(node.text);
  if (!utc)
    place.fail(
        fmt::format("must be a local time such as \"2019-06-24T15:34\" that exists (in "
                    "spring the clock skips an hour), found {}",
                    describe(node)));
  return utc;
}

std::optional<double> read_moment(const models::Place& place, const Clock& clock) {
  place.may_be(models::time_dimension, models::any_time);
  if (!clock.relative)
    place.may_be(local_time_form);
  const models::Node& node = place.node();
  if (looks_local(node.text) && clock.relative) {
    place.fail(
        fmt::format("must be a duration since the moment of the option such as \"30 min\", "
                    "found {}",
                    describe(node)));
    return {};
  }
  if (looks_local(node.text)) {
    const auto utc = read_local_time(place, clock);
    if (!utc || !clock.start)
      return {};
    const auto since_start_s = static_cast<double>(*utc - *clock.start);
    models::record_time(place, since_start_s);
    return since_start_s;
  }
  const models::Quantity duration = models::read_quantity(node, models::time_dimension);
  if (duration.error.empty()) {
    models::record_time(place, duration.value);
    return duration.value;
  }
  place.fail(
      fmt::format("must be a local time such as \"2019-06-24T15:34\" or a duration since "
                  "the start such as \"2 h\", found {}",
                  describe(node)));
  return {};
}

}  // namespace scenarios
