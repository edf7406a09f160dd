// How often the printed intervals hold the truth, as docs/intervals.md says it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/constants/constants.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "analysis/statistics/annual.hpp"
#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/over_week.hpp"
#include "analysis/statistics/rate_posterior.hpp"
#include "analysis/statistics/waiting_times.hpp"
#include "models/chance/random_stream.hpp"
#include "models/world/calendar.hpp"
#include "scenarios/threats/onset.hpp"
#include "tests/sample.hpp"

namespace {

using analysis::Interval;

constexpr std::array<std::size_t, 3> sizes = {20, 200, 1000};

/// One made-up data set: its number, how many values, and its uniform numbers.
struct Data {
  std::uint64_t set;
  std::size_t n;

  double uniform(std::size_t i, std::uint32_t which = 0) const {
    return models::uniform({n, set}, models::Purpose::parameter,
                           {models::name_of("coverage"), i, which});
  }
  std::vector<double> values(const std::function<double(double)>& draw,
                             std::uint32_t which = 0) const {
    std::vector<double> out(n);
    for (std::size_t i = 0; i < n; ++i)
      out[i] = draw(uniform(i, which));
    return out;
  }
};

enum class Held { yes, no, none };  ///< none: these data have no interval

Held holds(const Interval& found, double truth) {
  if (std::isnan(found.low))
    return Held::none;
  return found.low <= truth && truth <= found.high ? Held::yes : Held::no;
}

struct Row {
  const char* name;
  std::function<Held(const Data&)> holds_truth;
  bool is_dear = false;  ///< a part of the sets in `make test`
};

using Draw = std::function<double(double)>;  ///< of a uniform number

double normal(double u) {
  return quantile(boost::math::normal(), u);
}
double skewed(double u) {
  return std::exp(normal(u));
}
const double skewed_mean = std::exp(0.5);
/// Zero in nine of ten, else of the other distribution.
Draw mostly_zero(Draw other) {
  return [other](double u) { return u < 0.9 ? 0 : other(10 * (u - 0.9)); };
}
/// Losses that are much alike.
double around_five(double u) {
  return 5 + normal(u);
}
double exponential(double u) {
  return -std::log1p(-u);
}

Row mean(const char* name, double truth, Draw draw) {
  return {name, [=](const Data& data) {
            return holds(analysis::interval_of_mean(data.values(draw)), truth);
          }};
}

Row percentile(const char* name, double p, double truth) {
  return {name, [=](const Data& data) {
            return holds(analysis::percentile(data.values(skewed), p), truth);
          }};
}

Row share(const char* name, double truth) {
  return {name, [=](const Data& data) {
            const auto values = data.values([=](double u) { return u < truth ? 1.0 : 0.0; });
            const auto hits = std::ranges::count(values, 1.0);
            const analysis::Proportion found =
                analysis::proportion(static_cast<std::size_t>(hits), values.size());
            return holds({found.share, found.low, found.high, analysis::Method::none}, truth);
          }};
}

/// A measure that halves the losses of three events in ten and leaves the others as they are.
Row paired(const char* name, double each, Draw draw) {
  return {name, [=](const Data& data) {
            const std::vector<double> before = data.values(draw);
            std::vector<double> after = before;
            for (std::size_t i = 0; i < after.size(); ++i)
              after[i] *= data.uniform(i, 1) < 0.3 ? 0.5 : 1;
            return holds(analysis::interval_of_mean(analysis::paired_differences(after, before)),
                         -0.15 * each);
          }};
}

/// The same measure, seen in other events than those without it.
Row unpaired(const char* name, double each, Draw draw) {
  return {name, [=](const Data& data) {
            const std::vector<double> before = data.values(draw);
            std::vector<double> after = data.values(draw, 1);
            for (std::size_t i = 0; i < after.size(); ++i)
              after[i] *= data.uniform(i, 2) < 0.3 ? 0.5 : 1;
            return holds(analysis::interval_of_difference(before, after), -0.15 * each);
          }};
}

/// Losses grow with the hour, whatever else they hang on: one onset for each hour of a week.
Held over_week(const Data& data) {
  const models::Calendar calendar("UTC+0");
  std::vector<int> hours;
  std::vector<double> values = data.values(skewed);
  for (std::size_t i = 0; i < data.n; ++i) {
    hours.push_back(calendar.second_of_week(scenarios::Onset{}.at({data.set, i}, calendar)) / 3600);
    const double day = boost::math::constants::two_pi<double>() / 24;
    values[i] *= 1 + 0.8 * std::sin((hours.back() - 8) * day);
  }
  return holds(analysis::interval_over_week(values, hours), skewed_mean);
}

/// By inversion: else its quantiles are rounded away from the median.
using Count = boost::math::poisson_distribution<
    double, boost::math::policies::policy<
                boost::math::policies::discrete_quantile<boost::math::policies::integer_round_up>>>;

/// Events a year by a record of fifteen years, at rates from 0.1 to 1 a year, as likely by their
/// logarithm; what each costs by n replications.
Row annual(const char* name, double each, Draw draw, double lowest = 0.1, double highest = 1) {
  return {name,
          [=](const Data& data) {
            constexpr double years = 15;
            const double rate = lowest * std::pow(highest / lowest, data.uniform(data.n, 1));
            const double seen = quantile(Count(rate * years), data.uniform(data.n, 0));
            analysis::Peril peril{"threat", "row", {}, data.values(draw)};
            peril.frequency.nation =
                analysis::GammaTables{}.of(analysis::GammaRate{}.after({seen, years}));
            peril.per_event = analysis::interval_of_mean(peril.losses);
            return holds(analysis::expected_per_year(peril), rate * each);
          },
          true};
}

/// Two waits a replication, in half of them the same; each ends by one of two causes, after 20 and
/// 80 minutes on the average, and the data end after 10 to 120 minutes.
analysis::WaitingTimes waits(const Data& data) {
  std::vector<analysis::Spell> out;
  for (std::uint64_t i = 0; i < data.n; ++i) {
    const double cut_off = 600 + 6600 * data.uniform(i, 0);
    const bool alike = data.uniform(i, 1) < 0.5;
    for (std::uint32_t one = 0; one < 2; ++one) {
      const std::uint32_t of = alike ? 0 : one;
      const double s = 960 * exponential(data.uniform(i, 2 + of));
      const unsigned cause = data.uniform(i, 4 + of) < 0.8 ? 1 : 2;
      out.push_back(s < cut_off ? analysis::Spell{s, cause, i} : analysis::Spell{cut_off, 0, i});
    }
  }
  return analysis::WaitingTimes(std::move(out));
}

/// By the first cause within so long: 80 % of 1 - exp(-t / 16 min).
Row came_by(const char* name, double s) {
  const auto held = [s](const Data& data) {
    const double truth = 0.8 * (1 - std::exp(-s / 960));
    return holds(waits(data).incidence(std::vector<double>{s}, 2).front().came[0], truth);
  };
  return {name, held, true};
}

/// Half have ended after 16 ln 2 minutes.
Held median_wait(const Data& data) {
  using Is = analysis::Bound::Is;
  const analysis::TimePercentile found = waits(data).percentiles(std::array{0.5}).front();
  const double truth = 960 * std::log(2);
  const bool held = found.low.s <= truth && (found.high.is != Is::at || truth <= found.high.s);
  return !found.has_interval() ? Held::none : held ? Held::yes : Held::no;
}

const std::vector<Row> rows = {
    mean("mean, normal", 0, normal),
    mean("mean, lognormal", skewed_mean, skewed),
    mean("mean, nine in ten zero, else exponential", 0.1, mostly_zero(exponential)),
    mean("mean, nine in ten zero, else lognormal", 0.1 * skewed_mean, mostly_zero(skewed)),
    {"mean over drawn onsets, lognormal, by the hour", over_week, true},
    paired("paired difference of means, normal", 5, around_five),
    paired("paired difference of means, lognormal", skewed_mean, skewed),
    paired("paired difference of means, nine in ten zero, else exponential", 0.1,
           mostly_zero(exponential)),
    unpaired("difference of means that are not paired, normal", 5, around_five),
    unpaired("difference of means that are not paired, lognormal", skewed_mean, skewed),
    unpaired("difference of means that are not paired, nine in ten zero, else exponential", 0.1,
             mostly_zero(exponential)),
    annual("a year, normal", 5, around_five),
    annual("a year, lognormal", skewed_mean, skewed),
    annual("a year, nine in ten zero, else exponential", 0.1, mostly_zero(exponential)),
    percentile("median, lognormal", 0.5, 1),
    percentile("P95, lognormal", 0.95, std::exp(1.6448536)),
    share("share of 0.1", 0.1),
    share("share of 0.5", 0.5),
    came_by("share answered elsewhere within 2 min", 120),
    came_by("share answered elsewhere within 30 min", 1800),
    {"median of a clock of which not every end was seen", median_wait, true},
};

/// In percent, of the data sets that have an interval; NaN when none has.
double coverage(const Row& row, std::size_t n, std::uint64_t data_sets) {
  double there = 0, held = 0;
  for (std::uint64_t set = 0; set < data_sets; ++set) {
    const Held found = row.holds_truth({set, n});
    there += found == Held::none ? 0 : 1;
    held += found == Held::yes ? 1 : 0;
  }
  return 100 * held / there;
}

std::string page() {
  std::ifstream in(std::filesystem::path(SOURCE_DIR) / "docs/intervals.md");
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(Coverage, IsWhatTheManualSaysAndNeverUnderNinety) {
  const std::string manual = page();
  for (const Row& row : rows) {
    if (row.is_dear && sample(1, 0) == 1)
      continue;
    std::string line = fmt::format("| {} |", row.name);
    for (const std::size_t n : sizes) {
      const double held = coverage(row, n, 1000);
      line += std::isnan(held) ? " – |" : fmt::format(" {:.1f} |", held);
      EXPECT_FALSE(held < 90) << row.name << " " << n;
      EXPECT_FALSE(held > 99) << row.name << " " << n;
    }
    EXPECT_NE(manual.find(line + "\n"), std::string::npos) << line;
  }
}

/// A count is a whole number: at some rates a record holds the truth less often than at others.
TEST(Coverage, OfAYearIsOver92AtEachRate) {
  for (const double rate : {0.1, 0.15, 0.2, 0.3, 0.5, 1.0}) {
    const Row year = annual("a year", skewed_mean, skewed, rate, rate);
    EXPECT_GE(coverage(year, 200, sample(300, 1000)), sample(88.0, 92.0)) << rate;
  }
}

/// A quarter of the sets, and no more than 200 values: three standard errors of those, and a point;
/// the upper end is below what intervals of twice the width would hold.
TEST(Coverage, OfWhatIsDearIsSampled) {
  for (const Row& row : rows) {
    if (!row.is_dear)
      continue;
    for (const std::size_t n : {20, 200})
      EXPECT_NEAR(coverage(row, n, 250), 94.3, 5.3) << row.name << " " << n;
  }
}

}  // namespace
