#include "analysis/statistics/selection.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace analysis {
namespace {

double sample_variance(const std::vector<double>& values) {
  if (values.size() < 2)
    return 0;
  const double mean = mean_of(values);
  double sum = 0;
  for (const double value : values)
    sum += (value - mean) * (value - mean);
  return sum / static_cast<double>(values.size() - 1);
}

bool is_same(const std::vector<double>& one, const std::vector<double>& other) {
  return std::ranges::equal(
      one, other, [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

}  // namespace

double kim_nelson_h2(const SelectionRule& rule, std::size_t alternatives) {
  const auto others = static_cast<double>(alternatives - 1);
  const auto freedom = static_cast<double>(rule.first - 1);
  const double eta = (std::pow(2 * (1 - rule.confidence) / others, -2 / freedom) - 1) / 2;
  return 2 * eta * freedom;
}

double kim_nelson_margin(const SelectionRule& rule, double h2, double variance, std::size_t n) {
  const auto seen = static_cast<double>(n);
  return std::max(0.0, (h2 * variance / rule.indifference - rule.indifference * seen) / (2 * seen));
}

Contest::Contest(std::size_t alternatives, const SelectionRule& rule)
    : rule_(rule),
      h2_(alternatives > 1 ? kim_nelson_h2(rule, alternatives) : 0),
      values_(alternatives),
      left_(alternatives),
      same_(alternatives, false) {
  if (alternatives == 0)
    throw std::logic_error("a contest of nobody");
  std::iota(left_.begin(), left_.end(), std::size_t{0});
}

void Contest::add(const std::vector<std::vector<double>>& values) {
  if (values.size() != left_.size())
    throw std::logic_error("Contest::add: not a row for each that is left");
  for (std::size_t i = 0; i < left_.size(); ++i)
    values_[left_[i]].insert(values_[left_[i]].end(), values[i].begin(), values[i].end());
  const bool is_first = replications_ == 0;
  replications_ += values.front().size();
  if (is_first) {
    measure_variances();
    drop_what_is_the_same();
  }
  const std::vector<std::size_t> before = left_;
  std::erase_if(left_, [&](std::size_t one) { return is_inferior(one, before); });
}

bool Contest::is_decided() const {
  if (replications_ == 0)
    return left_.size() == 1;
  for (std::size_t i = 0; i < left_.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (kim_nelson_margin(rule_, h2_, variance_[left_[i]][left_[j]], replications_) > 0)
        return false;
  return true;
}

std::size_t Contest::best() const {
  std::size_t out = left_.front();
  for (const std::size_t one : left_)
    if (const auto better = differences(out, one); !better.empty() && mean_of(better) > 0)
      out = one;
  return out;
}

bool Contest::is_surely_better(std::size_t one, std::size_t than) const {
  const std::vector<double> saved = differences(than, one);
  const double spread = std::sqrt(sample_variance(saved));
  if (saved.size() < 2 || !(mean_of(saved) > 0))
    return false;
  const auto n = static_cast<double>(saved.size());
  const double level = (1 - rule_.confidence) / static_cast<double>(values_.size() - 1);
  const double t =
      boost::math::quantile(boost::math::complement(boost::math::students_t(n - 1), level));
  return mean_of(saved) > t * spread / std::sqrt(n);
}

Estimate Contest::difference(std::size_t worse, std::size_t better) const {
  return estimate(differences(worse, better));
}

std::vector<double> Contest::differences(std::size_t one, std::size_t other) const {
  const std::size_t both = std::min(values_[one].size(), values_[other].size());
  std::vector<double> out;
  for (std::size_t i = 0; i < both; ++i)
    if (const double less = values_[one][i] - values_[other][i]; std::isfinite(less))
      out.push_back(less);
  return out;
}

double Contest::variance(std::size_t one, std::size_t other) const {
  return sample_variance(differences(one, other));
}

void Contest::measure_variances() {
  const std::size_t all = values_.size();
  variance_.assign(all, std::vector<double>(all, 0));
  for (std::size_t i = 0; i < all; ++i)
    for (std::size_t j = 0; j < i; ++j)
      variance_[i][j] = variance_[j][i] = variance(i, j);
}

void Contest::drop_what_is_the_same() {
  std::vector<std::size_t> kept;
  for (const std::size_t one : left_) {
    same_[one] = std::ranges::any_of(
        kept, [&](std::size_t before) { return is_same(values_[one], values_[before]); });
    if (!same_[one])
      kept.push_back(one);
  }
  left_ = std::move(kept);
}

bool Contest::is_inferior(std::size_t one, const std::vector<std::size_t>& others) const {
  return std::ranges::any_of(others, [&](std::size_t other) {
    if (one == other)
      return false;
    const auto worse = differences(one, other);
    return !worse.empty() &&
           mean_of(worse) > kim_nelson_margin(rule_, h2_, variance_[one][other], worse.size());
  });
}

}  // namespace analysis
