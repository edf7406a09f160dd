#include "tests/validation/markov_chain.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace validation {
namespace {

double fastest_exit(const MarkovChain& chain) {
  std::vector<double> out(chain.states, 0.0);
  for (const Transition& t : chain.transitions)
    out[t.from] += t.rate;
  return *std::max_element(out.begin(), out.end());
}

/// One step of the uniformised chain: p (I + Q / rate).
std::vector<double> jump(const MarkovChain& chain, const std::vector<double>& p, double rate) {
  std::vector<double> next = p;
  for (const Transition& t : chain.transitions) {
    const double moved = p[t.from] * t.rate / rate;
    next[t.from] -= moved;
    next[t.to] += moved;
  }
  return next;
}

/// Uniformisation over a time with few jumps: exp(-rate x time) must not underflow.
Transient advance_a_little(const MarkovChain& chain, std::vector<double> p, double rate,
                           double time_s) {
  Transient out{std::vector<double>(chain.states, 0.0), std::vector<double>(chain.states, 0.0)};
  double weight = std::exp(-rate * time_s);
  double more_jumps = 1 - weight;
  for (int jumps = 1; weight > 1e-16 || jumps < rate * time_s; ++jumps) {
    for (std::size_t s = 0; s < chain.states; ++s) {
      out.probability[s] += weight * p[s];
      out.occupancy_s[s] += more_jumps / rate * p[s];
    }
    p = jump(chain, p, rate);
    weight *= rate * time_s / jumps;
    more_jumps = std::max(0.0, more_jumps - weight);
  }
  return out;
}

}  // namespace

std::vector<double> steady_state(const MarkovChain& chain) {
  const std::size_t n = chain.states;
  std::vector<std::vector<double>> a(n, std::vector<double>(n, 0.0));
  for (const Transition& t : chain.transitions)
    a[t.from][t.to] += t.rate;
  for (std::size_t k = n - 1; k > 0; --k) {
    const double out = std::accumulate(a[k].begin(), a[k].begin() + static_cast<long>(k), 0.0);
    for (std::size_t i = 0; i < k; ++i) {
      a[i][k] /= out;
      if (a[i][k] > 0)
        for (std::size_t j = 0; j < k; ++j)
          a[i][j] += a[i][k] * a[k][j];
    }
  }
  std::vector<double> p(n, 0.0);
  p[0] = 1;
  for (std::size_t k = 1; k < n; ++k)
    for (std::size_t i = 0; i < k; ++i)
      p[k] += p[i] * a[i][k];
  const double total = std::accumulate(p.begin(), p.end(), 0.0);
  for (double& x : p)
    x /= total;
  return p;
}

Transient advance(const MarkovChain& chain, std::vector<double> start, double time_s) {
  const double rate = fastest_exit(chain);
  const int steps = std::max(1, static_cast<int>(std::ceil(rate * time_s / 30)));
  Transient out{std::move(start), std::vector<double>(chain.states, 0.0)};
  for (int step = 0; step < steps; ++step) {
    Transient little = advance_a_little(chain, std::move(out.probability), rate, time_s / steps);
    out.probability = std::move(little.probability);
    for (std::size_t s = 0; s < chain.states; ++s)
      out.occupancy_s[s] += little.occupancy_s[s];
  }
  return out;
}

}  // namespace validation
