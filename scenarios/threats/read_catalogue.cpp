#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/text/tree_changes.hpp"
#include "models/world/assumptions.hpp"
#include "models/world/calendar.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/formats.hpp"
#include "scenarios/read_words.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace scenarios {

using models::Fields;
using models::Node;
using models::Place;

namespace {

using Texts = std::vector<std::string>;

/// A list of words of a table.
auto words_of(const Texts& table) {
  return [table](const Place& place) {
    Texts out;
    for (const Place& item : items(place))
      out.push_back(table[models::read_word(item, table)]);
    return out;
  };
}

const Texts origins = {"accidental", "deliberate", "environmental"};
const Texts actors = {"activist", "criminal", "insider", "state"};
const Texts aspects = {"C", "I", "A"};
const Texts bases = {"incident", "expert", "analyst"};
const Texts onsets = {"instant", "gradual"};
const Texts voorzieningen = {"spoedvraag", "spoedrespons", "gms",      "ois",
                             "ivict",      "huisvesting",  "bezetting"};
const Texts scopes = {"site", "several", "national", "upstream"};
const Texts places = {"site", "chain"};
const Texts reference_keys = {"iso", "bsi", "monarc", "enisa", "attack", "mapgood"};

void read_references(Fields& fields, CatalogueThreat& threat) {
  const auto at = fields.find("references");
  if (!at)
    return;
  Fields references(*at);
  for (const std::string& key : reference_keys)
    if (const auto codes = references.find(key))
      if (const Texts found = read_one_or_more(*codes); !found.empty())
        threat.references[key] = found;
}

MeasureText read_measure(const Place& place) {
  if (place.node().type == Node::Type::scalar)
    return {models::read_text(place), "", place.mark()};
  Fields fields(place);
  return {fields.required("what", models::read_prose), fields.required("works_at", word_in(places)),
          place.mark()};
}

void read_measures(Fields& fields, CatalogueThreat& threat) {
  const auto at = fields.find("measures");
  if (!at)
    return;
  Fields measures(*at);
  if (const auto existing = measures.find("existing"))
    threat.existing = read_texts(*existing);
  if (const auto possible = measures.find("possible"))
    for (const Place& item : items(*possible))
      threat.possible.push_back(read_measure(item));
}

/// Bounds belong to both classes that they part; only class 5 is more than its own.
void refuse_outside_class(const Place& rate, double per_year, int frequency_class) {
  static constexpr std::array<double, 6> edges = {0, 0.001, 0.01, 0.1, 1, 1e9};
  const auto k = static_cast<std::size_t>(frequency_class);
  const bool highest = k + 1 == edges.size();
  if (per_year >= edges[k - 1] && per_year <= edges[k] && !(highest && per_year == edges[k - 1]))
    return;
  rate.fail(fmt::format("must lie in class {}, {} a year, found {:g} a year", k,
                        highest ? fmt::format("more than {:g}", edges[k - 1])
                                : fmt::format("{:g} to {:g}", edges[k - 1], edges[k]),
                        per_year));
}

void read_likelihood(Fields& fields, CatalogueThreat& threat) {
  const auto at = fields.require("likelihood");
  if (!at)
    return;
  Fields likelihood(*at);
  threat.likelihood.origin = at->node().origin;
  threat.likelihood.basis = likelihood.required("basis", word_in(bases));
  threat.likelihood.frequency_class = likelihood.optional("class", models::count_in(1, 5));
  threat.likelihood.because_of = likelihood.get("because_of", read_texts, {});
  if (const auto rate = likelihood.find("rate")) {
    // Events a year, written as a number: calls and jobs have units of rate, threats do not.
    const double per_year = models::factor_in({0, 1000, true})(*rate);
    threat.likelihood.rate_per_s = per_year / models::year_s;
    if (const auto k = threat.likelihood.frequency_class)
      refuse_outside_class(*rate, per_year, *k);
  }
}

void read_incidents(Fields& fields, CatalogueThreat& threat) {
  const auto at = fields.find("incidents");
  for (const Place& item : at ? items(*at) : std::vector<Place>{}) {
    Fields incident(item);
    threat.incidents.push_back({incident.required("what", models::read_prose),
                                incident.required("checked", models::read_boolean)});
  }
}

void read_gaps(Fields& fields, CatalogueThreat& threat) {
  if (const auto at = fields.find("recorded"))
    threat.recorded = read_texts(*at);
  const auto at = fields.find("not_simulated");
  for (const Place& item : at ? items(*at) : std::vector<Place>{}) {
    Fields gap(item);
    threat.not_simulated.push_back(
        {gap.required("what", models::read_prose), gap.required("why", models::read_prose)});
  }
}

/// A factor or share of what is left must not say that a threat adds people.
void refuse_more_than_all(const Place& effects) {
  for (const Place& item : items(effects))
    for (const Node::Entry& entry : item.node().entries) {
      const Node* factor = entry.key == "staffing" ? entry.value.find("factor") : nullptr;
      if (factor == nullptr)
        continue;
      const auto number = models::decimal(factor->text);
      if (number && *number > 1)
        item.fail_at(factor->mark,
                     fmt::format("must leave a capacity of at most 1, found {}", factor->text));
    }
}

/// What `aim` takes over as it stands.
void read_course(Fields& fields, CatalogueThreat& threat) {
  if (const auto at = fields.find("target"))
    threat.target = models::read_text(*at);
  if (const auto at = fields.find("detection"))
    threat.detection_s = models::read_distribution(*at);
  if (const auto at = fields.require("duration"))
    threat.duration_s = models::read_lasting(*at);
  const auto effects = fields.require("effects");
  if (effects)
    refuse_more_than_all(*effects);
  for (const char* key : {"target", "duration", "detection", "repeats", "draws", "effects"})
    if (const auto at = fields.find(key))
      threat.course.push_back({key, at->mark(), at->node()});
}

/// The rosters among the settings of a scenario that lies beside the catalogue.
void read_rosters(const Place& place, YearlyDate& out) {
  const std::filesystem::path file =
      std::filesystem::path(place.mark().file).parent_path() / models::read_text(place);
  std::vector<models::InputFile> inputs;
  const auto root = models::read_tree(file, place.reading(), inputs);
  const Node* const scenario = root ? root->find("scenario") : nullptr;
  const Node* const settings = scenario != nullptr ? scenario->find("set") : nullptr;
  for (const Node::Entry& entry :
       settings != nullptr ? settings->entries : std::vector<Node::Entry>{})
    if (entry.key.find(".roster.") != std::string::npos)
      out.rosters.push_back(entry);
  if (root && out.rosters.empty())
    place.fail(fmt::format("must be a scenario that sets rosters, found {}", file.string()));
  if (!inputs.empty())
    out.input = inputs.front();
}

YearlyDate read_calendar(const Place& place) {
  Fields fields(place);
  YearlyDate out;
  if (const auto at = fields.require("at")) {
    out.at = models::read_text(*at);
    if (!models::Calendar("UTC+0").to_utc("2026-" + out.at))
      at->fail(fmt::format("must be a date and a time such as 12-31T23:30, found {}",
                           models::describe(at->node())));
  }
  if (const auto rosters = fields.find("roster_of"))
    read_rosters(*rosters, out);
  return out;
}

void warn(Catalogue& catalogue, const CatalogueThreat& threat) {
  const auto add = [&](const models::Mark& mark, const char* name, const std::string& text) {
    catalogue.warnings.push_back({mark, name, threat.id + " " + text});
  };
  if (threat.duration_s && threat.detection_s &&
      quantile(*threat.duration_s, 0.5) < quantile(*threat.detection_s, 0.5))
    add(threat.mark, "repair-before-detection",
        "is over before it is detected, at the medians of both");
  if (threat.scope == "national" || threat.scope == "upstream")
    for (const MeasureText& measure : threat.possible)
      if (measure.works_at == "site")
        add(measure.mark, "site-measure-on-national-threat",
            "hits the whole chain; this measure helps one site: " + measure.what);
  if (threat.likelihood.frequency_class == 5 && !threat.likelihood.rate_per_s)
    add(threat.mark, "class-without-rate",
        "has likelihood class 5, more than once a year: a rate is asked for");
}

void read_head(Fields& fields, Catalogue& catalogue) {
  catalogue.version = fields.required("version", models::read_text);
  catalogue.status = fields.required("status", word_in({"concept", "vastgesteld"}));
  fields.get("description", models::read_prose, "");
  if (const auto at = fields.find("bbn"))
    for (const models::Named& entry : named(*at)) {
      Fields bbn(entry.place);
      catalogue.bbn[entry.id] = {bbn.required("label", models::read_text),
                                 bbn.required("said_in", models::read_prose),
                                 bbn.required("date", models::read_text)};
    }
}

bool is_threat_id(const std::string& text) {
  const auto dash = text.find('-');
  if (dash == std::string::npos || dash == 0 || dash + 1 == text.size())
    return false;
  return std::all_of(text.begin(), text.begin() + dash,
                     [](unsigned char c) { return std::isupper(c) != 0; }) &&
         std::all_of(text.begin() + dash + 1, text.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

CatalogueThreat read_threat(const std::string& id, const Place& place) {
  CatalogueThreat threat;
  threat.id = id;
  threat.mark = place.mark();
  Fields fields(place);
  if (const auto name = fields.require("name")) {
    Fields names(*name);
    threat.name_nl = names.required("nl", models::read_text);
    threat.name_en = names.required("en", models::read_text);
  }
  read_references(fields, threat);
  threat.origin = fields.required("origin", words_of(origins));
  threat.actors = fields.get("actors", words_of(actors), {});
  if (const auto at = fields.find("actors"))
    if (std::find(threat.origin.begin(), threat.origin.end(), "deliberate") == threat.origin.end())
      at->fail("belong to a deliberate threat only");
  threat.role = fields.get("role",
                           models::one_of<Role>({{"event", Role::event},
                                                 {"condition", Role::condition},
                                                 {"aftermath", Role::aftermath},
                                                 {"composite", Role::composite}}),
                           Role::event);
  threat.cia = fields.required("cia", words_of(aspects));
  threat.voorzieningen = fields.required("voorzieningen", words_of(voorzieningen));
  threat.scope = fields.required("scope", word_in(scopes));
  threat.onset = fields.required("onset", word_in(onsets));
  threat.vulnerabilities = fields.get("vulnerabilities", read_texts, {});
  read_measures(fields, threat);
  threat.duration_basis = fields.get("duration_basis", word_in(bases), "");
  threat.duration_cases = fields.get("duration_cases", models::count_in(0, 1000), 0);
  threat.recovery_tail = fields.get("recovery_tail", models::read_text, "");
  read_likelihood(fields, threat);
  threat.calendar = fields.optional("calendar", read_calendar);
  read_incidents(fields, threat);
  read_gaps(fields, threat);
  read_course(fields, threat);
  return threat;
}

void read_sections(const Node& root, Catalogue& catalogue, models::Reading& reading) {
  Fields sections(Place(root, "", reading));
  if (const auto head = sections.require("catalogue")) {
    Fields fields(*head);
    read_head(fields, catalogue);
  }
  if (const auto at = sections.find("assumptions"))
    models::read_assumptions(*at);
  const auto threats = sections.require("threats");
  if (threats)
    threats->may_have_entries();
  for (const Node::Entry& entry : threats ? threats->node().entries : std::vector<Node::Entry>{}) {
    if (!is_threat_id(entry.key))
      threats->fail_at(entry.mark, fmt::format("have names such as DR-07, found {}", entry.key));
    const std::size_t before = reading.problems.all().size();
    catalogue.threats.push_back(read_threat(entry.key, threats->child(entry.value, entry.key)));
    catalogue.threats.back().mark = entry.mark;
    if (reading.problems.all().size() == before)  // else its times may be none
      warn(catalogue, catalogue.threats.back());
  }
}

}  // namespace

void ask_catalogue(const Node& root, models::Reading& reading) {
  Catalogue catalogue;
  read_sections(root, catalogue, reading);
}

Catalogue read_catalogue(const std::filesystem::path& file,
                         const std::vector<models::Setting>& settings) {
  models::Reading reading;
  Catalogue catalogue;
  std::vector<models::InputFile> inputs;
  auto root = models::read_tree(file, reading, inputs);
  if (!root)
    reading.problems.throw_if_any();
  models::apply_settings(*root, settings, reading.problems);
  catalogue.input = inputs.at(0);
  read_sections(*root, catalogue, reading);
  reading.problems.throw_if_any();
  return catalogue;
}

}  // namespace scenarios
