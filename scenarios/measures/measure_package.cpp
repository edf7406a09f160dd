#include "scenarios/measures/measure_package.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/text/pieces.hpp"
#include "models/text/reading.hpp"
#include "scenarios/read_settings.hpp"

namespace scenarios {

using models::Setting;
using Status = Measure::Status;

namespace {

/// One address is the other, or stands above it.
bool overlap(const std::string& a, const std::string& b) {
  const auto& [shorter, longer] = a.size() < b.size() ? std::tie(a, b) : std::tie(b, a);
  return longer.starts_with(shorter) &&
         (longer.size() == shorter.size() || longer[shorter.size()] == '.');
}

/// Which measures are in place, while the words are read.
class Choice {
public:
  Choice(const MeasureList& list, const std::string& words) : list_(list) {
    mark_ = {"--measures " + words, 0, 0};
    for (const std::string& word : models::split_at_commas(words))
      read(word);
    problems_.throw_if_any();
    decide();
    refuse_twice();
    problems_.throw_if_any();
  }

  Package package() const {
    Package out;
    out.name = name();
    for (std::size_t i = 0; i < list_.measures.size(); ++i) {
      const Measure& measure = list_.measures[i];
      const bool existing = measure.status == Status::existing;
      if (in_place_[i])
        out.in_place.push_back(measure.id);
      else if (existing)
        out.taken_away.push_back(measure.id);
      if (existing && !in_place_[i])
        add(out, measure.without);
    }
    // After what is taken away: a new measure may replace an existing one.
    for (std::size_t i = 0; i < list_.measures.size(); ++i)
      if (in_place_[i])
        add(out, list_.measures[i].set);
    return out;
  }

private:
  void read(const std::string& word) {
    static const std::string without = "without:";
    if (word == "current" || word == "planned" || word == "inherent") {
      if (!base_.empty() && base_ != word)
        problems_.add(mark_, fmt::format("names two packages, {} and {}", base_, word));
      base_ = word;
      return;
    }
    const bool leave_out = word.starts_with(without);
    const std::string id = leave_out ? word.substr(without.size()) : word;
    const auto ids = list_.ids();
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
      auto known = ids;
      known.insert(known.end(), {"current", "planned", "inherent"});
      return problems_.add(
          mark_, fmt::format("{} has no measure or package {}{}", list_.input.path,
                             id.empty() ? "without a name" : id, models::did_you_mean(id, known)));
    }
    (leave_out ? without_ : taken_).push_back(id);
  }

  static bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  bool in_base(const Measure& measure) const {
    return (measure.status == Status::existing && base_ != "inherent") ||
           (measure.status == Status::planned && base_ == "planned");
  }

  void decide() {
    for (const Measure& measure : list_.measures) {
      const bool taken = in_base(measure) || holds(taken_, measure.id);
      const bool left_out = holds(without_, measure.id);
      if (left_out && (!in_base(measure) || holds(taken_, measure.id)))
        problems_.add(mark_, fmt::format("leaves {} out, which {}", measure.id,
                                         in_base(measure) ? "it takes too" : "is not in it"));
      in_place_.push_back(taken && !left_out);
    }
  }

  void refuse_twice() {
    for (std::size_t i = 0; i < list_.measures.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (in_place_[i] && in_place_[j])
          compare(list_.measures[j], list_.measures[i]);
  }

  void compare(const Measure& first, const Measure& second) {
    for (const Setting& a : first.set)
      for (const Setting& b : second.set)
        if (overlap(a.address, b.address) && (a.address != b.address || a.value != b.value))
          problems_.add(b.mark,
                        fmt::format("{} sets {}, and {} in line {} sets {}: take one of "
                                    "the two",
                                    second.id, b.address, first.id, a.mark.line, a.address));
  }

  /// The same words for the same package, however it was asked for.
  std::string name() const {
    std::vector<std::string> words;
    if (!base_.empty() && base_ != "current")
      words.push_back(base_);
    for (std::size_t i = 0; i < list_.measures.size(); ++i)
      if (in_place_[i] != in_base(list_.measures[i]))
        words.push_back((in_place_[i] ? "" : "without:") + list_.measures[i].id);
    return words.empty() ? "current" : fmt::format("{}", fmt::join(words, ","));
  }

  static void add(Package& package, const std::vector<Setting>& settings) {
    for (const Setting& setting : settings)
      (is_of_threat(setting.address) ? package.threats : package.world).push_back(setting);
  }

  const MeasureList& list_;
  models::Mark mark_;
  models::Problems problems_;
  std::string base_;
  std::vector<std::string> taken_, without_;
  std::vector<bool> in_place_;
};

}  // namespace

Package resolve(const MeasureList& list, const std::string& words) {
  return Choice(list, words).package();
}

std::string to_string(const Package& package) {
  std::string out = package.name;
  if (!package.in_place.empty())
    out += fmt::format(": {}", fmt::join(package.in_place, ", "));
  if (!package.taken_away.empty())
    out += fmt::format("; hypothetical, without {}", fmt::join(package.taken_away, ", "));
  return out;
}

std::vector<models::Warning> idle_measures(const MeasureList& list, const Package& package,
                                           const std::vector<std::string>& threats) {
  std::vector<models::Warning> out;
  for (const std::string& id : package.in_place) {
    const Measure& measure = list.measure(id);
    const auto moves = [&](const models::Setting& setting) {
      return !is_of_threat(setting.address) ||
             std::ranges::any_of(threats, [&](const std::string& threat) {
               return setting.address.starts_with("threats." + threat + ".");
             });
    };
    if (measure.set.empty() || std::ranges::any_of(measure.set, moves))
      continue;
    out.push_back({measure.mark, "idle-measure",
                   fmt::format("{} changes nothing of {}: it is about other threats", id,
                               threats.empty() ? "a scenario file"
                                               : fmt::format("{}", fmt::join(threats, ",")))});
  }
  return out;
}

}  // namespace scenarios
