#include "analysis/measures/requirement.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "analysis/measures/measure.hpp"
#include "models/text/pieces.hpp"
#include "models/text/problems.hpp"
#include "models/text/units.hpp"

namespace analysis {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text)
    if (c == '.')
      out.emplace_back();
    else
      out.back() += c;
  return out;
}

[[noreturn]] void unknown(const std::string& what, const std::string& word,
                          const std::vector<std::string>& known) {
  const std::string near = models::nearest(word, known);
  throw std::invalid_argument(
      fmt::format("no {} '{}'{}", what, word, near.empty() ? "" : ", did you mean " + near + "?"));
}

void require_measure(const std::string& word) {
  std::vector<std::string> known;
  for (const Measure& measure : measures)
    known.emplace_back(measure.name);
  if (std::find(known.begin(), known.end(), word) == known.end())
    unknown("measure", word, known);
}

/// Says which word was meant when one that stands before a measure is nearly right; `parts`: it may
/// be that of a part of the world.
void require_place(const std::string& word, bool parts) {
  std::vector<std::string> known = {"measures", "twin", "difference"};
  if (parts)
    known.insert(known.end(), {"centres", "disciplines", "regions", "stages"});
  if (!models::nearest(word, known).empty() &&
      std::find(known.begin(), known.end(), word) == known.end())
    unknown("word before a measure like", word, known);
}

bool take_world(const std::string& word, MeasureName::World& world) {
  if (word == "measures")
    world = MeasureName::World::disturbed;
  else if (word == "twin")
    world = MeasureName::World::twin;
  else if (word == "difference")
    world = MeasureName::World::difference;
  else
    return false;
  return true;
}

bool take_statistic(const std::string& word, MeasureName::Statistic& statistic) {
  constexpr std::pair<const char*, MeasureName::Statistic> words[] = {
      {"mean", MeasureName::Statistic::mean},
      {"p5", MeasureName::Statistic::p5},
      {"p50", MeasureName::Statistic::p50},
      {"p95", MeasureName::Statistic::p95}};
  for (const auto& [known, value] : words)
    if (word == known) {
      statistic = value;
      return true;
    }
  return false;
}

template <class Parts>
const Lines& lines_of(const Parts& parts, const MeasureName& name) {
  std::vector<std::string> known;
  for (const auto& part : parts) {
    if (part.id == name.part)
      return part.lines;
    known.push_back(part.id);
  }
  unknown("one of " + name.parts, name.part, known);
}

const Lines& lines_of(const Summary& summary, const MeasureName& name) {
  if (name.parts == "centres")
    return lines_of(summary.centres, name);
  if (name.parts == "disciplines")
    return lines_of(summary.disciplines, name);
  if (name.parts == "regions")
    return lines_of(summary.regions, name);
  return name.parts == "stages" ? lines_of(summary.stages, name) : summary.world;
}

models::Node node_of(const std::string& text) {
  models::Node out;
  out.type = models::Node::Type::scalar;
  out.text = text;
  return out;
}

/// In the unit that the measure's name ends with.
double bound_of(const std::string& text, const std::string& measure) {
  if (const auto plain = models::decimal(text))
    return *plain;
  const bool seconds = measure.ends_with("_s"), minutes = measure.ends_with("_min"),
             share = measure.ends_with("_share");
  if (seconds || minutes || share) {
    const auto quantity = models::read_quantity(
        node_of(text), share ? models::share_dimension : models::time_dimension);
    if (quantity.error.empty())
      return minutes ? quantity.value / 60 : quantity.value;
  }
  throw std::invalid_argument(fmt::format("'{}' is no bound for {}: a number{}", text, measure,
                                          seconds || minutes ? " or a time like '2 min'"
                                          : share            ? " or a share like '90 %'"
                                                             : ""));
}

double value_of(const Estimate& estimate, MeasureName::Statistic statistic) {
  switch (statistic) {
    case MeasureName::Statistic::p5:
      return estimate.p5;
    case MeasureName::Statistic::p50:
      return estimate.p50;
    case MeasureName::Statistic::p95:
      return estimate.p95;
    default:
      return estimate.mean;
  }
}

bool meets(const Requirement& requirement, double value) {
  if (requirement.at_most)
    return requirement.strict ? value < requirement.bound : value <= requirement.bound;
  return requirement.strict ? value > requirement.bound : value >= requirement.bound;
}

}  // namespace

MeasureName parse_measure_name(const std::string& text) {
  MeasureName out;
  out.text = models::trimmed(text);
  auto words = split(out.text);
  const auto next = [&] {
    const std::string word = words.front();
    words.erase(words.begin());
    return word;
  };
  if (words.size() > 2 && (words[0] == "centres" || words[0] == "disciplines" ||
                           words[0] == "regions" || words[0] == "stages")) {
    out.parts = next();
    out.part = next();
  }
  if (words.size() > 1 && take_world(words.front(), out.world))
    next();
  if (words.size() > 1 && take_statistic(words.back(), out.statistic))
    words.pop_back();
  if (words.size() > 1)
    require_place(words.front(), words.size() > 2);
  if (words.size() != 1 || words.front().empty())
    throw std::invalid_argument(
        fmt::format("'{}' is no measure: write lost_callers, difference.lost_callers, "
                    "centres.rotterdam.answer_delay_p90_s or recover_s.p95",
                    out.text));
  out.measure = next();
  require_measure(out.measure);
  return out;
}

NamedEstimate find(const Summary& summary, const MeasureName& name) {
  const Lines& lines = lines_of(summary, name);
  const Line* const line = find(lines, name.measure);
  if (line == nullptr) {
    std::vector<std::string> known;
    for (const Line& each : lines)
      known.emplace_back(each.name);
    unknown("measure", name.measure, known);
  }
  if (name.world == MeasureName::World::disturbed)
    return {line->disturbed, line->unit};
  const auto& other = name.world == MeasureName::World::twin ? line->twin : line->difference;
  if (!other)
    throw std::invalid_argument(
        fmt::format("{} needs threats: without them there is no twin", name.text));
  return {*other, line->unit};
}

Requirement parse_requirement(const std::string& text) {
  const auto at = text.find_first_of("<>");
  if (at == std::string::npos || at == 0)
    throw std::invalid_argument(fmt::format(
        "'{}' is no criterion like lost_callers<=10 or answer_delay_p90_s<'2 min'", text));
  Requirement out;
  out.name = parse_measure_name(text.substr(0, at));
  out.at_most = text[at] == '<';
  out.strict = at + 1 >= text.size() || text[at + 1] != '=';
  out.bound = bound_of(models::trimmed(text.substr(at + (out.strict ? 1 : 2))), out.name.measure);
  return out;
}

Verdict judge(const Requirement& requirement, const Summary& summary, bool with_confidence) {
  const Estimate estimate = find(summary, requirement.name).estimate;
  const bool percentile = requirement.name.statistic != MeasureName::Statistic::mean;
  if (estimate.n_infinite > 0 && !percentile)
    return requirement.at_most ? Verdict::fails : Verdict::holds;
  const double value = value_of(estimate, requirement.name.statistic);
  if (std::isnan(value))
    return Verdict::undecided;
  if (percentile || !with_confidence)
    return meets(requirement, value) ? Verdict::holds : Verdict::fails;
  if (std::isnan(estimate.low))
    return Verdict::undecided;
  const bool low = meets(requirement, estimate.low), high = meets(requirement, estimate.high);
  if (low == high)
    return low ? Verdict::holds : Verdict::fails;
  return Verdict::undecided;
}

}  // namespace analysis
