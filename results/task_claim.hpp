#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace results {

/// Who works on a task, as it stands in a claim.
struct Claimant {
  std::string host, boot;  ///< name, and the id of the kernel's last start
  long pid = 0;
  std::string started;  ///< when the process began, in ticks since then
  std::string slurm;    ///< "JOB_TASK" of an array, else empty
  long restarts = 0;    ///< how often Slurm put that task back in the queue
  bool operator==(const Claimant&) const = default;
};

/// This process.
Claimant this_process();

/// The right to work on a task, for one process among many, on one machine or on several that share
/// a file system. A claim is the file NAME.GENERATION, which appears whole and for one process only
/// (PartFile, on NFS as well); the highest generation holds. A claim whose process is gone is never
/// changed: a new generation is made beside it, whose holder removes it when it is of this machine.
class TaskClaim {
public:
  /// Nothing when another process works on it.
  static std::optional<TaskClaim> take(const std::filesystem::path& name);

  TaskClaim(TaskClaim&& other) noexcept;
  TaskClaim& operator=(TaskClaim&&) = delete;
  ~TaskClaim();  ///< gives the claim back, also when the work is not done

  /// Tells other machines that this process lives, at most every 20 s however often it is called. A
  /// claim of which they have heard nothing for 10 min is theirs to take.
  void renew();
  /// False when somebody else has taken over because `renew` was not called for too long.
  bool holds() const;

private:
  TaskClaim(std::filesystem::path name, int generation);

  std::filesystem::path name_;
  int generation_;
  std::chrono::steady_clock::time_point renewed_;
};

/// Who works on a task now; nothing when nobody does, also when a process has died over it.
std::optional<Claimant> claimant_of(const std::filesystem::path& name);

}  // namespace results
