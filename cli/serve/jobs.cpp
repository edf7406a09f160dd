#include "cli/serve/jobs.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "models/text/units.hpp"
#include "studies/exit_code.hpp"

namespace cli {
namespace {

constexpr std::array state_names = {"queued", "running",   "done",     "refused", "failed",
                                    "killed", "cancelled", "too_long", "too_much"};

/// All that can be read without waiting.
std::string read_now(int end) {
  std::string out;
  std::array<char, 65536> part{};
  for (ssize_t n = 0; (n = read(end, part.data(), part.size())) > 0 || (n < 0 && errno == EINTR);)
    if (n > 0)
      out.append(part.data(), static_cast<std::size_t>(n));
  return out;
}

bool has_ended(int end) {
  pollfd look{end, POLLIN, 0};
  return poll(&look, 1, 0) == 1;
}

/// What an exit of its own means. Codes 4, 5 and 6 come with a document that says so.
JobState state_of(const studies::ChildEnd& end, bool has_output) {
  if (end.signal != 0)
    return JobState::killed;
  if (end.exit_code == studies::exit_code::wrong_usage ||
      end.exit_code == studies::exit_code::invalid_input)
    return JobState::refused;
  const bool has_result = end.exit_code == studies::exit_code::done ||
                          end.exit_code == studies::exit_code::precision_not_reached ||
                          end.exit_code == studies::exit_code::partial;
  return has_result && has_output ? JobState::done : JobState::failed;
}

struct Progress {
  std::uint64_t done, total;
  double left_s;
};

/// What a child says of its progress (ProgressBar). A message of a file whose name is made to look
/// like it has other keys, or other kinds of values.
std::optional<Progress> progress_in(const std::string& line) {
  static const std::set<std::string> told = {"done", "total", "share", "left_s"};
  if (!line.starts_with("{\"progress\""))
    return {};
  const auto said = nlohmann::json::parse(line, nullptr, false);
  if (!said.is_object() || said.size() != 1 || !said.front().is_object())
    return {};
  const auto& progress = said.front();
  for (const auto& [key, value] : progress.items()) {
    const bool counts = key == "done" || key == "total";
    if (!told.contains(key) || !value.is_number() || value < 0 ||
        (counts && !value.is_number_unsigned()))
      return {};
  }
  return Progress{progress.value("done", std::uint64_t{0}),
                  progress.value("total", std::uint64_t{0}), progress.value("left_s", 0.0)};
}

}  // namespace

bool is_over(JobState state) {
  return state != JobState::queued && state != JobState::running;
}

std::string name_of(JobState state) {
  return state_names.at(static_cast<std::size_t>(state));
}

Jobs::Jobs(const JobLimits& limits)
    : limits_(limits), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), thread_([this] { work(); }) {}

Jobs::~Jobs() {
  stop();
  thread_.join();
}

void Jobs::stop() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  wake();
}

void Jobs::wake() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(wake_.number(), &one, sizeof one);
}

std::optional<std::string> Jobs::add(const JobOrder& order) {
  const std::lock_guard lock(mutex_);
  if (stopping_ || count(true, JobState::queued) + count(false, JobState::queued) >= limits_.queued)
    return {};
  const std::uint64_t id = next_++;
  Job& job = jobs_[id];
  job.view.id = std::to_string(id);
  job.view.order = std::make_shared<const JobOrder>(order);
  changed(job);
  forget_oldest();
  wake();
  return job.view.id;
}

const Jobs::Job* Jobs::find(const std::string& id) const {
  const auto number = models::decimal(id);
  const auto job = number && *number >= 1 && *number < static_cast<double>(next_)
                       ? jobs_.find(static_cast<std::uint64_t>(*number))
                       : jobs_.end();
  return job == jobs_.end() || std::to_string(job->first) != id ? nullptr : &job->second;
}

std::optional<JobView> Jobs::view(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const Job* const job = find(id);
  return job == nullptr ? std::nullopt : std::optional(job->view);
}

std::vector<JobView> Jobs::views() const {
  const std::lock_guard lock(mutex_);
  std::vector<JobView> out;
  for (const auto& [id, job] : jobs_)
    out.push_back(job.view);
  return out;
}

std::optional<JobView> Jobs::next_change(std::uint64_t seen) const {
  const std::lock_guard lock(mutex_);
  const JobView* first = nullptr;
  for (const auto& [id, job] : jobs_)
    if (job.view.version > seen && (first == nullptr || job.view.version < first->version))
      first = &job.view;
  return first == nullptr ? std::nullopt : std::optional(*first);
}

void Jobs::on_change(std::function<void()> tell) {
  const std::lock_guard lock(mutex_);
  tell_ = std::move(tell);
}

bool Jobs::cancel(const std::string& id) {
  const std::lock_guard lock(mutex_);
  if (find(id) == nullptr)
    return false;
  end_as(jobs_.at(std::stoull(id)), JobState::cancelled);
  wake();
  return true;
}

void Jobs::changed(Job& job) {
  job.view.version = ++version_;
  if (tell_)
    tell_();
}

std::size_t Jobs::count(bool quick, JobState state) const {
  return static_cast<std::size_t>(std::count_if(jobs_.begin(), jobs_.end(), [&](const auto& entry) {
    return entry.second.view.order->quick == quick && entry.second.view.state == state;
  }));
}

void Jobs::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    start_waiting();
    std::vector<pollfd> ends = watched();
    constexpr int tick_ms = 200;  // limits of time are looked at so often
    lock.unlock();
    poll(ends.data(), ends.size(), ends.size() > 1 ? tick_ms : -1);
    lock.lock();
    read_now(wake_.number());
    for (auto& [id, job] : jobs_)
      if (job.child)
        look_at(job);
  }
  for (auto& [id, job] : jobs_)
    if (!is_over(job.view.state)) {
      end_as(job, JobState::cancelled);
      if (job.child)
        finish(job);
    }
}

std::vector<pollfd> Jobs::watched() const {
  std::vector<pollfd> out = {{wake_.number(), POLLIN, 0}};
  for (const auto& [id, job] : jobs_)
    if (job.child)
      for (const int end : {job.child->out(), job.child->err(), job.child->end()})
        out.push_back({end, POLLIN, 0});
  return out;
}

void Jobs::start_waiting() {
  for (auto& [id, job] : jobs_) {
    const bool quick = job.view.order->quick;
    const std::size_t most = quick ? limits_.quick_at_once : limits_.long_at_once;
    if (job.view.state == JobState::queued && count(quick, JobState::running) < most)
      start(job);
  }
}

void Jobs::start(Job& job) {
  job.since = Clock::now();
  try {
    job.child = std::make_unique<studies::Child>(job.view.order->child);
    job.view.state = JobState::running;
  } catch (const std::runtime_error& error) {
    job.view.talk = error.what();
    job.view.state = JobState::failed;
  }
  changed(job);
}

void Jobs::look_at(Job& job) {
  const bool ended = has_ended(job.child->end());  // asked first: then all it wrote is there
  take_output(job, read_now(job.child->out()));
  take_talk(job, read_now(job.child->err()));
  if (Clock::now() - job.since > (job.view.order->quick ? limits_.quick : limits_.longest))
    end_as(job, JobState::too_long);
  if (ended)
    finish(job);
}

void Jobs::take_output(Job& job, const std::string& bytes) {
  job.out += bytes;
  if (job.out.size() > limits_.output)
    end_as(job, JobState::too_much);
}

void Jobs::take_talk(Job& job, const std::string& bytes) {
  job.line += bytes;
  for (std::size_t end = 0; (end = job.line.find('\n')) != std::string::npos;) {
    take_line(job, job.line.substr(0, end));
    job.line.erase(0, end + 1);
  }
  if (job.line.size() > limits_.talk)
    end_as(job, JobState::too_much);
}

void Jobs::take_line(Job& job, const std::string& line) {
  if (const auto progress = progress_in(line)) {
    job.view.done = progress->done;
    job.view.total = progress->total;
    job.view.left_s = progress->left_s;
    changed(job);
  } else if (job.view.talk.size() + line.size() < limits_.talk)
    job.view.talk += line + "\n";
}

/// The first reason stays.
void Jobs::end_as(Job& job, JobState why) {
  if (is_over(job.view.state) || job.ended_as != JobState::running)
    return;
  job.ended_as = why;
  if (job.child)
    job.child->kill_group();
  else {
    job.view.state = why;
    changed(job);
  }
}

void Jobs::finish(Job& job) {
  job.view.end = job.child->bury();
  job.child.reset();
  job.view.took_s = std::chrono::duration<double>(Clock::now() - job.since).count();
  const bool ours = job.ended_as != JobState::running;
  if (!ours && !job.line.empty())
    take_line(job, job.line);
  job.view.state = ours ? job.ended_as : state_of(job.view.end, !job.out.empty());
  if (!ours)
    job.view.output = std::make_shared<const std::string>(std::move(job.out));
  job.out.clear();
  changed(job);
}

void Jobs::forget_oldest() {
  const auto over = [](const auto& entry) { return is_over(entry.second.view.state); };
  auto many = static_cast<std::size_t>(std::count_if(jobs_.begin(), jobs_.end(), over));
  for (auto job = jobs_.begin(); many > limits_.kept && job != jobs_.end();)
    if (over(*job)) {
      job = jobs_.erase(job);
      --many;
    } else {
      ++job;
    }
}

}  // namespace cli
