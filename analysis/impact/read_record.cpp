#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/impact/formats.hpp"
#include "analysis/impact/record.hpp"
#include "models/text/read_values.hpp"
#include "models/world/world_tree.hpp"

namespace analysis {
namespace {

using models::Fields;
using models::Named;
using models::Place;

/// A share with the range that the file declares; without one it is taken as known.
Ranged read_ranged(const Place& place) {
  const double value = models::read_share(place);
  const auto end = [&](std::size_t i) {
    return place.range().empty()
               ? value
               : models::read_quantity(place.range()[i], models::share_dimension).value;
  };
  return {end(0), value, end(1)};
}

void read_head(const Place& place, Record& out) {
  Fields fields(place);
  out.version = fields.required("version", models::read_text);
  out.until = fields.required("until", models::read_day);
  out.platform_from = fields.required("platform_from", models::read_day);
  out.weight_before = fields.required("weight_before", read_ranged);
  out.weight_foreign = fields.required("weight_foreign", read_ranged);
}

void read_sources(const Place& place, Record& out) {
  place.may_have_entries();
  if (place.node().type != models::Node::Type::map)
    return place.fail("must be a map of codes and sources");
  for (const auto& entry : place.node().entries)
    out.sources[entry.key] = models::read_text(place.child(entry.value, entry.key));
}

Elsewhere read_elsewhere(const Place& place) {
  Fields fields(place);
  Elsewhere out;
  out.median_s = fields.required("median", models::time_in(models::positive_time));
  const auto p95 = fields.require("p95");
  out.p95_s = p95 ? models::time_in(models::positive_time)(*p95) : 0;
  if (p95 && out.p95_s <= out.median_s)
    p95->fail(fmt::format("must be more than the median, found {}", describe(p95->node())));
  out.cases = fields.required("cases", models::count_in(1, 1000));
  return out;
}

RecordFamily read_family(const Named& entry, const Record& record) {
  Fields fields(entry.place);
  RecordFamily out;
  out.id = entry.id;
  out.mark = entry.mark;
  if (const auto name = fields.require("name")) {
    Fields names(*name);
    out.name_nl = names.required("nl", models::read_text);
    out.name_en = names.required("en", models::read_text);
  }
  if (const auto from = fields.require("from")) {
    out.from = models::read_day(*from);
    if (models::days_between(out.from, record.until) <= 0)
      from->fail(fmt::format("must be before the record's last day, {}, found {}",
                             models::written(record.until), describe(from->node())));
  }
  out.share_reported = fields.required("share_reported", read_ranged);
  if (out.share_reported.lowest <= 0)
    entry.place.fail("share_reported must be more than 0, over its whole range");
  out.elsewhere = fields.optional("elsewhere", read_elsewhere);
  if (const auto threats = fields.find("threats"))
    for (const Place& item : models::items(*threats)) {
      const std::string threat = models::read_text(item);
      const RecordFamily* const other = record.family_of(threat);
      if (other != nullptr || std::ranges::find(out.threats, threat) != out.threats.end())
        item.fail(fmt::format("{} is in the family {} already", threat,
                              other != nullptr ? other->id : out.id));
      out.threats.push_back(threat);
    }
  return out;
}

/// An event that counts nowhere, or is seen by other families too, says why.
void refuse_without_reason(const Place& place, const RecordedEvent& event) {
  if (!event.also.empty() && event.why_not.empty())
    place.fail("names families in also: why_not must say why it does not count there");
  if (event.also.empty() && event.family.empty())
    place.fail("needs a family that it counts in, or families in also and why_not");
}

RecordedEvent read_event(const Named& entry, const Record& record) {
  std::vector<std::string> families, sources;
  for (const RecordFamily& family : record.families)
    families.push_back(family.id);
  for (const auto& [code, source] : record.sources)
    sources.push_back(code);
  const auto family_of = [&](const Place& at) {
    return families.at(models::read_word(at, families));
  };
  Fields fields(entry.place);
  RecordedEvent out;
  out.id = entry.id;
  out.mark = entry.mark;
  out.what = fields.required("what", models::read_prose);
  out.scope = fields.required("scope", models::read_prose);
  out.day_known = fields.get("day_known", models::read_boolean, true);
  out.duration_s = fields.optional("duration", models::time_in(models::positive_time));
  out.why_not = fields.get("why_not", models::read_prose, "");
  if (const auto date = fields.require("date")) {
    out.date = models::read_day(*date);
    if (models::days_between(out.date, record.until) < 0)
      date->fail(fmt::format("must not be after the record's last day, {}, found {}",
                             models::written(record.until), describe(date->node())));
  }
  if (families.empty() || sources.empty())
    return out;
  out.family = fields.get("family", family_of, "");
  if (const auto also = fields.find("also"))
    for (const Place& item : models::items(*also))
      out.also.push_back(family_of(item));
  if (const auto said_by = fields.require("said_by"))
    for (const Place& item : models::items(*said_by))
      out.said_by.push_back(sources.at(models::read_word(item, sources)));
  refuse_without_reason(entry.place, out);
  return out;
}

/// A window must not begin with one of its own events: that would make it too short.
void refuse_outside_window(const Place& place, const RecordedEvent& event, const Record& record) {
  for (const RecordFamily& family : record.families)
    if (family.id == event.family && models::days_between(family.from, event.date) <= 0)
      place.fail(
          fmt::format("counts in {}, whose window begins on {}: a window begins before "
                      "its events, and not with one",
                      family.id, models::written(family.from)));
}

void read_sections(const Place& root, Record& out) {
  Fields fields(root);
  if (const auto head = fields.require("record"))
    read_head(*head, out);
  if (const auto sources = fields.require("sources"))
    read_sources(*sources, out);
  if (const auto families = fields.require("families"))
    for (const Named& entry : models::named(*families))
      out.families.push_back(read_family(entry, out));
  if (const auto events = fields.require("events"))
    for (const Named& entry : models::named(*events)) {
      out.events.push_back(read_event(entry, out));
      refuse_outside_window(entry.place, out.events.back(), out);
    }
}

}  // namespace

void ask_record(const models::Node& root, models::Reading& reading) {
  Record out;
  read_sections(Place(root, "", reading), out);
}

Record read_record(const std::filesystem::path& file) {
  models::Reading reading;
  std::vector<models::InputFile> inputs;
  const auto root = models::read_tree(file, reading, inputs);
  Record out;
  if (root)
    read_sections(Place(*root, "", reading), out);
  reading.problems.throw_if_any();
  std::ranges::stable_sort(out.events,
                           [](const auto& a, const auto& b) { return a.date < b.date; });
  out.input = inputs.at(0);
  out.parameters = std::move(reading.parameters);
  return out;
}

}  // namespace analysis
