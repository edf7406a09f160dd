#include "reports/documents/comparisons/assumption_tornado.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/documents/comparisons/sensitivity_document.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/tornado_words.hpp"

namespace reports {
namespace {

using analysis::Bar;
using analysis::Unit;
using analysis::VarianceShare;
using nlohmann::ordered_json;

constexpr std::size_t bar_width = 25, most_name = 46;

/// From the lowest difference of all bars to the highest, `|` where nothing changes.
class Scale {
public:
  explicit Scale(const std::vector<Bar>& bars) {
    for (const Bar& bar : bars) {
      low_ = std::min(low_, bar.ends.front().lost.by.value);
      high_ = std::max(high_, bar.ends.back().lost.by.value);
    }
  }

  std::string drawn(const Bar& bar) const {
    std::string out(bar_width, ' ');
    for (std::size_t i = place(bar.ends.front().lost.by.value);
         i <= place(bar.ends.back().lost.by.value); ++i)
      out[i] = '#';
    out[place(0)] = '|';
    return out;
  }

private:
  /// As many columns from that of zero as the difference is wide: equal ones look equal on both
  /// sides.
  std::size_t place(double value) const {
    const double width = high_ - low_;
    const auto columns = [&](double by) {
      return width > 0 ? std::lround(by / width * (bar_width - 1)) : 0;
    };
    const long last = static_cast<long>(bar_width) - 1;
    return static_cast<std::size_t>(std::clamp(columns(-low_) + columns(value), 0L, last));
  }

  double low_ = 0, high_ = 0;
};

const Bar::End& end_of(const Bar& bar, const std::string& name) {
  return *std::ranges::find(bar.ends, name, &Bar::End::value);
}

class Teller {
public:
  Teller(const AssumptionTornado& told, Language language)
      : told_(told), language_(language), numbers_(language) {}

  std::vector<std::string> head() const {
    std::vector<std::string> out = {
        say("base", numbers_.value(told_.tornado.lost.value, Unit::count),
            ends_cell(told_.tornado.lost, numbers_).text),
        say("asked", Count(told_.assumptions.size()), Count(told_.replications), told_.seed)};
    const auto& bars = told_.tornado.bars;
    const auto clear = std::ranges::find_if(bars, &Bar::clear);
    if (bars.size() < told_.assumptions.size())
      out.push_back(say("cut_short", Count(bars.size()), Count(told_.assumptions.size())));
    else if (clear == bars.end())
      out.push_back(tornado_word("none_clear", language_));
    else
      out.push_back(first_of(named(clear->parameter)));
    return out;
  }

  Grid bars() const {
    Grid out;
    out.name = "bars";
    out.title = tornado_word("bars", language_);
    const std::string interval = tornado_word("interval", language_);
    out.headings = {tornado_word("assumption", language_), "P5", interval, "P95", interval, "~",
                    tornado_word("picture", language_)};
    const Scale scale(told_.tornado.bars);
    std::size_t still = 0;
    for (const Bar& bar : told_.tornado.bars) {
      if (bar.swing == 0) {
        ++still;
        continue;
      }
      const Bar::End &low = end_of(bar, "P5"), &high = end_of(bar, "P95");
      out.rows.push_back({shortened(bar.parameter, most_name), by_cell(low),
                          ends_cell(low.lost.by, numbers_), by_cell(high),
                          ends_cell(high.lost.by, numbers_), bar.clear() ? "" : "~",
                          scale.drawn(bar)});
    }
    out.notes = {tornado_word("bar_note", language_), tornado_word("not_clear", language_)};
    if (still > 0)
      out.notes.push_back(say("still", Count(still)));
    return out;
  }

  Grid variance() const {
    Grid out;
    out.name = "variance";
    out.title = tornado_word("variance", language_);
    out.headings = {tornado_word("assumption", language_), tornado_word("share", language_),
                    tornado_word("interval", language_)};
    const analysis::TwoSources& spread = told_.shares.spread;
    out.notes = {say("drawn", Count(spread.draws), numbers_.value(spread.mean, Unit::count),
                     ends_cell(spread.chance, numbers_).text,
                     ends_cell(spread.parameters, numbers_).text,
                     ends_cell(spread.both, numbers_).text)};
    for (const VarianceShare& one : told_.shares.shares)
      if (one.clear)
        out.rows.push_back({shortened(one.id, most_name), share_cell(one.share),
                            Cell(numbers_.ends(share(one.low), share(one.high)),
                                 {one.low, one.high}, Unit::share)});
    if (told_.shares.shares.empty()) {
      out.notes.push_back(tornado_word("no_shares", language_));
      return out;
    }
    out.notes.push_back(tornado_word("shares_note", language_));
    out.notes.push_back(
        say("left_over", share(told_.shares.clear), share(std::max(0.0, 1 - told_.shares.clear))));
    out.notes.push_back(say("confirmed", share(told_.shares.confirmed), confirmed(),
                            Count(told_.assumptions.size())));
    return out;
  }

  template <class... Value>
  std::string say(std::type_identity_t<Form<tornado_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }

private:
  const models::Assumption& named(const std::string& id) const {
    return *std::ranges::find(told_.assumptions, id, &models::Assumption::id);
  }

  std::string first_of(const models::Assumption& one) const {
    return say("first", one.name, one.reason.empty() ? "" : fmt::format(" ({})", one.reason));
  }

  std::size_t confirmed() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(told_.assumptions, &models::Assumption::confirmed));
  }

  Cell by_cell(const Bar::End& end) const { return number_cell(end.lost.by.value, numbers_); }
  std::string share(double value) const { return numbers_.value(value, Unit::share); }
  Cell share_cell(double value) const { return {share(value), {value}, Unit::share}; }

  const AssumptionTornado& told_;
  Language language_;
  Numbers numbers_;
};

/// A line per assumption, for programs.
Grid lines_of(const analysis::VarianceShares& shares) {
  std::vector<CsvLine> lines;
  for (const VarianceShare& one : shares.shares) {
    CsvLine& line = lines.emplace_back();
    line.text("assumption", one.id);
    line.number("share", one.share);
    line.number("share_low", one.low);
    line.number("share_high", one.high);
    line.text("clear", one.clear ? "yes" : "no");
    line.text("confirmed", one.confirmed ? "yes" : "no");
  }
  return grid_of("shares", lines);
}

ordered_json shares_json(const analysis::VarianceShares& shares) {
  ordered_json all = ordered_json::array();
  for (const VarianceShare& one : shares.shares)
    all.push_back({{"assumption", one.id},
                   {"share", number_or_null(one.share)},
                   {"ci95", ends_json(one.low, one.high)},
                   {"clear", one.clear},
                   {"confirmed", one.confirmed}});
  const analysis::TwoSources& spread = shares.spread;
  return {{"draws", spread.draws},
          {"mean", number_or_null(spread.mean)},
          {"chance", interval_json(spread.chance)},
          {"parameters", interval_json(spread.parameters)},
          {"both", interval_json(spread.both)},
          {"shares", all},
          {"clear", shares.clear},
          {"confirmed", shares.confirmed}};
}

}  // namespace

Document assumption_document(const AssumptionTornado& told, std::vector<std::string> head,
                             Language language) {
  const Teller teller(told, language);
  Document out{teller.say("title", told.tornado.row), std::move(head), {}};
  for (std::string& line : teller.head())
    out.head.push_back(std::move(line));
  out.grids.push_back(teller.bars());
  if (told.shares.spread.draws > 0)
    out.grids.push_back(teller.variance());
  out.grids.push_back(tornado_lines({told.tornado}));
  if (told.shares.spread.draws > 0)
    out.grids.push_back(lines_of(told.shares));
  return out;
}

std::vector<std::string> assumption_grids() {
  return {"bars", "variance", "all", "shares"};
}

ordered_json assumption_json(const AssumptionTornado& told) {
  ordered_json out = tornado_json({told.tornado}, {});
  ordered_json assumptions = ordered_json::array();
  for (const models::Assumption& one : told.assumptions)
    assumptions.push_back({{"assumption", one.id},
                           {"name", one.name},
                           {"reason", one.reason},
                           {"numbers", one.numbers.size()},
                           {"confirmed", one.confirmed()}});
  out["assumptions"] = std::move(assumptions);
  out["variance"] = told.shares.spread.draws > 0 ? shares_json(told.shares) : ordered_json(nullptr);
  return out;
}

}  // namespace reports
