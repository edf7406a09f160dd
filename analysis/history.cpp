#include "analysis/history.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/read_values.hpp"
#include "models/world_tree.hpp"

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

std::string read_date(const Place& place) {
  const std::string text = models::read_text(place);
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  bool fits = text.size() == 10 && text[4] == '-' && text[7] == '-';
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    fits = fits && digit(i);
  if (!fits)
    place.fail(
        fmt::format("must be a date such as \"2012-06-20\", found {}", describe(place.node())));
  return fits ? text : "0000-00-00";
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
  out.counts.push_back(std::move(one));
}

void read_outage(const models::Named& outage, History& out) {
  Fields fields(outage.place);
  HistoricalCount one;
  one.id = outage.id;
  const TwoLanguages name = fields.required("name", read_two);
  one.name_nl = name.nl;
  one.name_en = name.en;
  one.date = fields.required("date", read_date);
  one.used_for = fields.get("used_for", models::read_text, "");
  if (const auto counts = fields.require("counts"))
    for (const Place& item : items(*counts))
      read_count(item, one, out);
}

}  // namespace

int HistoricalCount::year() const {
  return std::stoi(date.substr(0, 4));
}

History read_history(const std::filesystem::path& file) {
  models::Reading reading;
  std::vector<models::InputFile> inputs;
  const auto root = models::read_tree(file, reading, inputs);
  History out;
  if (root) {
    Fields fields(Place(*root, "", reading));
    if (const auto outages = fields.require("history"))
      for (const models::Named& outage : named(*outages))
        read_outage(outage, out);
  }
  reading.problems.throw_if_any();
  std::stable_sort(out.counts.begin(), out.counts.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  out.input = inputs.at(0);
  return out;
}

}  // namespace analysis
