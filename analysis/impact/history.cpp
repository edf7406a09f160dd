#include "analysis/impact/history.hpp"

#include <algorithm>

#include "analysis/impact/formats.hpp"
#include "analysis/measures/measure.hpp"
#include "models/text/read_values.hpp"
#include "models/world/day.hpp"
#include "models/world/world_tree.hpp"

namespace analysis {
namespace {

using models::Fields;
using models::Place;

struct TwoLanguages {
  std::string nl, en;
};

TwoLanguages read_two(const Place& place) {
  Fields fields(place);
  return {fields.required("nl", models::read_text), fields.required("en", models::read_text)};
}

/// A number that a measure of the whole world counts, or with `stage` a measure of that stage.
void read_measure(const Place& place, const std::string& stage, HistoricalCount& one) {
  std::vector<std::string> names;
  for (const Measure& measure : measures_of(stage.empty() ? of::world : of::stage))
    names.emplace_back(measure.name);
  one.stage = stage;
  one.measure = names[models::read_word(place, names)];
}

void read_count(const Place& place, HistoricalCount one, History& out) {
  Fields fields(place);
  one.count = fields.required("count", models::factor_in({0, 1e8}));
  const TwoLanguages of = fields.required("of", read_two);
  one.of_nl = of.nl;
  one.of_en = of.en;
  one.source = fields.required("said_by", models::read_text);
  const std::vector<std::string> words = {"reported", "derived"};
  if (const auto at = fields.require("basis"))
    one.basis = words[models::read_word(*at, words)];
  const std::string stage = fields.get("stage", models::read_text, "");
  if (const auto measure = fields.find("measure"))
    read_measure(*measure, stage, one);
  out.counts.push_back(std::move(one));
}

void read_outage(const models::Named& outage, History& out) {
  Fields fields(outage.place);
  HistoricalCount one;
  one.id = outage.id;
  const TwoLanguages name = fields.required("name", read_two);
  one.name_nl = name.nl;
  one.name_en = name.en;
  one.date = models::written(fields.required("date", models::read_day));
  one.scenario = fields.get("scenario", models::read_text, "");
  const TwoLanguages used_for = fields.get("used_for", read_two, TwoLanguages{});
  one.used_for_nl = used_for.nl;
  one.used_for_en = used_for.en;
  if (const auto counts = fields.require("counts"))
    for (const Place& item : items(*counts))
      read_count(item, one, out);
}

void read_outages(const models::Node& root, History& out, models::Reading& reading) {
  Fields fields(Place(root, "", reading));
  if (const auto outages = fields.require("history"))
    for (const models::Named& outage : named(*outages))
      read_outage(outage, out);
}

}  // namespace

void ask_history(const models::Node& root, models::Reading& reading) {
  History out;
  read_outages(root, out, reading);
}

int HistoricalCount::year() const {
  return std::stoi(date.substr(0, 4));
}

History read_history(const std::filesystem::path& file) {
  models::Reading reading;
  std::vector<models::InputFile> inputs;
  const auto root = models::read_tree(file, reading, inputs);
  History out;
  if (root)
    read_outages(*root, out, reading);
  reading.problems.throw_if_any();
  std::stable_sort(out.counts.begin(), out.counts.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  out.input = inputs.at(0);
  return out;
}

}  // namespace analysis
