#pragma once

#include <cstddef>
#include <vector>

/// Continuous-time Markov chains that are small enough to solve outright.
namespace validation {

struct Transition {
  std::size_t from, to;
  double rate;  ///< per second, > 0
};

struct MarkovChain {
  std::size_t states = 0;
  std::vector<Transition> transitions;

  /// Adds a transition; one with rate 0 is none.
  void go(std::size_t from, std::size_t to, double rate) {
    if (rate > 0)
      transitions.push_back({from, to, rate});
  }
};

/// The stationary distribution of an irreducible chain. Grassmann, Taksar and Heyman (1985): an
/// elimination without subtractions, so no digits are lost.
std::vector<double> steady_state(const MarkovChain& chain);

struct Transient {
  std::vector<double> probability;  ///< at the end of the time
  std::vector<double> occupancy_s;  ///< expected seconds spent in each state until then
};

/// Where the chain is after `time_s`, by uniformisation (Jensen 1953; Tijms, A First Course in
/// Stochastic Models, 2003, section 4.5).
Transient advance(const MarkovChain& chain, std::vector<double> start, double time_s);

}  // namespace validation
