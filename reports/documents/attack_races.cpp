#include "reports/documents/attack_races.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/statistics/interval.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/attack_words.hpp"
#include "reports/words/plural.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using scenarios::ManyRaces;

constexpr double day_s = 86400, week_s = 7 * day_s;

struct TimeRow {
  const char* key;
  AttackKey words;
  std::vector<double> ManyRaces::*times;
};
constexpr std::array time_rows = {
    TimeRow{"strike", "time.strike", &ManyRaces::strike_s},
    TimeRow{"known", "time.known", &ManyRaces::known_s},
    TimeRow{"evicted", "time.evicted", &ManyRaces::evicted_s},
    TimeRow{"first_back", "time.first_back", &ManyRaces::first_back_s},
    TimeRow{"all_back", "time.all_back", &ManyRaces::all_back_s},
};
constexpr std::array percentiles = {0.05, 0.5, 0.95};

double percentile_of(const std::vector<double>& values, double p) {
  return analysis::percentile(values, p).value;
}

/// Seconds as people say them over hours and weeks.
std::string long_time(double s, const Numbers& numbers) {
  if (std::isnan(s))
    return dash;
  if (s < 2 * day_s)
    return duration(s);
  return numbers.plain(s / day_s, 1) + " d";
}

/// By the median, of however few.
AttackKey speed_of(std::vector<double> taken_s) {
  if (taken_s.empty())
    return "speed.never";
  std::ranges::sort(taken_s);
  const double median_s = analysis::order_statistic(taken_s, 0.5);
  return median_s < day_s        ? AttackKey("speed.hours")
         : median_s < 2 * week_s ? AttackKey("speed.days")
                                 : AttackKey("speed.weeks");
}

class Teller {
public:
  Teller(const AttackRaces& told, Language language)
      : races_(told.races), attack_(told.attack.attack), language_(language), numbers_(language) {}

  Grid ends() const {
    Grid out = grid("ends", "ends", {"col.end", "col.share"});
    const auto row = [&](AttackKey key, std::size_t n) {
      out.rows.push_back({say(key), share(n)});
    };
    row("end.struck", races_.struck);
    row("end.only_cut", races_.only_cut);
    row("end.nothing", races_.races - races_.struck - races_.only_cut - races_.by_itself);
    row("end.by_itself", races_.by_itself);
    return out;
  }

  Grid times() const {
    Grid out = grid("times", "times", {"col.time", "col.races"});
    add_percentiles(out);
    for (const TimeRow& row : time_rows) {
      const auto& values = races_.*row.times;
      GridRow cells{say(row.words), whole_cell(values.size())};
      for (const double p : percentiles) {
        const double s = percentile_of(values, p);
        cells.push_back({long_time(s, numbers_), {s}, analysis::Unit::seconds});
      }
      out.rows.push_back(std::move(cells));
    }
    return out;
  }

  Grid hit() const {
    std::size_t with_effects = 0;
    for (const scenarios::Asset& asset : attack_.assets)
      with_effects += asset.has_effects ? 1 : 0;
    Grid out = grid("struck", "col.hit", {"col.hit", "col.races"});
    out.title = attack_text("hit", language_, with_effects);
    add_percentiles(out);
    GridRow cells{say("col.hit"), whole_cell(races_.hit.size())};
    for (const double p : percentiles)
      cells.push_back(number_cell(percentile_of(races_.hit, p), numbers_));
    out.rows.push_back(std::move(cells));
    return out;
  }

  Grid reached() const {
    Grid out = grid("reached", "reached", {"col.asset", "col.share", "col.speed"});
    for (const ManyRaces::Reached& one : races_.reached)
      out.rows.push_back({one.asset, share(one.taken_s.size()), say(speed_of(one.taken_s))});
    return out;
  }

  Grid without() const {
    Grid out = grid("without", "without", {"col.way", "col.share", "col.less"});
    for (const ManyRaces::Without& one : races_.without) {
      const double more = (static_cast<double>(one.struck) - static_cast<double>(races_.struck)) /
                          static_cast<double>(races_.races);
      out.rows.push_back(
          {one.what == "watch" ? say("without.watch") : one.what, share(one.struck), change(more)});
    }
    return out;
  }

private:
  std::string say(AttackKey key) const { return attack_word(key, language_); }

  Grid grid(const char* name, AttackKey title, const std::vector<AttackKey>& headings) const {
    Grid out;
    out.name = name;
    out.title = say(title);
    for (const AttackKey& heading : headings)
      out.headings.push_back(say(heading));
    return out;
  }

  static void add_percentiles(Grid& grid) {
    for (const char* const heading : {"P5", "P50", "P95"})
      grid.headings.emplace_back(heading);
  }

  Cell share(std::size_t n) const {
    return proportion_cell(analysis::proportion(n, races_.races), numbers_);
  }

  Cell change(double share) const {
    const std::string points = numbers_.plain(100 * std::abs(share), 1);
    const bool none = points.find_first_of("123456789") == std::string::npos;
    return {(none ? "" : share < 0 ? "-" : "+") + points, {share}, analysis::Unit::share};
  }

  const ManyRaces& races_;
  const scenarios::Attack& attack_;
  Language language_;
  Numbers numbers_;
};

nlohmann::ordered_json share_json(std::size_t n, std::size_t of) {
  const analysis::Proportion share = analysis::proportion(n, of);
  return {{"count", n}, {"share", share.share}, {"low", share.low}, {"high", share.high}};
}

}  // namespace

Document attack_document(const AttackRaces& told, Language language) {
  const Teller teller(told, language);
  Document out;
  out.title = attack_text("races.title", language, told.attack.threat, Count(told.races.races));
  out.head = world_head(told.world, language);
  out.head.push_back(attack_word("races.note", language));
  out.grids = {teller.ends(), teller.times(), teller.hit(), teller.reached(), teller.without()};
  return out;
}

nlohmann::ordered_json attack_races_json(const AttackRaces& told, Language language) {
  const ManyRaces& races = told.races;
  auto times = nlohmann::ordered_json::object();
  for (const TimeRow& row : time_rows) {
    auto of = nlohmann::ordered_json{{"races", (races.*row.times).size()}};
    for (const double p : percentiles)
      of[p < 0.1 ? "p5_s" : p < 0.9 ? "p50_s" : "p95_s"] = percentile_of(races.*row.times, p);
    times[row.key] = std::move(of);
  }
  auto reached = nlohmann::ordered_json::object(), without = nlohmann::ordered_json::object();
  for (const ManyRaces::Reached& one : races.reached)
    reached[one.asset] = share_json(one.taken_s.size(), races.races);
  for (const ManyRaces::Without& one : races.without)
    without[one.what] = share_json(one.struck, races.races);
  return {{"schema", name_of(results::Schema::attack)},
          {"threat", told.attack.threat},
          {"head", world_head(told.world, language)},
          {"rubricering", told.world.rubricering},
          {"races", races.races},
          {"struck", share_json(races.struck, races.races)},
          {"only_cut", share_json(races.only_cut, races.races)},
          {"by_itself", share_json(races.by_itself, races.races)},
          {"times", std::move(times)},
          {"reached", std::move(reached)},
          {"without", std::move(without)}};
}

}  // namespace reports
