#include "cli/slurm_script.hpp"

#include <fmt/format.h>

#include "cli/study_options.hpp"

namespace cli {
namespace {

std::string option(const char* name, const std::string& value) {
  return value.empty() ? "" : fmt::format("#SBATCH --{}={}\n", name, value);
}

std::string head(const SlurmJobs& jobs, const std::string& name, const std::string& time,
                 const char* log) {
  return "#!/bin/bash\n" + option("job-name", name) + option("time", time) + option("ntasks", "1") +
         option("cpus-per-task", "1") + option("mem", jobs.memory) +
         option("partition", jobs.partition) + option("account", jobs.account) +
         option("chdir", jobs.directory.string()) +
         option("output", (jobs.folder / "logs" / log).string()) + option("open-mode", "append");
}

/// `exec`: the program takes the place of the shell, so that the signal reaches it.
std::string last_line(const SlurmJobs& jobs, const std::string& arguments) {
  return fmt::format("umask 077\nexec {} campaign {}\n", shell_quoted(jobs.program.string()),
                     arguments);
}

}  // namespace

std::string array_indices(const std::vector<std::size_t>& tasks) {
  std::string out;
  for (std::size_t i = 0; i < tasks.size();) {
    std::size_t end = i;
    while (end + 1 < tasks.size() && tasks[end + 1] == tasks[end] + 1)
      ++end;
    out += (out.empty() ? "" : ",") + std::to_string(tasks[i]);
    if (end > i)
      out += "-" + std::to_string(tasks[end]);
    i = end + 1;
  }
  return out;
}

std::string array_script(const SlurmJobs& jobs) {
  const std::string most = jobs.at_once > 0 ? fmt::format("%{}", jobs.at_once) : "";
  return head(jobs, jobs.name, jobs.time, "task-%a.log") +
         option("array", array_indices(jobs.tasks) + most) + option("signal", "B:TERM@60") +
         "#SBATCH --requeue\n" +
         last_line(jobs, fmt::format("run {} --task \"$SLURM_ARRAY_TASK_ID\"",
                                     shell_quoted(jobs.folder.string())));
}

std::string merge_script(const SlurmJobs& jobs) {
  return head(jobs, jobs.name + "-merge", jobs.merge_time, "merge.log") + "#SBATCH --requeue\n" +
         last_line(jobs, fmt::format("merge {} -o {}", shell_quoted(jobs.folder.string()),
                                     shell_quoted(jobs.output.string())));
}

}  // namespace cli
