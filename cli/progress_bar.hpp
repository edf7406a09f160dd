#pragma once

#include <chrono>
#include <cstdint>

#include "cli/language.hpp"

namespace cli {

/// Says on standard error how far a run is: a bar with the time left on a terminal, a line per
/// 10 % elsewhere, nothing when quiet.
class ProgressBar {
public:
  ProgressBar(Language language, bool quiet);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::uint64_t done, std::uint64_t total);
  /// From now on `show` counts a part of `all`, of which `before` is done.
  void count_from(std::uint64_t before, std::uint64_t all);

private:
  void draw(std::uint64_t done, std::uint64_t total, double left_s);

  Language language_;
  bool quiet_, terminal_;
  bool drawn_ = false;
  std::uint64_t said_tenths_ = 0, before_ = 0, all_ = 0;
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

}  // namespace cli
