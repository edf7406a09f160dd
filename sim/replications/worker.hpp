#pragma once

#include <sys/types.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"
#include "sim/replications/room.hpp"
#include "sim/replications/shared_block.hpp"
#include "sim/replications/shared_memory.hpp"

namespace sim {

class WorldEngine;

/// What is said of a world that had too little.
inline constexpr const char* no_memory = "there is not enough memory for it";

/// One world of one replication.
struct WorldJob {
  std::uint64_t replication = 0;
  bool twin = false;
  double begins_s = 0;  ///< on the kernel's clock
  Room room;
  bool alone = false;  ///< the worker takes no other
};

/// What all workers of a study do; they know it when they are forked.
struct Work {
  const models::World& world;
  const std::function<scenarios::Scenario(std::uint64_t)>& scenario_of;
  std::uint64_t seed = 1, calls = 0;
};

/// A child process that lives for many worlds: one engine, each world at a later clock. It holds no
/// lock, and of open files only those in memory for what it sees; it dies with its parent.
class Worker {
public:
  /// Forks. `done` is rung each time that a world is done. Throws std::system_error and
  /// std::bad_alloc.
  Worker(const Work& work, const Room& room, SharedBell& done);
  /// Ends it, whatever it does.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  bool is_busy() const { return busy_; }
  /// How much of the time of its world is simulated, from 0 to 1.
  double part() const { return std::clamp(desk_->part.load(), 0.0, 1.0); }
  /// It is idle, before the begin of this world, with enough room and a place for what it sees.
  bool can_take(const WorldJob& job) const;
  /// It will never be able to.
  bool is_past(const WorldJob& job) const;
  /// The block will have what the world was like; it is not used again while somebody holds it.
  std::shared_ptr<SharedBlock> give(const WorldJob& job);

  enum class State { idle, working, done, failed };
  /// Whether its world is done by now. After `done` it is idle; after `failed` it is dead.
  State look();
  const WorldJob& job() const { return job_; }
  /// Why it failed.
  const std::string& failure() const { return failure_; }
  /// It failed by what the system refused it, or ended it for.
  bool was_refused() const { return was_refused_; }
  /// It takes no other world: it failed, it was meant for one, or something was left of that.
  bool is_finished() const { return finished_; }

private:
  enum class Sign : int { none, done, done_and_leaves, failed, refused };
  struct Desk {  // between the two processes
    SharedBell go;
    WorldJob job;
    int block = 0;
    std::atomic<Sign> sign = Sign::none;
    std::atomic<double> part = 0;
  };

  [[noreturn]] void live(const Work& work, pid_t parent, SharedBell& done) noexcept;
  Sign simulate(const Work& work, std::optional<WorldEngine>& engine);
  State leave();
  void bury(int status);

  Room room_;
  std::array<std::shared_ptr<SharedBlock>, 2> blocks_;
  Shared<Desk> desk_;
  pid_t child_ = 0;
  bool busy_ = false, finished_ = false, was_refused_ = false;
  WorldJob job_;
  std::string failure_;
};

}  // namespace sim
