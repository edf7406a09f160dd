#include "reports/documents/measure_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "models/text/yaml_document.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/words.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;
using scenarios::Measure;
using scenarios::MeasureList;

constexpr std::size_t text_width = 76;

/// The value of a setting without its source.
std::string value_of(const models::Setting& setting) {
  models::Problems problems;
  const auto node = models::parse_yaml(setting.value, "", problems);
  const models::Node* const value = node ? node->find("value") : nullptr;
  return value ? to_yaml(*value) : setting.value;
}

/// What the world has at the address now; empty when it is new, a list, or of the catalogue.
std::string value_now(const models::Setting& setting, const std::vector<models::Parameter>& now) {
  const auto found = std::find_if(now.begin(), now.end(), [&](const models::Parameter& p) {
    return p.address == setting.address;
  });
  return found == now.end() ? "" : found->value;
}

const std::vector<models::Setting>& changes_of(const Measure& measure) {
  return measure.status == Measure::Status::existing ? measure.without : measure.set;
}

std::string touch_text(const scenarios::Touch& touch) {
  return fmt::format("{}{}: {}", touch.threat, touch.target.empty() ? "" : "@" + touch.target,
                     touch.lowers);
}

std::string threats_of(const Measure& measure) {
  std::vector<std::string> out;
  for (const scenarios::Touch& touch : measure.touches)
    if (std::find(out.begin(), out.end(), touch.threat) == out.end())
      out.push_back(touch.threat);
  return fmt::format("{}", fmt::join(out, " "));
}

class MeasureTeller {
public:
  MeasureTeller(std::ostream& out, Language language) : out_(out), language_(language) {}

  void line(WordKey label, const std::string& text) {
    print_beside(out_, fmt::format("  {:<20} ", word(label, language_)), text, text_width);
  }

  void tell(const Measure& measure, const std::vector<models::Parameter>& now) {
    line("measure.owner", measure.owner);
    line("measure.works_at", measure.works_at);
    line("source", fmt::format("{} ({})", measure.origin.source, measure.origin.kind));
    for (const auto& [standard, codes] : measure.references)
      out_ << fmt::format("  {:<20} {}\n", standard, fmt::join(codes, ", "));
    for (const scenarios::Touch& touch : measure.touches)
      line("measure.lowers", touch_text(touch));
    const bool existing = measure.status == Measure::Status::existing;
    for (const models::Setting& setting : changes_of(measure)) {
      const std::string was = value_now(setting, now);
      line(existing ? WordKey("measure.without") : WordKey("measure.with"),
           fmt::format("{}: {}{}", setting.address, was.empty() ? "" : was + " -> ",
                       value_of(setting)));
    }
    for (const scenarios::NotSimulated& gap : measure.not_simulated)
      line("measure.not_simulated", gap.what + ": " + gap.why);
  }

private:
  std::ostream& out_;
  Language language_;
};

json as_json(const Measure& measure, const std::vector<models::Parameter>& now) {
  json touches = json::array(), changes = json::array(), gaps = json::array();
  for (const scenarios::Touch& touch : measure.touches)
    touches.push_back(
        {{"threat", touch.threat}, {"target", touch.target}, {"lowers", touch.lowers}});
  for (const models::Setting& setting : changes_of(measure)) {
    const std::string was = value_now(setting, now);
    changes.push_back({{"address", setting.address},
                       {"now", was.empty() ? json(nullptr) : json(was)},
                       {"then", value_of(setting)}});
  }
  for (const scenarios::NotSimulated& gap : measure.not_simulated)
    gaps.push_back({{"what", gap.what}, {"why", gap.why}});
  return {{"id", measure.id},
          {"name", {{"nl", measure.name_nl}, {"en", measure.name_en}}},
          {"owner", measure.owner},
          {"status", word_of(measure.status)},
          {"cost", measure.cost},
          {"works_at", measure.works_at},
          {"source", measure.origin.source},
          {"kind", measure.origin.kind},
          {"references", measure.references},
          {"touches", touches},
          {measure.status == Measure::Status::existing ? "without" : "set", changes},
          {"not_simulated", gaps}};
}

}  // namespace

std::vector<Measure> chosen_measures(const MeasureList& list,
                                     const std::vector<std::string>& patterns) {
  std::vector<Measure> out = list.measures;
  std::erase_if(out, [&](const Measure& measure) {
    const std::string text =
        lower_case(fmt::format("{} {} {} {} {} {}", measure.id, measure.name_nl, measure.name_en,
                               measure.owner, word_of(measure.status), threats_of(measure)));
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
      return text.find(lower_case(pattern)) == std::string::npos;
    });
  });
  return out;
}

void print_measures(std::ostream& out, const MeasureList& list,
                    const std::vector<Measure>& measures, const std::vector<models::Parameter>& now,
                    Language language) {
  for (const Measure& measure : measures) {
    const std::string begin = fmt::format("{:<22} {:<9} {:<7} {:<5} ", measure.id,
                                          word_of(measure.status), measure.cost, measure.works_at);
    const std::string& name = language == Language::dutch ? measure.name_nl : measure.name_en;
    const std::string said = fmt::format("{} {}[{}]", name, unbroken, threats_of(measure));
    print_beside(out, begin, said, table_width - width_of(begin));
  }
  if (measures.size() == 1)
    MeasureTeller(out, language).tell(measures.front(), now);
  out << fmt::format("{} {} {}; {}: {}\n", measures.size(), word("of", language),
                     counted("measures", list.measures.size(), language), word("status", language),
                     list.status);
}

Document measures_document(const MeasureList& list, const std::vector<Measure>& measures,
                           const std::vector<models::Parameter>& now, Language language) {
  const std::string measure_heading = Both{"measure", "maatregel"}.in(language);
  Grid all, changes;
  all.name = "measures";
  all.headings = {measure_heading,
                  Both{"name", "naam"}.in(language),
                  "status",
                  Both{"cost", "kosten"}.in(language),
                  Both{"works at", "werkt op"}.in(language),
                  Both{"owner", "eigenaar"}.in(language),
                  Both{"threats", "dreigingen"}.in(language)};
  changes.name = "values";
  changes.title = Both{"Values that they change", "Waarden die zij veranderen"}.in(language);
  changes.headings = {measure_heading, Both{"address", "adres"}.in(language),
                      Both{"in the world", "in de wereld"}.in(language),
                      Both{"by the measure", "door de maatregel"}.in(language)};
  for (const Measure& measure : measures) {
    all.rows.push_back({measure.id, language == Language::dutch ? measure.name_nl : measure.name_en,
                        std::string(word_of(measure.status)), measure.cost, measure.works_at,
                        measure.owner, threats_of(measure)});
    for (const models::Setting& setting : changes_of(measure))
      changes.rows.push_back(
          {measure.id, setting.address, value_now(setting, now), value_of(setting)});
  }
  return {Both{"Measures", "Maatregelen"}.in(language),
          {fmt::format("status: {}", list.status)},
          {all, changes}};
}

json measures_json(const MeasureList& list, const std::vector<Measure>& measures,
                   const std::vector<models::Parameter>& now) {
  json out = json::array();
  for (const Measure& measure : measures)
    out.push_back(as_json(measure, now));
  return {{"schema", name_of(results::Schema::measures)},
          {"status", list.status},
          {"measures_in_all", list.measures.size()},
          {"measures", out}};
}

json package_json(const scenarios::Package& package) {
  return {
      {"name", package.name}, {"in_place", package.in_place}, {"taken_away", package.taken_away}};
}

}  // namespace reports
