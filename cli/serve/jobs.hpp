#pragma once

#include <poll.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/serve/command_line.hpp"
#include "studies/process/child.hpp"

namespace cli {

enum class JobState {
  queued,
  running,
  done,
  refused,    ///< the input is wrong; the talk says what
  failed,     ///< it ended with another exit code, or gave no document
  killed,     ///< a signal that was not ours
  cancelled,  ///< as asked
  too_long,   ///< longer than the limit
  too_much    ///< gave more output than the limit
};
bool is_over(JobState state);
std::string name_of(JobState state);

/// A job as a command line, and which field of a request each part of it came from.
struct JobOrder {
  studies::ChildOrder child;
  bool quick = false;       ///< has a lane of its own, before all that takes long
  std::string command;      ///< as one would type it
  bool gives_page = false;  ///< HTML instead of JSON
  Marks marks;              ///< whose fields its problems are
};

/// What there is to say about a job now.
struct JobView {
  std::string id;
  std::shared_ptr<const JobOrder> order;
  JobState state = JobState::queued;
  std::uint64_t version = 0;  ///< grows with every change of any job
  std::uint64_t done = 0, total = 0;
  double left_s = 0, took_s = 0;
  studies::ChildEnd end;
  std::string talk;                           ///< its standard error without progress
  std::shared_ptr<const std::string> output;  ///< its standard output, once it is over
};

struct JobLimits {
  std::size_t quick_at_once = 4, long_at_once = 2;
  std::size_t queued = 32;  ///< that wait; more are turned away
  std::size_t kept = 64;    ///< jobs that are over and can still be asked for
  std::size_t output = 64U << 20, talk = 64U << 10;  ///< bytes
  std::chrono::milliseconds quick{60'000}, longest{1'800'000};
};

/// Runs children, a few at a time, on a thread of its own; its functions may be called from any
/// other. All that runs is ended when it goes.
class Jobs {
public:
  explicit Jobs(const JobLimits& limits);
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// Its id, or nothing when too many wait.
  std::optional<std::string> add(const JobOrder& order);
  std::optional<JobView> view(const std::string& id) const;
  /// All that run, wait or are kept, the oldest first.
  std::vector<JobView> views() const;
  /// The one that changed first after version `seen`.
  std::optional<JobView> next_change(std::uint64_t seen) const;
  /// Is called after every change, on any thread and with the jobs locked.
  void on_change(std::function<void()> tell);
  const JobLimits& limits() const { return limits_; }
  /// Asks for its end, which `view` tells. False when there is no such job.
  bool cancel(const std::string& id);
  /// Ends everything.
  void stop();

private:
  using Clock = std::chrono::steady_clock;
  struct Job {
    JobView view;
    std::unique_ptr<studies::Child> child;
    std::string out, line;
    Clock::time_point since{};
    JobState ended_as = JobState::running;  ///< why we ended it, else running
  };
  using Table = std::map<std::uint64_t, Job>;

  // All below but `work` is called with the mutex held.
  void work();
  void start_waiting();
  void start(Job& job);
  /// What poll is to look at.
  std::vector<pollfd> watched() const;
  void look_at(Job& job);
  void take_output(Job& job, const std::string& bytes);
  void take_talk(Job& job, const std::string& bytes);
  void take_line(Job& job, const std::string& line);
  void end_as(Job& job, JobState why);
  void finish(Job& job);
  void forget_oldest();
  void changed(Job& job);
  std::size_t count(bool quick, JobState state) const;
  const Job* find(const std::string& id) const;
  void wake() const;

  JobLimits limits_;
  mutable std::mutex mutex_;
  std::function<void()> tell_;
  Table jobs_;
  std::uint64_t next_ = 1, version_ = 0;
  bool stopping_ = false;
  studies::Descriptor wake_;
  std::thread thread_;
};

}  // namespace cli
