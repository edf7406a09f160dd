#include <algorithm>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/formats.hpp"
#include "scenarios/measures/measures.hpp"
#include "scenarios/read_settings.hpp"
#include "scenarios/read_words.hpp"

namespace scenarios {

using models::Fields;
using models::Node;
using models::Place;

namespace {

using Texts = std::vector<std::string>;

Touch read_touch(const Place& place, const Texts& outcomes) {
  Fields fields(place);
  Touch out;
  out.mark = place.mark();
  out.threat = fields.required("threat", models::read_text);
  out.target = fields.get("target", models::read_text, "");
  out.lowers = fields.required("lowers", word_in(outcomes));
  return out;
}

void read_references(Fields& fields, Measure& measure) {
  const auto at = fields.find("references");
  if (!at)
    return;
  Fields references(*at);
  for (const char* key : {"iso27002", "bio"})
    if (const auto codes = references.find(key))
      measure.references[key] = read_one_or_more(*codes);
}

void read_gaps(Fields& fields, Measure& measure) {
  const auto at = fields.find("not_simulated");
  for (const Place& item : at ? items(*at) : std::vector<Place>{}) {
    Fields gap(item);
    measure.not_simulated.push_back(
        {gap.required("what", models::read_prose), gap.required("why", models::read_prose)});
  }
}

/// What is in the world is taken away; what is not is set.
void read_changes(Fields& fields, Measure& measure) {
  const bool existing = measure.status == Measure::Status::existing;
  const auto at = fields.require(existing ? "without" : "set");
  if (at)
    (existing ? measure.without : measure.set) = read_settings(*at);
  if (at && at->node().type == Node::Type::map && at->node().entries.empty())
    at->fail("changes nothing: it needs an address and a value");
  if (const auto other = fields.find(existing ? "set" : "without"))
    other->fail(existing ? "belongs to a planned or possible measure: an existing one is in the "
                           "world already"
                         : "belongs to an existing measure: this one is not in the world");
}

void read_origin(const Place& place, Measure& measure) {
  measure.origin = place.node().origin;
  static const Texts kinds = {"measured", "reported", "derived", "estimated", "assumed"};
  if (measure.origin.source.empty())
    place.fail("needs a source");
  if (std::find(kinds.begin(), kinds.end(), measure.origin.kind) == kinds.end())
    place.fail("needs a kind: measured, reported, derived, estimated or assumed");
}

Measure read_measure(const models::Named& entry, const Texts& outcomes) {
  Measure out;
  out.id = entry.id;
  out.mark = entry.mark;
  Fields fields(entry.place);
  if (const auto name = fields.require("name")) {
    Fields names(*name);
    out.name_nl = names.required("nl", models::read_text);
    out.name_en = names.required("en", models::read_text);
  }
  out.owner = fields.required("owner", models::read_text);
  out.status = fields.required(
      "status", models::one_of<Measure::Status>({{"existing", Measure::Status::existing},
                                                 {"planned", Measure::Status::planned},
                                                 {"possible", Measure::Status::possible}}));
  out.cost = fields.required("cost", word_in({"low", "middle", "high"}));
  out.works_at = fields.required("works_at", word_in({"site", "chain"}));
  read_origin(entry.place, out);
  read_references(fields, out);
  const auto touches = fields.require("touches");
  for (const Place& item : touches ? items(*touches) : std::vector<Place>{})
    out.touches.push_back(read_touch(item, outcomes));
  read_changes(fields, out);
  read_gaps(fields, out);
  return out;
}

void read_head(const Place& place, MeasureList& list) {
  Fields fields(place);
  list.version = fields.required("version", models::read_text);
  list.status = fields.required("status", word_in({"concept", "vastgesteld"}));
  fields.get("description", models::read_prose, "");
}

const Texts package_words = {"current", "planned", "inherent", "without"};

void read_sections(const Node& root, const Texts& outcomes, models::Reading& reading,
                   MeasureList& list) {
  Fields sections(Place(root, "", reading));
  if (const auto head = sections.require("list"))
    read_head(*head, list);
  const auto measures = sections.require("measures");
  for (const models::Named& entry : measures ? named(*measures) : std::vector<models::Named>{}) {
    if (std::find(package_words.begin(), package_words.end(), entry.id) != package_words.end())
      measures->fail_at(entry.mark,
                        fmt::format("must not be called {}: that is a package", entry.id));
    list.measures.push_back(read_measure(entry, outcomes));
  }
}

}  // namespace

void ask_measures(const Node& root, const Texts& outcomes, models::Reading& reading) {
  MeasureList list;
  read_sections(root, outcomes, reading, list);
}

MeasureList read_measures(const std::filesystem::path& file, const Texts& outcomes) {
  models::Reading reading;
  MeasureList list;
  std::vector<models::InputFile> inputs;
  const auto root = models::read_tree(file, reading, inputs);
  if (!root)
    reading.problems.throw_if_any();
  list.input = inputs.at(0);
  read_sections(*root, outcomes, reading, list);
  reading.problems.throw_if_any();
  return list;
}

}  // namespace scenarios
