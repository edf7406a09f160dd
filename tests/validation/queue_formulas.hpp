#pragma once

#include <vector>

/// Textbook queues in steady state. Rates per second, times in seconds.
namespace validation {

/// c servers, Poisson arrivals, handling with this mean.
struct Queue {
  int servers = 1;
  double arrivals_per_s = 0;
  double handling_s = 1;

  double load() const { return arrivals_per_s * handling_s; }  ///< erlang
  double utilisation() const { return load() / servers; }
  double drain_per_s() const { return servers / handling_s; }  ///< all servers busy
};

/// Erlang's loss formula (Cooper, Introduction to Queueing Theory, 2nd ed. 1981, section 3.3).
double erlang_b(int servers, double load);
/// Erlang's delay formula: the share that waits (Cooper, section 3.4).
double erlang_c(int servers, double load);

/// M/M/c, first come first served: mean wait, share waiting longer than t, quantile of the wait.
double mmc_wait_mean_s(const Queue& queue);
double mmc_wait_longer(const Queue& queue, double t_s);
double mmc_wait_quantile_s(const Queue& queue, double p);

/// M/M/c+M: exponential patience (Palm 1957; Mandelbaum and Zeltyn, Service Engineering in
/// Action, 2007). Solved as the birth and death chain that it is.
struct ErlangA {
  double abandoned = 0;        ///< share of callers
  double wait_mean_s = 0;      ///< of all, those who abandon included
  double answered_within = 0;  ///< share of callers answered within the norm
};
ErlangA erlang_a(const Queue& queue, double patience_s, double norm_s);

/// M/D/c: Crommelin's chain over one handling time (1932), solved by iteration; the distribution
/// of the wait as Franx, Operations Research Letters 29 (2001), gives it.
class ConstantHandling {
public:
  explicit ConstantHandling(const Queue& queue);
  double wait_mean_s() const;
  double wait_at_most(double t_s) const;

private:
  Queue queue_;
  std::vector<double> present_;  ///< probability of n calls present
};

/// M/M/c with classes of one handling time, no call interrupted (Cobham 1954): mean wait by
/// class, highest first.
std::vector<double> cobham_wait_mean_s(const Queue& queue, const std::vector<double>& class_shares);
/// The first of these classes: P(wait > t) = C exp(-(c mu - lambda_1) t) (Davis 1966).
double first_class_waits_longer(const Queue& queue, double first_class_share, double t_s);

/// M/M/c where each server that comes free picks one of the waiting calls at random: P(wait > t),
/// from the chain of the number of others that a waiting call has beside it (Cooper, section
/// 5.12). The mean is that of first come first served.
double random_order_waits_longer(const Queue& queue, double t_s);
double random_order_wait_quantile_s(const Queue& queue, double p);

}  // namespace validation
