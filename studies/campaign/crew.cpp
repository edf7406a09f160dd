#include "studies/campaign/crew.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <exception>
#include <new>
#include <span>
#include <system_error>
#include <thread>

#include "results/part_file.hpp"
#include "sim/replications/child_process.hpp"
#include "studies/campaign/worker.hpp"
#include "studies/exit_code.hpp"
#include "studies/guarded.hpp"
#include "studies/interrupt.hpp"
#include "studies/say.hpp"

namespace studies {
namespace {

constexpr std::chrono::milliseconds look_again{50}, look_at_rows{1000};
constexpr int most_deaths = 10;  ///< of workers, without a replication finished in between

/// Replications finished by each worker, in memory that they share.
class Counters {
public:
  explicit Counters(std::size_t count) : count_(count) {
    void* const memory =
        mmap(nullptr, bytes(), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
      throw std::bad_alloc();
    counters_ = new (memory) std::atomic<std::uint64_t>[count]();
  }
  ~Counters() { munmap(counters_, bytes()); }
  Counters(const Counters&) = delete;
  Counters& operator=(const Counters&) = delete;

  std::atomic<std::uint64_t>& operator[](std::size_t i) { return counters_[i]; }
  std::uint64_t sum() const {
    std::uint64_t out = 0;
    for (const auto& counter : std::span(counters_, count_))
      out += counter;
    return out;
  }

private:
  std::size_t bytes() const { return count_ * sizeof(std::atomic<std::uint64_t>); }
  std::size_t count_;
  std::atomic<std::uint64_t>* counters_;
};

/// One pass over the tasks: works on those that are free, and whose blocks are known to be needed.
int work_once(const CampaignFolder& folder, CampaignProgress& progress,
              std::atomic<std::uint64_t>& counter, const Interrupt& interrupt) {
  for (std::size_t task = 0; task < folder.manifest().tasks.size(); ++task) {
    if (interrupt.signal() != 0)
      return exit_code::interrupted(interrupt.signal());
    if (!progress.has_work(folder.manifest().tasks[task]))
      continue;
    work_on(folder, progress, task, Unjudged::leave, [&](std::uint64_t ended) {
      counter += ended;
      return interrupt.signal() == 0;
    });
  }
  return exit_code::done;
}

/// Until nothing is left, by us or by others.
int work_to_the_end(const CampaignFolder& folder, std::atomic<std::uint64_t>& counter) {
  const Interrupt interrupt;
  CampaignProgress progress(folder);
  for (;;) {
    if (const int code = work_once(folder, progress, counter, interrupt); code != exit_code::done)
      return code;
    if (interrupt.signal() != 0)
      return exit_code::interrupted(interrupt.signal());
    if (progress.is_complete())
      return exit_code::done;
    std::this_thread::sleep_for(4 * look_again);
  }
}

class Crew {
public:
  Crew(const CampaignFolder& folder, int jobs, const OnProgress& on_progress)
      : folder_(folder),
        on_progress_(on_progress),
        counters_(static_cast<std::size_t>(jobs)),
        workers_(jobs) {}
  /// Whoever is still at work when something is thrown is waited for: nothing is written
  /// afterwards.
  ~Crew() {
    stop_all();
    for (const pid_t worker : workers_)
      if (worker != 0)
        sim::end_of(worker);
    results::remove_left_parts(folder_.claims());  // nobody makes the same claim again
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  int run() {
    const CampaignState before = progress_.state();
    if (before.complete())
      return exit_code::done;
    before_ = before.replications_done;
    all_ = before.replications;
    on_progress_(before_, all_);
    for (std::size_t i = 0; i < workers_.size(); ++i)
      start(i);
    while (alive_ > 0) {
      look_after();
      show();
      std::this_thread::sleep_for(look_again);
    }
    if (interrupt_.signal() != 0)
      return exit_code::interrupted(interrupt_.signal());
    return code_ != exit_code::done || progress_.is_complete() ? code_ : exit_code::partial;
  }

private:
  void start(std::size_t i) {
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0)  // those that are at work go on
      return say("uitwijk: cannot start a worker: {}\n", std::strerror(errno));
    if (child == 0)
      live(i, parent);
    workers_[i] = child;
    ++alive_;
  }

  /// The life of a worker; never returns. It gives its claim back when its parent dies.
  [[noreturn]] void live(std::size_t i, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
      _exit(exit_code::our_fault);
    _exit(guarded([&] { return work_to_the_end(folder_, counters_[i]); }));
  }

  void look_after() {
    if (interrupt_.signal() != 0 && !told_)
      stop_all();
    for (std::size_t i = 0; i < workers_.size(); ++i) {
      int status = 0;
      if (workers_[i] == 0 || waitpid(workers_[i], &status, WNOHANG) != workers_[i])
        continue;
      workers_[i] = 0;
      --alive_;
      if (WIFSIGNALED(status))
        replace(i, WTERMSIG(status));
      else if (WEXITSTATUS(status) != exit_code::done && code_ == exit_code::done)
        give_up(WEXITSTATUS(status));
    }
  }

  /// Rows that stop early make the whole smaller.
  void show() {
    const auto now = std::chrono::steady_clock::now();
    if (folder_.manifest().precision && now - looked_ >= look_at_rows) {
      all_ = progress_.state().replications;
      looked_ = now;
    }
    on_progress_(std::min(before_ + counters_.sum(), all_), all_);
  }

  void replace(std::size_t i, int signal) {
    const std::uint64_t done = counters_.sum();
    deaths_ = done > done_at_death_ ? 1 : deaths_ + 1;
    done_at_death_ = done;
    say("uitwijk: a worker was ended by signal {} ({})\n", signal, strsignal(signal));
    if (deaths_ >= most_deaths)
      return give_up(exit_code::partial);
    if (!told_)
      start(i);
  }

  void give_up(int code) {
    code_ = code;
    stop_all();
  }

  void stop_all() {
    told_ = true;
    for (const pid_t worker : workers_)
      if (worker != 0)
        kill(worker, SIGTERM);
  }

  const CampaignFolder& folder_;
  const OnProgress& on_progress_;
  CampaignProgress progress_{folder_};
  Interrupt interrupt_;
  Counters counters_;
  std::vector<pid_t> workers_;
  int alive_ = 0, deaths_ = 0, code_ = exit_code::done;
  std::uint64_t done_at_death_ = 0, before_ = 0, all_ = 0;
  std::chrono::steady_clock::time_point looked_{};
  bool told_ = false;
};

}  // namespace

int run_crew(const CampaignFolder& folder, int jobs, const OnProgress& on_progress) {
  return Crew(folder, jobs, on_progress).run();
}

}  // namespace studies
