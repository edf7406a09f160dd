#include "analysis/impact/record.hpp"

#include <algorithm>

namespace analysis {

bool RecordedEvent::seen_by(const std::string& id_of_family) const {
  return family == id_of_family || std::ranges::find(also, id_of_family) != also.end();
}

const RecordFamily* Record::family_of(const std::string& threat) const {
  const auto found = std::ranges::find_if(families, [&](const RecordFamily& family) {
    return std::ranges::find(family.threats, threat) != family.threats.end();
  });
  return found == families.end() ? nullptr : &*found;
}

const RecordedEvent* Record::event(const std::string& id) const {
  const auto found = std::ranges::find(events, id, &RecordedEvent::id);
  return found == events.end() ? nullptr : &*found;
}

std::vector<const RecordedEvent*> Record::counted_in(const RecordFamily& family) const {
  std::vector<const RecordedEvent*> out;
  for (const RecordedEvent& event : events)
    if (event.family == family.id)
      out.push_back(&event);
  return out;
}

double Record::years(const RecordFamily& family) const {
  return models::days_between(family.from, until) / 365.25;
}

}  // namespace analysis
