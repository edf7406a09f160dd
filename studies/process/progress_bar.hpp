#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "studies/on_progress.hpp"

namespace studies {

/// For whom progress is said.
enum class Progress { none, people, json };

/// Says on standard error how far a run is. To people: a bar with the time left on a terminal, a
/// line per 10 % elsewhere. As JSON: a line `{"progress": ...}` ten times a second at most. What is
/// under way counts for the share and the time left. What is done when it is first told was done
/// before, at another time: the time left does not count it.
class ProgressBar {
public:
  /// `time_left`: the words behind the time, as "left".
  ProgressBar(std::string time_left, Progress form);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(Done done, std::uint64_t total);
  /// For as long as this object lives.
  OnProgress follow();

private:
  /// How far it is, and how long it will take.
  struct State {
    std::uint64_t done, total;
    double share, left_s;
  };
  void tell_people(const State& state);
  void tell_program(const State& state);
  void draw(const State& state);

  std::string time_left_;
  Progress form_;
  bool terminal_;
  bool drawn_ = false;
  std::uint64_t said_tenths_ = 0;
  std::optional<double> before_;  ///< steps
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now(), said_{};
};

}  // namespace studies
