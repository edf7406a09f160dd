#pragma once

#include <cstdint>

#include "sim/replications/run_study.hpp"
#include "studies/interrupt.hpp"
#include "studies/on_progress.hpp"

namespace studies {

/// How far a study of several parts is, in replications; notes interruptions.
class Pace {
public:
  Pace(std::uint64_t total, const OnProgress& on_progress)
      : total_(total), on_progress_(on_progress) {}

  /// For replications that follow those that are done.
  sim::OnProgress follow() {
    return [this](const sim::Progress& progress) {
      const Done done(done_ + progress.done + progress.failed, progress.under_way);
      return on_progress_(done, total_) && interrupt_.signal() == 0;
    };
  }
  /// The same for a study that counts for itself.
  OnProgress follow_study() {
    return [this](Done done, std::uint64_t) { return on_progress_(done.after(done_), total_); };
  }
  void add(std::uint64_t replications) { done_ += replications; }
  /// At least so many are done: what was not needed is behind.
  void go_to(std::uint64_t replications) { done_ = replications > done_ ? replications : done_; }
  int signal() const { return interrupt_.signal(); }

private:
  std::uint64_t total_, done_ = 0;
  const OnProgress& on_progress_;
  Interrupt interrupt_;
};

}  // namespace studies
