#include "cli/progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "reports/words/words.hpp"
#include "studies/say.hpp"

namespace cli {
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

ProgressBar::ProgressBar(reports::Language language, Progress form)
    : language_(language), form_(form), terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (drawn_)
    studies::write_to_stderr("\r\033[K");
}

studies::OnProgress ProgressBar::follow() {
  return [this](std::uint64_t done, std::uint64_t total) {
    show(done, total);
    return true;
  };
}

void ProgressBar::show(std::uint64_t done, std::uint64_t total) {
  if (!before_)
    before_ = done;
  const std::uint64_t now = done - std::min(done, *before_);
  if (form_ == Progress::none || total == 0 || now == 0)
    return;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - since_;
  const double left_s =
      passed.count() / static_cast<double>(now) * static_cast<double>(total - done);
  if (form_ == Progress::json)
    tell_program(done, total, left_s);
  else
    tell_people(done, total, left_s);
}

void ProgressBar::tell_program(std::uint64_t done, std::uint64_t total, double left_s) {
  constexpr std::chrono::milliseconds pause{100};
  const auto now = std::chrono::steady_clock::now();
  if (done < total && now - said_ < pause)
    return;
  said_ = now;
  studies::say("{{\"progress\": {{\"done\": {}, \"total\": {}, \"left_s\": {:.1f}}}}}\n", done,
               total, left_s);
}

void ProgressBar::tell_people(std::uint64_t done, std::uint64_t total, double left_s) {
  const std::uint64_t tenths = 10 * done / total;
  if (terminal_)
    draw(done, total, left_s);
  else if (tenths > said_tenths_)
    studies::say("{} % ({}/{}), {} {}\n", 10 * tenths, done, total, clock_text(left_s),
                 reports::word("time_left", language_));
  said_tenths_ = tenths;
}

void ProgressBar::draw(std::uint64_t done, std::uint64_t total, double left_s) {
  const std::size_t filled = bar_width * done / total;
  studies::write_to_stderr(fmt::format("\r[{}{}] {}/{}  {} {}\033[K", std::string(filled, '#'),
                                       std::string(bar_width - filled, '-'), done, total,
                                       clock_text(left_s), reports::word("time_left", language_)));
  drawn_ = true;
}

}  // namespace cli
