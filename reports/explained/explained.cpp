#include "reports/explained/explained.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/measures/measure.hpp"
#include "models/text/printed.hpp"
#include "models/text/reading.hpp"
#include "models/text/units.hpp"
#include "reports/documents/measure_list.hpp"
#include "reports/documents/parameter_list.hpp"
#include "reports/documents/threat_list.hpp"
#include "reports/shapes/file_kinds.hpp"
#include "reports/words/explain_words.hpp"
#include "reports/words/words.hpp"
#include "scenarios/effects/read_effects.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;
using models::Parameter;

/// The key of a shape, wherever it is in it; the first in the order in which readers ask.
const models::Shape* find_key(const models::Shape& shape, const std::string& key, int depth = 0) {
  constexpr int deepest_shape = 12;
  if (depth > deepest_shape)
    return nullptr;
  for (const models::Shape::Key& known : shape.keys)
    if (known.name == key)
      return known.shape.get();
  const auto below = [&](const models::Shape& other) { return find_key(other, key, depth + 1); };
  for (const models::Shape::Key& known : shape.keys)
    if (const auto* const found = below(*known.shape))
      return found;
  if (shape.entry)
    if (const auto* const found = below(*shape.entry))
      return found;
  return shape.item ? below(*shape.item) : nullptr;
}

std::string takes(const ManualEntry& entry) {
  const std::string key = entry.key.substr(entry.key.rfind('.') + 1);
  for (const FileKind& kind : file_kinds())
    if (kind.pages.front() == entry.page) {
      const models::Shapes shapes = shapes_of(kind);
      const models::Shape* const found = find_key(shapes.root, key);
      if (found == nullptr)
        return "";
      const bool is_map = !found->keys.empty() && found->numbers.empty();
      return is_map ? fmt::format("{}", fmt::join(keys_said(*found, shapes, {}), "; "))
                    : said_of(*found, shapes);
    }
  return "";
}

/// On a page of what people write, and not of what the program does.
bool is_of_file(const ManualEntry& entry) {
  return std::ranges::any_of(file_kinds(), [&](const FileKind& kind) {
    return std::ranges::find(kind.pages, entry.page) != kind.pages.end();
  });
}

std::string number_text(double value) {
  return fmt::format("{:.6g}", value);
}

class Explainer {
public:
  Explainer(const std::string& asked, const Explainable& all, Language language)
      : asked_(asked), all_(all), language_(language), manual_(manual()) {}

  std::vector<Explained> run() {
    address();
    measure();
    threat();
    impact_class();
    outcome();
    words();
    if (out_.empty())
      group();
    if (out_.empty())
      models::refuse({asked_, 0, 0},
                     "is no address, measure, threat, effect, class or word of the "
                     "manual" +
                         models::did_you_mean(asked_, known()));
    return std::move(out_);
  }

private:
  Explained& add(const std::string& word, const char* is) {
    out_.push_back({word, is, {}, "", "", {}, "", nullptr, {}});
    return out_.back();
  }

  void fact(Explained& one, ExplainKey label, const std::string& text) const {
    if (!text.empty())
      one.facts.emplace_back(explain_word(label, language_), text);
  }

  void address() {
    const auto at = std::ranges::find(all_.model.parameters, asked_, &Parameter::address);
    if (at == all_.model.parameters.end())
      return;
    Explained& one = add(asked_, "address");
    if (const auto* const entry =
            manual_.of_address(asked_, {"formats/world.md", "formats/values.md"})) {
      one.entry = *entry;
      one.example = manual_.example(*entry);
    }
    fact(one, "value", at->value);
    fact(one, "unit", at->unit);
    fact(one, "accepted",
         fmt::format("[{}, {}] {}", number_text(at->lowest), number_text(at->highest), at->unit));
    fact(one, "range", at->range);
    fact(one, "kind", at->kind);
    fact(one, "source", at->source);
    fact(one, "note", at->note);
    fact(one, "stands", fmt::format("{}:{}", at->mark.file, at->mark.line));
    one.detail = parameters_json(all_.model, {*at}, language_)["parameters"][0];
    one.detail["lowest"] = at->lowest;
    one.detail["highest"] = at->highest;
    one.uses = uses_of(address_wanted(asked_), all_.files);
  }

  void measure() {
    const auto at = std::ranges::find(all_.measures.measures, asked_, &scenarios::Measure::id);
    if (at == all_.measures.measures.end())
      return;
    Explained& one = add(asked_, "measure");
    one.told = models::printed([&](std::ostream& out) {
      print_measures(out, all_.measures, {*at}, all_.model.parameters, language_);
    });
    one.detail = measures_json(all_.measures, {*at}, all_.model.parameters)["measures"][0];
    one.uses = elsewhere(name_wanted(asked_), asked_);
  }

  void threat() {
    const std::string code = scenarios::in_capitals(asked_);
    const auto at =
        std::ranges::find(all_.catalogue.threats, code, &scenarios::CatalogueThreat::id);
    if (at == all_.catalogue.threats.end())
      return;
    Explained& one = add(code, "threat");
    one.told = models::printed(
        [&](std::ostream& out) { print_threats(out, all_.catalogue, {*at}, language_); });
    one.detail = threats_json(all_.catalogue, {*at})["threats"][0];
    one.uses = elsewhere(name_wanted(code), code);
  }

  /// But where it is defined.
  std::vector<Use> elsewhere(const Wanted& wanted, const std::string& name) const {
    std::vector<Use> out = uses_of(wanted, all_.files);
    std::erase_if(out, [&](const Use& use) {
      return use.in == name &&
             (use.file == all_.catalogue.input.path || use.file == all_.measures.input.path);
    });
    return out;
  }

  std::string between(const double* above, const double* up_to) const {
    if (above == nullptr)
      return explain_text("up_to", language_, number_text(*up_to));
    if (up_to == nullptr)
      return explain_text("above", language_, number_text(*above));
    return explain_text("between", language_, number_text(*above), number_text(*up_to));
  }

  /// I3, K2.
  void impact_class() {
    const bool form = asked_.size() == 2 && asked_[1] >= '1' && asked_[1] <= '5';
    const char letter = form ? static_cast<char>(std::toupper(asked_[0])) : ' ';
    if (letter != 'I' && letter != 'K')
      return;
    Explained& one = add(fmt::format("{}{}", letter, asked_[1]), "class");
    const auto n = static_cast<std::size_t>(asked_[1] - '1');
    json bounds = json::array();
    const auto say = [&](const std::string& of, const analysis::Bounds& all) {
      const double* const above = n == 0 ? nullptr : &all[n - 1];
      const double* const up_to = n == all.size() ? nullptr : &all[n];
      one.facts.emplace_back(of, between(above, up_to));
      bounds.push_back({{"of", of},
                        {"above", above ? json(*above) : json(nullptr)},
                        {"up_to", up_to ? json(*up_to) : json(nullptr)}});
    };
    if (letter == 'K')
      say("likelihood, 1/year", all_.criteria.likelihood_per_y);
    for (std::size_t i = 0; i < analysis::n_criteria && letter == 'I'; ++i) {
      const auto criterion = static_cast<analysis::Criterion>(i);
      const bool time = criterion == analysis::Criterion::unreachable_112 ||
                        criterion == analysis::Criterion::dispatch_impossible;
      const bool share = criterion == analysis::Criterion::wrong_dispatch;
      say(fmt::format("{}, {}", analysis::word_of(criterion),
                      time    ? "s"
                      : share ? "share"
                              : "callers"),
          all_.criteria.impact[i]);
    }
    fact(one, "source",
         fmt::format("{} {} ({})", all_.criteria.name, all_.criteria.version,
                     all_.criteria.input.path));
    one.detail = {{"criteria", all_.criteria.name}, {"bounds", bounds}};
  }

  void outcome() {
    const auto at = std::ranges::find(analysis::measures, asked_, &analysis::Measure::name);
    if (at == analysis::measures.end())
      return;
    static constexpr const char* units[] = {"count", "s", "min", "share"};
    Explained& one = add(asked_, "outcome");
    const auto labels = measure_labels(language_);
    if (const auto label = labels.find(asked_); label != labels.end())
      fact(one, "meaning", label->second);
    const std::string unit = units[static_cast<std::size_t>(at->unit)];
    fact(one, "unit", unit);
    one.detail = {{"unit", unit}};
    one.uses = uses_of(name_wanted(asked_), all_.files);
  }

  bool is_effect(const ManualEntry& entry) const {
    return entry.page == "formats/scenario.md" &&
           std::ranges::any_of(scenarios::what_words(),
                               [&](const auto& what) { return entry.key == what.word; }) &&
           entry.heading == "What an effect does";
  }

  void words() {
    constexpr std::size_t most = 6;
    std::set<std::string> pages;
    std::vector<ManualEntry> entries = manual_.of(asked_);
    std::stable_partition(entries.begin(), entries.end(), is_of_file);
    for (const ManualEntry& entry : entries) {
      if (out_.size() >= most || !pages.insert(entry.page + entry.text).second)
        continue;
      const bool effect = is_effect(entry);
      Explained& one = add(entry.key, effect ? "effect" : "word");
      one.entry = entry;
      one.takes = takes(entry);
      one.example = manual_.example(entry);
      if (effect)
        one.uses = uses_of(effect_wanted(entry.key), all_.files);
    }
    std::stable_partition(out_.begin(), out_.end(),
                          [](const Explained& one) { return one.is != "word"; });
  }

  /// "takeover.switch", "rotterdam": what is in no address alone.
  void group() {
    std::vector<std::string> held, with_values;
    for (const Parameter& parameter : all_.model.parameters)
      if (("." + parameter.address + ".").find("." + asked_ + ".") != std::string::npos) {
        held.push_back(parameter.address);
        with_values.push_back(fmt::format("{}={}", parameter.address, parameter.value));
      }
    if (held.empty())
      return;
    Explained& one = add(asked_, "group");
    if (const auto* const entry = manual_.of_address(asked_, {"formats/world.md"})) {
      one.entry = *entry;
      one.takes = takes(*entry);
      one.example = manual_.example(*entry);
    }
    constexpr std::size_t shown = 8;
    one.detail = {{"addresses", held}};
    const std::size_t count = with_values.size();
    with_values.resize(std::min(shown, count));
    fact(one, "holds",
         fmt::format("{}", fmt::join(with_values, ", ")) +
             (count > shown ? ", " + explain_text("and_more", language_, count - shown) : ""));
    one.uses = uses_of(
        asked_.find('.') != std::string::npos ? address_wanted(asked_) : name_wanted(asked_),
        all_.files);
  }

  std::vector<std::string> known() const {
    std::set<std::string> out;
    for (const ManualEntry& entry : manual_.entries)
      out.insert(entry.key);
    for (const auto& threat : all_.catalogue.threats)
      out.insert(threat.id);
    for (const std::string& id : all_.measures.ids())
      out.insert(id);
    for (const Parameter& parameter : all_.model.parameters)
      out.insert(parameter.address);
    return {out.begin(), out.end()};
  }

  const std::string& asked_;
  const Explainable& all_;
  Language language_;
  Manual manual_;
  std::vector<Explained> out_;
};

}  // namespace

std::vector<Explained> explain(const std::string& asked, const Explainable& all,
                               Language language) {
  return Explainer(asked, all, language).run();
}

}  // namespace reports
