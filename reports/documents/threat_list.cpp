#include "reports/documents/threat_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "models/text/read_values.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using scenarios::Catalogue;
using scenarios::CatalogueThreat;
using json = nlohmann::ordered_json;

constexpr std::size_t threat_text_width = 75;  ///< beside the labels

bool holds(const std::vector<std::string>& list, const std::string& word) {
  return word.empty() || std::find(list.begin(), list.end(), word) != list.end();
}

const char* name_of(scenarios::Role role) {
  static constexpr const char* names[] = {"event", "condition", "aftermath", "composite"};
  return names[static_cast<std::size_t>(role)];
}

std::string hours(const std::optional<models::Distribution>& time, double p) {
  return time ? fmt::format("{:.3g} h", quantile(*time, p) / models::hour_s) : "-";
}

std::string class_of(const scenarios::Likelihood& likelihood) {
  return likelihood.frequency_class ? fmt::format("K{}", *likelihood.frequency_class) : "-";
}

/// Fields that are empty, with in how many threats.
std::map<std::string, int> unknown_in(const std::vector<CatalogueThreat>& threats) {
  std::map<std::string, int> out;
  for (const CatalogueThreat& threat : threats)
    for (const std::string& field : threat.unknown())
      ++out[field];
  return out;
}

std::vector<std::string> effects_of(const CatalogueThreat& threat) {
  std::vector<std::string> out;
  for (const models::Node::Entry& part : threat.course)
    if (part.key == "effects")
      for (const models::Node& effect : part.value.items)
        out.push_back(to_yaml(effect));
  return out;
}

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}

/// Tells one threat in full, in the language's words.
class ThreatTeller {
public:
  ThreatTeller(std::ostream& out, Language language) : out_(out), language_(language) {}

  void kind(const CatalogueThreat& threat) {
    for (const auto& [standard, codes] : threat.references)
      line(standard, joined(codes));
    say("threat.origin", joined(threat.origin));
    say("threat.actors", joined(threat.actors));
    say("threat.kind", fmt::format("{}, {}, {}", name_of(threat.role), threat.scope, threat.onset));
    say("threat.cia", joined(threat.cia));
    say("threat.voorzieningen", joined(threat.voorzieningen));
    each("threat.vulnerabilities", threat.vulnerabilities);
    each("threat.existing", threat.existing);
    std::vector<std::string> possible;
    for (const scenarios::MeasureText& measure : threat.possible)
      possible.push_back(measure.what +
                         (measure.works_at.empty() ? "" : " (" + measure.works_at + ")"));
    each("threat.possible", possible);
  }

  void course(const CatalogueThreat& threat) {
    say("threat.detection",
        hours(threat.detection_s, 0.5) + ", " + hours(threat.detection_s, 0.95));
    const std::string cases = word_text("threat.cases", language_, Count(threat.duration_cases));
    say("threat.duration",
        fmt::format("{}, {} ({}, {})", hours(threat.duration_s, 0.5),
                    hours(threat.duration_s, 0.95), threat.duration_basis, cases));
    say("threat.recovery_tail", threat.recovery_tail);
    likelihood(threat.likelihood);
    say("threat.target", threat.target);
    each("threat.effects", effects_of(threat));
    each("threat.recorded", threat.recorded);
    for (const scenarios::NotSimulated& gap : threat.not_simulated)
      say("threat.not_simulated", gap.what + ": " + gap.why);
    for (const scenarios::Happened& incident : threat.incidents)
      say("threat.incident",
          incident.what +
              (incident.checked ? "" : " (" + word("threat.not_checked", language_) + ")"));
    say("threat.unknown", joined(threat.unknown()));
  }

private:
  /// Unless there is nothing to say.
  void line(const std::string& label, const std::string& text) {
    print_beside(out_, fmt::format("  {:<22} ", label), text, threat_text_width);
  }
  void say(WordKey key, const std::string& text) { line(word(key, language_), text); }
  void each(WordKey key, const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
      line(&text == texts.data() ? word(key, language_) : "", text);
  }

  void likelihood(const scenarios::Likelihood& likelihood) {
    const std::string rate =
        likelihood.rate_per_s ? fmt::format(", {:.3g} {}", *likelihood.rate_per_s * models::year_s,
                                            word("threat.a_year", language_))
                              : "";
    say("threat.likelihood",
        fmt::format("{}{} ({})", class_of(likelihood), rate, likelihood.basis));
    if (!likelihood.origin.source.empty())
      line("", fmt::format("{} ({})", likelihood.origin.source, likelihood.origin.kind));
    line("", likelihood.origin.note);
  }

  std::ostream& out_;
  Language language_;
};

json time_json(const std::optional<models::Distribution>& time) {
  return time ? json{{"p50_s", quantile(*time, 0.5)}, {"p95_s", quantile(*time, 0.95)}} : json();
}

json likelihood_json(const scenarios::Likelihood& likelihood) {
  json out = {{"class", nullptr},
              {"rate_per_year", nullptr},
              {"basis", likelihood.basis},
              {"source", likelihood.origin.source},
              {"kind", likelihood.origin.kind},
              {"note", likelihood.origin.note}};
  if (likelihood.frequency_class)
    out["class"] = *likelihood.frequency_class;
  if (likelihood.rate_per_s)
    out["rate_per_year"] = *likelihood.rate_per_s * models::year_s;
  return out;
}

json as_json(const CatalogueThreat& threat) {
  json incidents = json::array(), gaps = json::array(), possible = json::array();
  for (const scenarios::Happened& incident : threat.incidents)
    incidents.push_back({{"what", incident.what}, {"checked", incident.checked}});
  for (const scenarios::NotSimulated& gap : threat.not_simulated)
    gaps.push_back({{"what", gap.what}, {"why", gap.why}});
  for (const scenarios::MeasureText& measure : threat.possible)
    possible.push_back({{"what", measure.what}, {"works_at", measure.works_at}});
  return {{"id", threat.id},
          {"name", {{"nl", threat.name_nl}, {"en", threat.name_en}}},
          {"references", threat.references},
          {"origin", threat.origin},
          {"actors", threat.actors},
          {"role", name_of(threat.role)},
          {"cia", threat.cia},
          {"voorzieningen", threat.voorzieningen},
          {"scope", threat.scope},
          {"onset", threat.onset},
          {"vulnerabilities", threat.vulnerabilities},
          {"measures", {{"existing", threat.existing}, {"possible", possible}}},
          {"detection", time_json(threat.detection_s)},
          {"duration", time_json(threat.duration_s)},
          {"duration_basis", threat.duration_basis},
          {"duration_cases", threat.duration_cases},
          {"recovery_tail", threat.recovery_tail},
          {"likelihood", likelihood_json(threat.likelihood)},
          {"incidents", incidents},
          {"target", threat.target},
          {"effects", effects_of(threat)},
          {"recorded", threat.recorded},
          {"not_simulated", gaps},
          {"unknown", threat.unknown()}};
}

}  // namespace

std::vector<CatalogueThreat> chosen_threats(const Catalogue& catalogue,
                                            const ThreatChoice& choice) {
  std::vector<CatalogueThreat> out = catalogue.threats;
  std::erase_if(out, [&](const CatalogueThreat& threat) {
    const std::string text = lower_case(threat.id + " " + threat.name_nl + " " + threat.name_en +
                                        " " + joined(threat.voorzieningen));
    return !holds(threat.actors, choice.actor) ||
           !holds(threat.voorzieningen, choice.voorziening) ||
           std::any_of(choice.patterns.begin(), choice.patterns.end(),
                       [&](const std::string& pattern) {
                         return text.find(lower_case(pattern)) == std::string::npos;
                       });
  });
  return out;
}

void print_threats(std::ostream& out, const Catalogue& catalogue,
                   const std::vector<CatalogueThreat>& threats, Language language) {
  const bool dutch = language == Language::dutch;
  int gaps = 0, recorded = 0;
  for (const CatalogueThreat& threat : threats) {
    out << fmt::format("{:<6} {:<3} {:<8} {:>8}  {}\n", threat.id, class_of(threat.likelihood),
                       threat.likelihood.basis, hours(threat.duration_s, 0.5),
                       dutch ? threat.name_nl : threat.name_en);
    gaps += threat.not_simulated.empty() ? 0 : 1;
    recorded += threat.recorded.empty() ? 0 : 1;
  }
  if (threats.size() == 1) {
    ThreatTeller teller(out, language);
    teller.kind(threats.front());
    teller.course(threats.front());
  }
  out << word_text("threat.counts", language, threats.size(), Count(catalogue.threats.size()), gaps,
                   recorded)
      << '\n';
  std::vector<std::string> unknown;
  for (const auto& [field, count] : unknown_in(threats))
    unknown.push_back(fmt::format("{} {}", field, count));
  print_wrapped(out, word("threat.unknown", language) + ": " + listed(unknown, page_width), 0, 2);
  for (const auto& [voorziening, bbn] : catalogue.bbn)
    print_wrapped(out, fmt::format("{}: {} ({})", voorziening, bbn.label, bbn.said_in), 0, 2);
}

Document threats_document(const Catalogue& catalogue, const std::vector<CatalogueThreat>& threats,
                          Language language) {
  const bool dutch = language == Language::dutch;
  const Numbers numbers(language);
  const auto time = [&](const std::optional<models::Distribution>& of, double share) {
    return of ? number_cell(quantile(*of, share), numbers, analysis::Unit::seconds) : Cell();
  };
  Grid grid;
  grid.name = "threats";
  grid.headings = {Both{"threat", "dreiging"}.in(language),
                   Both{"name", "naam"}.in(language),
                   Both{"class", "klasse"}.in(language),
                   Both{"basis", "grondslag"}.in(language),
                   Both{"lasts P50", "duur P50"}.in(language),
                   Both{"lasts P95", "duur P95"}.in(language),
                   "voorzieningen",
                   Both{"unknown", "onbekend"}.in(language)};
  for (const CatalogueThreat& threat : threats)
    grid.rows.push_back({threat.id, dutch ? threat.name_nl : threat.name_en,
                         class_of(threat.likelihood), threat.likelihood.basis,
                         time(threat.duration_s, 0.5), time(threat.duration_s, 0.95),
                         joined(threat.voorzieningen), joined(threat.unknown())});
  return {Both{"Threats of the catalogue", "Dreigingen van de catalogus"}.in(language),
          {fmt::format("status: {}", catalogue.status)},
          {grid}};
}

json threats_json(const Catalogue& catalogue, const std::vector<CatalogueThreat>& threats) {
  json list = json::array(), bbn = json::object(), warnings = json::array();
  for (const CatalogueThreat& threat : threats)
    list.push_back(as_json(threat));
  for (const auto& [voorziening, label] : catalogue.bbn)
    bbn[voorziening] = {{"label", label.label}, {"said_in", label.said_in}, {"date", label.date}};
  for (const models::Warning& warning : catalogue.warnings)
    warnings.push_back({{"name", warning.name},
                        {"message", warning.message},
                        {"file", warning.mark.file},
                        {"line", warning.mark.line},
                        {"column", warning.mark.column}});
  return {{"schema", name_of(results::Schema::threats)},
          {"status", catalogue.status},
          {"threats_in_all", catalogue.threats.size()},
          {"threats", list},
          {"unknown", unknown_in(threats)},
          {"bbn", bbn},
          {"warnings", warnings}};
}

}  // namespace reports
