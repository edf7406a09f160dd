#include "tests/validation/queue_formulas.hpp"

#include <cmath>
#include <numeric>

#include "tests/validation/markov_chain.hpp"

namespace validation {
namespace {

std::vector<double> poisson_probabilities(double mean, std::size_t count) {
  std::vector<double> p(count, std::exp(-mean));
  for (std::size_t k = 1; k < count; ++k)
    p[k] = p[k - 1] * mean / static_cast<double>(k);
  return p;
}

/// Calls waiting that a chain must have room for: beyond it less than 1e-12 is left.
std::size_t room_for_waiting(const Queue& queue) {
  return static_cast<std::size_t>(std::ceil(std::log(1e-13) / std::log(queue.utilisation())));
}

/// Bisection for a decreasing function on [low, high].
template <class Function>
double where_it_falls_to(double target, double low, double high, Function f) {
  for (int i = 0; i < 50; ++i) {
    const double middle = (low + high) / 2;
    (f(middle) > target ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

double erlang_b(int servers, double load) {
  double inverse = 1;
  for (int c = 1; c <= servers; ++c)
    inverse = 1 + inverse * c / load;
  return 1 / inverse;
}

double erlang_c(int servers, double load) {
  const double b = erlang_b(servers, load);
  const double utilisation = load / servers;
  return b / (1 - utilisation * (1 - b));
}

double mmc_wait_mean_s(const Queue& queue) {
  return erlang_c(queue.servers, queue.load()) / (queue.drain_per_s() - queue.arrivals_per_s);
}

double mmc_wait_longer(const Queue& queue, double t_s) {
  return erlang_c(queue.servers, queue.load()) *
         std::exp(-(queue.drain_per_s() - queue.arrivals_per_s) * t_s);
}

double mmc_wait_quantile_s(const Queue& queue, double p) {
  const double waits = erlang_c(queue.servers, queue.load());
  return std::log(waits / (1 - p)) / (queue.drain_per_s() - queue.arrivals_per_s);
}

ErlangA erlang_a(const Queue& queue, double patience_s, double norm_s) {
  constexpr std::size_t room = 400;
  const auto c = static_cast<std::size_t>(queue.servers);
  MarkovChain present{room + 1, {}};
  for (std::size_t n = 0; n < room; ++n) {
    const double busy = static_cast<double>(std::min(n + 1, c));
    const double waiting = static_cast<double>(n + 1) - busy;
    present.go(n, n + 1, queue.arrivals_per_s);
    present.go(n + 1, n, busy / queue.handling_s + waiting / patience_s);
  }
  const std::vector<double> p = steady_state(present);

  // A caller who waits: state k is "k before me"; then answered, or gone.
  MarkovChain ahead{room + 2, {}};
  const std::size_t answered = room, gone = room + 1;
  std::vector<double> start(room + 2, 0.0);
  double waiting = 0;
  for (std::size_t n = c; n < room; ++n) {
    const std::size_t k = n - c;
    const double forward = queue.drain_per_s() + static_cast<double>(k) / patience_s;
    ahead.go(k, k == 0 ? answered : k - 1, forward);
    ahead.go(k, gone, 1 / patience_s);
    start[k] = p[n];
    waiting += p[n] * static_cast<double>(k);
  }
  ErlangA out;
  out.wait_mean_s = waiting / queue.arrivals_per_s;  // Little
  out.abandoned = out.wait_mean_s / patience_s;
  const double at_once = std::accumulate(p.begin(), p.begin() + queue.servers, 0.0);
  out.answered_within = at_once + advance(ahead, start, norm_s).probability[answered];
  return out;
}

ConstantHandling::ConstantHandling(const Queue& queue) : queue_(queue) {
  const auto c = static_cast<std::size_t>(queue.servers);
  const std::size_t room = c + room_for_waiting(queue);
  const std::vector<double> arrivals = poisson_probabilities(queue.load(), room + 1);
  present_.assign(room + 1, 0.0);
  present_[0] = 1;
  double change = 1;
  while (change > 1e-14) {
    // Who is in service now is gone a handling time later; all others and all who came are there.
    std::vector<double> next(room + 1, 0.0);
    for (std::size_t n = 0; n <= room; ++n)
      for (std::size_t left = n > c ? n - c : 0, came = 0; left + came <= room; ++came)
        next[left + came] += present_[n] * arrivals[came];
    const double total = std::accumulate(next.begin(), next.end(), 0.0);
    change = 0;
    for (std::size_t n = 0; n <= room; ++n) {
      next[n] /= total;
      change += std::abs(next[n] - present_[n]);
    }
    present_ = std::move(next);
  }
}

double ConstantHandling::wait_mean_s() const {
  double waiting = 0;
  for (std::size_t n = static_cast<std::size_t>(queue_.servers); n < present_.size(); ++n)
    waiting += present_[n] * static_cast<double>(n - static_cast<std::size_t>(queue_.servers));
  return waiting / queue_.arrivals_per_s;
}

double ConstantHandling::wait_at_most(double t_s) const {
  const auto c = static_cast<std::size_t>(queue_.servers);
  const auto k = static_cast<std::size_t>(std::floor(t_s / queue_.handling_s)) + 1;
  const std::size_t terms = k * c;
  const double ahead_s = static_cast<double>(k) * queue_.handling_s - t_s;
  const std::vector<double> arrivals =
      poisson_probabilities(queue_.arrivals_per_s * ahead_s, terms);
  double sum = 0;
  for (std::size_t j = 0; j < terms; ++j) {
    const auto end = static_cast<long>(std::min(present_.size(), c + terms - 1 - j + 1));
    sum += arrivals[j] * std::accumulate(present_.begin(), present_.begin() + end, 0.0);
  }
  return sum;
}

std::vector<double> cobham_wait_mean_s(const Queue& queue,
                                       const std::vector<double>& class_shares) {
  const double until_one_is_free_s = erlang_c(queue.servers, queue.load()) / queue.drain_per_s();
  std::vector<double> wait_s;
  double before = 0;
  for (const double share : class_shares) {
    const double with = before + share * queue.utilisation();
    wait_s.push_back(until_one_is_free_s / ((1 - before) * (1 - with)));
    before = with;
  }
  return wait_s;
}

double first_class_waits_longer(const Queue& queue, double first_class_share, double t_s) {
  const double spare_per_s = queue.drain_per_s() - first_class_share * queue.arrivals_per_s;
  return erlang_c(queue.servers, queue.load()) * std::exp(-spare_per_s * t_s);
}

double random_order_waits_longer(const Queue& queue, double t_s) {
  const std::size_t room = room_for_waiting(queue);
  MarkovChain others{room + 1, {}};
  const std::size_t picked = room;
  std::vector<double> start(room + 1, 0.0);
  const double waits = erlang_c(queue.servers, queue.load());
  for (std::size_t n = 0; n < room; ++n) {
    const double share = 1 / static_cast<double>(n + 1);
    others.go(n, picked, queue.drain_per_s() * share);
    if (n > 0)
      others.go(n, n - 1, queue.drain_per_s() * (1 - share));
    if (n + 1 < room)
      others.go(n, n + 1, queue.arrivals_per_s);
    start[n] =
        waits * (1 - queue.utilisation()) * std::pow(queue.utilisation(), static_cast<double>(n));
  }
  return waits - advance(others, start, t_s).probability[picked];
}

double random_order_wait_quantile_s(const Queue& queue, double p) {
  const auto longer = [&](double t_s) { return random_order_waits_longer(queue, t_s); };
  double high = queue.handling_s;
  while (longer(high) > 1 - p)
    high *= 2;
  return where_it_falls_to(1 - p, 0, high, longer);
}

}  // namespace validation
