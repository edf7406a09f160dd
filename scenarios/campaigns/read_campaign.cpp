#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "models/text/file_reader.hpp"
#include "models/text/read_values.hpp"
#include "models/text/shape.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/campaigns/campaign_axes.hpp"
#include "scenarios/formats.hpp"
#include "scenarios/threats/target_share.hpp"
#include "scenarios/threats/threat_parts.hpp"

namespace scenarios {

using models::Fields;
using models::Node;
using models::Place;

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

constexpr int most_replications = 1'000'000;

bool overlap(const Texts& some, const std::vector<Word>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const Word& word) {
    return std::find(some.begin(), some.end(), word.text) != some.end();
  });
}

using Property = Texts (*)(const CatalogueThreat&);
/// `threats: {roles: [event], voorzieningen: [gms]}`: those that have one of each.
const std::vector<std::pair<const char*, Property>> filters = {
    {"voorzieningen", [](const CatalogueThreat& threat) { return threat.voorzieningen; }},
    {"roles", [](const CatalogueThreat& threat) { return Texts{to_string(threat.role)}; }},
    {"origin", [](const CatalogueThreat& threat) { return threat.origin; }},
    {"actors", [](const CatalogueThreat& threat) { return threat.actors; }},
    {"scope", [](const CatalogueThreat& threat) { return Texts{threat.scope}; }},
};

/// Words that no threat of the catalogue has are typos.
void check_words(const Place& place, const std::vector<Word>& words, const Catalogue& catalogue,
                 Property property) {
  Texts known;
  for (const CatalogueThreat& threat : catalogue.threats)
    for (const std::string& text : property(threat))
      if (std::find(known.begin(), known.end(), text) == known.end())
        known.push_back(text);
  for (const Word& word : words)
    if (std::find(known.begin(), known.end(), word.text) == known.end())
      place.fail_at(word.mark, fmt::format("must be among {}, found {}{}", fmt::join(known, ", "),
                                           word.text, models::did_you_mean(word.text, known)));
}

std::vector<const CatalogueThreat*> filtered(const Place& place, const Catalogue& catalogue) {
  std::vector<const CatalogueThreat*> out;
  for (const CatalogueThreat& threat : catalogue.threats)
    out.push_back(&threat);
  Fields fields(place);
  for (const auto& [key, property] : filters) {
    const auto at = fields.find(key);
    if (!at)
      continue;
    const auto words = read_words(*at);
    check_words(*at, words, catalogue, property);
    std::erase_if(out, [&, has = property](const CatalogueThreat* threat) {
      return !overlap(has(*threat), words);
    });
  }
  if (out.empty())
    place.fail("leaves no threat of the catalogue");
  return out;
}

/// Threats that rows are made of: by themselves, on every target, or with what they say behind
/// their names (`DR-07@rotterdam`, `DR-20@amsterdam,DR-09+30min`), in one row.
struct Chosen {
  std::vector<const CatalogueThreat*> plain;
  std::vector<Word> said;
};

/// With the names that the catalogue has.
Word checked(const Word& word, std::vector<ThreatPart> parts, const Catalogue& catalogue) {
  for (ThreatPart& part : parts)
    part.threat = catalogue.threat(part.threat).id;
  return {to_text(parts), word.mark};
}

Chosen listed(const Place& place, const Catalogue& catalogue) {
  Chosen out;
  for (const Word& word : read_words(place)) {
    try {
      const auto parts = read_parts(word.text, word.mark);
      if (parts.size() == 1 && parts.front().target.empty())
        out.plain.push_back(&catalogue.threat(parts.front().threat));
      else
        out.said.push_back(checked(word, parts, catalogue));
    } catch (const models::InvalidInput& invalid) {
      const models::Problem& problem = invalid.problems().front();
      place.fail_at(word.mark, problem.mark == word.mark
                                   ? problem.message
                                   : "names a threat that " + catalogue.input.path +
                                         " does not have: " + problem.message);
    }
  }
  return out;
}

/// What `read_chosen` takes, for it is not reached without a catalogue.
void note_chosen(const Place& place) {
  place.may_be_word("all");
  for (const Place& word :
       place.node().type == Node::Type::sequence ? items(place) : std::vector<Place>{place})
    word.may_be_text();
  for (const auto& filter : filters)
    place.may_have(filter.first);
}

/// `all`, a list of names, or filters.
Chosen read_chosen(const Place& place, const Catalogue& catalogue) {
  if (place.node().type == Node::Type::map)
    return {filtered(place, catalogue), {}};
  if (place.node().type != Node::Type::scalar || place.node().text != "all")
    return listed(place, catalogue);
  Chosen out;
  for (const CatalogueThreat& threat : catalogue.threats)
    out.plain.push_back(&threat);
  return out;
}

/// Whom the threats are aimed at; an empty name is the catalogue's own target.
struct Targets {
  std::vector<Word> words;
  bool each_meldkamer = false;
};

Targets read_targets(Fields& fields) {
  const auto at = fields.find("targets");
  if (!at)
    return {{{"default", {}}}};
  if (at->node().type != Node::Type::map)
    return {read_words(*at)};
  Fields each(*at);
  if (const auto what = each.require("each"))
    models::read_word(*what, {"meldkamer"});
  return {{}, true};
}

/// What threats and targets ask, each once: DR-09 is DR-09@gms where the catalogue says so, and an
/// hour is 60 min.
class Questions {
public:
  Questions(const Place& place, const Catalogue& catalogue)
      : place_(place), catalogue_(catalogue) {}

  void ask(const std::vector<ThreatPart>& parts, const models::Mark& mark) {
    const std::string asked = to_text(parts);
    const auto [first, is_new] =
        asked_.emplace(to_text(in_one_form(with_targets(parts, catalogue_))), asked);
    if (!is_new && first->second != asked)
      place_.fail_at(mark, fmt::format("asks with {} what {} asks", asked, first->second));
  }

  const models::Mark& mark() const { return place_.mark(); }

private:
  const Place& place_;
  const Catalogue& catalogue_;
  std::map<std::string, std::string> asked_;  // as it was written, by its one form
};

/// One row for each, whatever `targets` says.
void add_said(CampaignRows& rows, const std::vector<Word>& said, Questions& questions) {
  for (const Word& word : said) {
    const auto parts = read_parts(word.text, word.mark);
    PlannedRow row;
    row.threat = parts.size() > 1 ? word.text : parts.front().threat;
    row.target = parts.size() > 1 ? "" : parts.front().target;
    row.mark = word.mark;
    questions.ask(parts, word.mark);
    rows.add(row);
  }
}

void add_rows(CampaignRows& rows, const std::vector<const CatalogueThreat*>& threats,
              const Targets& targets, const Texts& meldkamers, Questions& questions) {
  for (const CatalogueThreat* threat : threats) {
    const auto at = [&](const std::string& target, const models::Mark& where) {
      PlannedRow row;
      row.threat = threat->id;
      row.target = target == "default" ? "" : target;
      row.mark = where;
      questions.ask({{row.threat, row.target, ""}}, where);
      rows.add(row);
    };
    if (targets.each_meldkamer && threat->target.starts_with("random:"))
      for (const std::string& meldkamer : meldkamers)
        at(meldkamer, questions.mark());
    else if (targets.each_meldkamer)
      at("default", questions.mark());
    else
      for (const Word& target : targets.words)
        at(target.text, target.mark.line > 0 ? target.mark : questions.mark());
  }
}

/// A file or folder seen from the campaign's.
fs::path read_path(const Place& place, const fs::path& base) {
  const fs::path path = (base / models::read_text(place)).lexically_normal();
  if (!models::is_there(path))
    place.fail(fmt::format("must be there, found {}, and there is no {}", describe(place.node()),
                           path.string()));
  return path;
}

fs::path read_path(Fields& fields, const char* key, const fs::path& base, const char* usual) {
  const auto at = fields.find(key);
  return at ? read_path(*at, base) : (base / usual).lexically_normal();
}

void read_head(Fields& fields, const fs::path& base, Campaign& campaign) {
  campaign.name = fields.required("name", models::read_text);
  campaign.description = fields.required("description", models::read_prose);
  campaign.rubricering = fields.get("rubricering", models::read_text, "");
  campaign.world = read_path(fields, "world", base, "../models/netherlands");
  campaign.catalogue = read_path(fields, "catalogue", base, "threat_catalogue.yaml");
  if (const auto at = fields.find("measures"))
    campaign.measures = read_path(*at, base);
  campaign.onset = fields.get("onset", models::read_text, "");
  if (campaign.onset == "any_hour")
    campaign.onset.clear();
  if (const auto at = fields.find("duration")) {
    at->as("distribution");  // the catalogue's reader looks at it
    campaign.duration = at->node().type == Node::Type::scalar ? models::read_text(*at)
                                                              : models::to_yaml(at->node());
  }
  campaign.replications = static_cast<std::uint64_t>(
      fields.get("replications", models::count_in(1, most_replications), 200));
  if (const auto at = fields.find("precision"))
    campaign.precision = read_words(*at);
  campaign.seed =
      static_cast<std::uint64_t>(fields.get("seed", models::count_in(0, 2'000'000'000), 1));
  const auto set = fields.find("set");
  if (set)
    set->may_have_entries();
  if (set && set->node().type != Node::Type::map)
    set->fail(fmt::format("must be a map of addresses, found {}", describe(set->node())));
  for (const Node::Entry& entry : set ? set->node().entries : std::vector<Node::Entry>{})
    campaign.settings.push_back({entry.key, models::to_yaml(entry.value), entry.value.mark});
}

/// What another file has; its problems are added to ours.
template <class Read>
auto absorbed(models::Problems& problems, Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const models::InvalidInput& invalid) {
    for (const models::Problem& problem : invalid.problems())
      problems.add(problem.mark, problem.message);
    return {};
  }
}

/// `threats` and `targets`, when there is a catalogue to look them up in.
void read_threat_rows(Fields& sections, const Campaign& campaign, CampaignRows& rows) {
  const auto threats = sections.find("threats");
  const Targets targets = read_targets(sections);
  if (!threats)
    return;
  note_chosen(*threats);
  if (!models::is_there(campaign.catalogue))
    return threats->fail(
        fmt::format("must be of a catalogue, and there is no {}", campaign.catalogue.string()));
  models::Problems& problems = sections.place().reading().problems;
  const auto catalogue = absorbed(problems, [&] { return read_catalogue(campaign.catalogue); });
  if (!catalogue)
    return;
  const auto chosen = read_chosen(*threats, *catalogue);
  std::optional<Texts> meldkamers = Texts{};
  if (targets.each_meldkamer && models::is_there(campaign.world))
    meldkamers =
        absorbed(problems, [&] { return meldkamers_of(models::read_world(campaign.world).world); });
  Questions questions(*threats, *catalogue);
  if (meldkamers)
    add_rows(rows, chosen.plain, targets, *meldkamers, questions);
  add_said(rows, chosen.said, questions);
}

void read_sections(const Place& root, const fs::path& base, Campaign& campaign) {
  Fields sections(root);
  if (const auto head = sections.require("campaign")) {
    Fields fields(*head);
    read_head(fields, base, campaign);
  }
  CampaignRows rows(root, read_axes(sections, base, campaign.world));
  read_threat_rows(sections, campaign, rows);
  if (const auto at = sections.find("scenarios"))
    for (const Place& item : items(*at)) {
      PlannedRow row;
      row.scenario = read_path(item, base).string();
      row.mark = item.mark();
      rows.add(row);
    }
  if (const auto at = sections.find("backgrounds"); at && !sections.find("threats"))
    at->fail("are of threats, and there are none");
  if (const auto at = sections.find("durations"); at && !campaign.duration.empty())
    at->fail("cannot stand beside the duration of all rows: say one of the two");
  campaign.rows = rows.take();
  if (campaign.rows.empty() && root.reading().problems.empty())
    root.fail("must have threats or scenarios, found neither");
}

}  // namespace

std::string PlannedRow::id() const {
  const std::string subject = threat.empty() ? fs::path(scenario).stem().string() : threat;
  return subject + (target.empty() ? "" : "@" + target) +
         (background.empty() ? "" : " over " + fs::path(background).stem().string()) +
         (package == "current" ? "" : "+" + package) + (plan.empty() ? "" : "/" + plan) +
         (duration.empty() ? "" : " (" + duration + ")") +
         (varied.empty() ? "" : " [" + varied + "]");
}

void ask_campaign(const Node& root, models::Reading& reading) {
  Campaign campaign;
  read_sections(Place(root, "", reading), fs::path(models::any_name) / models::any_name, campaign);
}

Campaign read_campaign(const fs::path& file) {
  models::Reading reading;
  Campaign campaign;
  const auto root = models::read_tree(file, reading, campaign.inputs);
  if (!root)
    reading.problems.throw_if_any();
  read_sections(Place(*root, "", reading), file.parent_path(), campaign);
  reading.problems.throw_if_any();
  return campaign;
}

}  // namespace scenarios
