#pragma once

#include <cstddef>
#include <vector>

#include "analysis/statistics/estimate.hpp"

/// Which of several alternatives has the smallest mean, said with a stated probability.
namespace analysis {

struct SelectionRule {
  double confidence = 0.95;  ///< probability of a correct selection, above 1/k, below 1
  double indifference = 1;   ///< a difference of the means that is worth finding, above 0
  std::size_t first = 20;    ///< replications before anything is ruled out, at least 2
};

/// h^2 = 2 c eta (n0 - 1) with c = 1, eta = ((2 (1 - confidence) / (k - 1))^(-2 / (n0 - 1)) - 1) /
/// 2, of k alternatives, at least 2.
double kim_nelson_h2(const SelectionRule& rule, std::size_t alternatives);

/// How far the mean of one may lie above that of another after n replications before it is ruled
/// out: max(0, (h^2 S^2 / indifference - indifference n) / (2 n)), S^2 the variance of their
/// differences.
double kim_nelson_margin(const SelectionRule& rule, double h2, double variance, std::size_t n);

/// The procedure KN of Kim and Nelson (A fully sequential procedure for indifference-zone
/// selection in simulation, ACM TOMACS 11, 2001) for the smallest mean. All alternatives meet the
/// same random numbers. The selection is right with the probability of the rule when the best is
/// better than the others by the indifference, and else within it, as far as differences of means
/// are normal. Looking less often than after each replication only makes it surer (Jennison,
/// Johnstone and Turnbull, 1982, in the proof of KN).
class Contest {
public:
  Contest(std::size_t alternatives, const SelectionRule& rule);

  /// Alternatives that are not ruled out, ascending.
  const std::vector<std::size_t>& left() const { return left_; }
  std::size_t alternatives() const { return values_.size(); }
  std::size_t replications() const { return replications_; }
  /// The next replications of each that is left, in their order; the first time `rule.first` of
  /// them. NaN where one failed: it is left out of each difference with it. Rules out what is
  /// inferior, and what had the values of one before it in all of the first replications.
  void add(const std::vector<std::vector<double>>& values);
  /// One is left, or more replications could not tell.
  bool is_decided() const;
  /// Of those that are left the one with the smallest mean, the first of equals.
  std::size_t best() const;
  /// Had the same values as one before it.
  bool is_same_as_another(std::size_t alternative) const { return same_[alternative]; }
  /// In the order of the replications; fewer of those that were ruled out.
  const std::vector<double>& values(std::size_t alternative) const { return values_[alternative]; }
  /// Above 0 by Student's t of their differences at the level (1 - confidence) / (k - 1): so among
  /// equals none of k is taken for better than the first more often than 1 - confidence
  /// (Bonferroni).
  bool is_surely_better(std::size_t one, std::size_t than) const;
  /// `worse` less `better`, over the replications that both have.
  Estimate difference(std::size_t worse, std::size_t better) const;

private:
  /// Their differences so far, where both are defined.
  std::vector<double> differences(std::size_t one, std::size_t other) const;
  double variance(std::size_t one, std::size_t other) const;
  void measure_variances();
  void drop_what_is_the_same();
  bool is_inferior(std::size_t one, const std::vector<std::size_t>& others) const;

  SelectionRule rule_;
  double h2_;
  std::size_t replications_ = 0;
  std::vector<std::vector<double>> values_;
  std::vector<std::vector<double>> variance_;  ///< of the first replications
  std::vector<std::size_t> left_;
  std::vector<bool> same_;
};

}  // namespace analysis
