#include "sim/replications/worker.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <new>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "sim/replications/child_process.hpp"
#include "sim/replications/slots.hpp"
#include "sim/replications/world_engine.hpp"

namespace sim {

namespace {

/// More than is asked for: the next replication may need a little more.
Room generous(const Room& room) {
  return {std::bit_ceil(room.callers), room.floods > 0 ? std::bit_ceil(room.floods) : 0};
}

/// What a system sends that has no more memory, time or room. Other signals a program brings upon
/// itself.
bool is_of_the_system(int signal) {
  constexpr std::array all = {SIGKILL, SIGTERM, SIGXCPU, SIGXFSZ, SIGBUS};
  return std::ranges::find(all, signal) != all.end();
}

}  // namespace

Worker::Worker(const Work& work, const Room& room, SharedBell& done) : room_(generous(room)) {
  for (auto& block : blocks_)
    block = std::make_shared<SharedBlock>(room_.callers);
  const pid_t parent = getpid();
  child_ = fork();
  if (child_ < 0)
    throw std::system_error(errno, std::generic_category(), "cannot start a child process");
  if (child_ == 0)
    live(work, parent, done);
}

Worker::~Worker() {
  if (child_ == 0)
    return;
  kill(child_, SIGKILL);
  end_of(child_);
}

bool Worker::is_past(const WorldJob& job) const {
  return finished_ || job_.begins_s > job.begins_s || job.room.callers > room_.callers ||
         job.room.floods > room_.floods;
}

bool Worker::can_take(const WorldJob& job) const {
  return !busy_ && !is_past(job) && job_.begins_s < job.begins_s &&
         std::ranges::any_of(blocks_, [](const auto& block) { return block.use_count() == 1; });
}

std::shared_ptr<SharedBlock> Worker::give(const WorldJob& job) {
  const auto block =
      std::ranges::find_if(blocks_, [](const auto& one) { return one.use_count() == 1; });
  job_ = job;
  busy_ = true;
  desk_->job = job;
  desk_->block = static_cast<int>(block - blocks_.begin());
  desk_->sign = Sign::none;
  desk_->part = 0;
  desk_->go.ring();
  return *block;
}

Worker::State Worker::look() {
  if (!busy_)
    return State::idle;
  const Sign sign = desk_->sign;
  if (sign == Sign::done || sign == Sign::done_and_leaves) {
    busy_ = false;
    finished_ = job_.alone || sign == Sign::done_and_leaves;
    return State::done;
  }
  int status = 0;
  if (sign == Sign::none && waitpid(child_, &status, WNOHANG) == 0)
    return State::working;
  if (sign == Sign::failed || sign == Sign::refused)
    status = end_of(child_);
  else if (desk_->sign == Sign::done_and_leaves)  // and left between the two looks
    return leave();
  bury(status);
  return State::failed;
}

Worker::State Worker::leave() {
  child_ = 0;
  busy_ = false;
  finished_ = true;
  return State::done;
}

void Worker::bury(int status) {
  child_ = 0;
  busy_ = false;
  finished_ = true;
  failure_ = blocks_[static_cast<std::size_t>(desk_->block)]->error();
  was_refused_ =
      desk_->sign == Sign::refused || (WIFSIGNALED(status) && is_of_the_system(WTERMSIG(status)));
  if (WIFSIGNALED(status))
    failure_ = std::string("a child process was ended by signal ") +
               std::to_string(WTERMSIG(status)) + " (" + strsignal(WTERMSIG(status)) + ")";
  else if (failure_.empty())
    failure_ = "a child process ended by itself";
}

// ---------------------------------------------------------------- in the child

/// From the first world to the last; never returns.
void Worker::live(const Work& work, pid_t parent, SharedBell& done) noexcept {
  if (!belong_to(parent))
    _exit(1);
  std::array kept = {blocks_[0]->descriptor(), blocks_[1]->descriptor()};
  std::ranges::sort(kept);
  keep_open(kept);
  std::optional<WorldEngine> engine;
  for (Sign sign = Sign::done; sign == Sign::done;) {
    desk_->go.wait();
    sign = simulate(work, engine);
    desk_->sign = sign;
    done.ring();
  }
  _exit(0);
}

Worker::Sign Worker::simulate(const Work& work, std::optional<WorldEngine>& engine) {
  const WorldJob& job = desk_->job;
  SharedBlock& block = *blocks_[static_cast<std::size_t>(desk_->block)];
  try {
    block.clear();
    if (!engine)
      engine.emplace(work.world, room_.floods);
    const auto scenario = work.scenario_of(job.replication);
    const double lasts_s = scenario.window.end_s + scenario.window.drain_s;
    const auto run = engine->run(
        {scenario, {work.seed, job.replication}, job.twin, job.begins_s},
        {block.fates(), work.calls, [&](double now_s) { desk_->part = now_s / lasts_s; }});
    if (run.facts.conservation_error > 0)
      throw std::logic_error("the conservation audit misses " +
                             std::to_string(run.facts.conservation_error));
    block.put(run.facts, run.background_callers);
    return engine->is_ready(job.begins_s + slot_s(scenario.window)) ? Sign::done
                                                                    : Sign::done_and_leaves;
  } catch (const std::bad_alloc&) {
    block.put_error(no_memory);
    return Sign::refused;
  } catch (const std::system_error& error) {
    block.put_error(error.what());
    return Sign::refused;
  } catch (const std::exception& error) {
    block.put_error(error.what());
  }
  return Sign::failed;
}

}  // namespace sim
