#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace studies {

/// What the jobs of a campaign ask of Slurm, and what they run.
struct SlurmJobs {
  std::filesystem::path program, folder, directory, output;  ///< absolute
  std::vector<std::size_t> tasks;
  std::string name, time, merge_time, memory, partition, account;
  std::size_t at_once = 0;  ///< tasks of the array; 0: as many as Slurm likes
};

/// A job array: one job for each task. Slurm sends SIGTERM a minute before the time is up, and puts
/// a job back in the queue when its node fails; both find the finished blocks again.
std::string array_script(const SlurmJobs& jobs);
/// The job that merges when all have ended.
std::string merge_script(const SlurmJobs& jobs);

/// The number of the job that Slurm makes of a script. Throws results::ResultError when it refuses
/// or is not here, models::SystemFault when it cannot be asked.
std::string submit(const std::string& options, const std::filesystem::path& script);

/// "0-3,7".
std::string array_indices(const std::vector<std::size_t>& tasks);

}  // namespace studies
