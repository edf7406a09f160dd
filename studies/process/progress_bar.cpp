#include "studies/process/progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "studies/say.hpp"

namespace studies {
namespace {

constexpr std::size_t bar_width = 40;

/// "0:07", "12:34", "1:02:03".
std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 3600)
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

ProgressBar::ProgressBar(std::string time_left, Progress form)
    : time_left_(std::move(time_left)), form_(form), terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (drawn_)
    write_to_stderr("\r\033[K");
}

OnProgress ProgressBar::follow() {
  return [this](Done done, std::uint64_t total) {
    show(done, total);
    return true;
  };
}

void ProgressBar::show(Done done, std::uint64_t total) {
  const double all = static_cast<double>(total);
  const double so_far = std::min(static_cast<double>(done.steps) + done.under_way, all);
  if (!before_)
    before_ = so_far;
  const double now = so_far - *before_;
  if (form_ == Progress::none || now <= 0)
    return;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - since_;
  const State state = {done.steps, total, so_far / all, passed.count() / now * (all - so_far)};
  if (form_ == Progress::json)
    tell_program(state);
  else
    tell_people(state);
}

void ProgressBar::tell_program(const State& state) {
  constexpr std::chrono::milliseconds pause{100};
  const auto now = std::chrono::steady_clock::now();
  if (state.done < state.total && now - said_ < pause)
    return;
  said_ = now;
  say("{{\"progress\": {{\"done\": {}, \"total\": {}, \"share\": {:.4f}, \"left_s\": {:.1f}}}}}\n",
      state.done, state.total, state.share, state.left_s);
}

void ProgressBar::tell_people(const State& state) {
  const auto tenths = static_cast<std::uint64_t>(10 * state.share);
  if (terminal_)
    draw(state);
  else if (tenths > said_tenths_)
    say("{} % ({}/{}), {} {}\n", 10 * tenths, state.done, state.total, clock_text(state.left_s),
        time_left_);
  said_tenths_ = std::max(said_tenths_, tenths);
}

void ProgressBar::draw(const State& state) {
  const auto filled = static_cast<std::size_t>(bar_width * state.share);
  write_to_stderr(fmt::format("\r[{}{}] {}/{}  {} {}\033[K", std::string(filled, '#'),
                              std::string(bar_width - filled, '-'), state.done, state.total,
                              clock_text(state.left_s), time_left_));
  drawn_ = true;
}

}  // namespace studies
