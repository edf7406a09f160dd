#include "studies/campaign/slurm_script.hpp"

#include <fmt/format.h>
#include <stdio.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "models/text/file_reader.hpp"
#include "models/text/problems.hpp"
#include "results/result_file.hpp"
#include "studies/study_reader.hpp"

namespace studies {
namespace {

void refuse_if(bool refused, const char* name, const std::string& value, const char* why) {
  if (refused)
    models::refuse({fmt::format("--{} of Slurm: '{}'", name, value), 0, 0}, why);
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
}

/// In double quotes where Slurm would read more or less than one word. A line has no way to hold
/// its own end.
std::string quoted(const std::string& value) {
  if (shell_quoted(value) == value)
    return value;
  std::string out = "\"";
  for (const char c : value)
    out += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
  return out + "\"";
}

std::string option(const char* name, const std::string& value) {
  refuse_if(std::any_of(value.begin(), value.end(), is_control), name, value,
            "has a line end or another control character, which no job script can hold");
  return value.empty() ? "" : fmt::format("#SBATCH --{}={}\n", name, quoted(value));
}

/// `pattern` in that folder, whose own name is none. A backslash would tell Slurm that the
/// pattern is none either.
std::string log_option(const std::filesystem::path& folder, const char* pattern) {
  refuse_if(folder.string().find('\\') != std::string::npos, "output", folder.string(),
            "has a backslash, with which Slurm fills in no number of a task");
  std::string plain;
  for (const char c : folder.string())
    plain += c == '%' ? "%%" : std::string(1, c);
  return option("output", plain + "/" + pattern);
}

std::string head(const SlurmJobs& jobs, const std::string& name, const std::string& time,
                 const char* log) {
  return "#!/bin/bash\n" + option("job-name", name) + option("time", time) + option("ntasks", "1") +
         option("cpus-per-task", "1") + option("mem", jobs.memory) +
         option("partition", jobs.partition) + option("account", jobs.account) +
         option("chdir", jobs.directory.string()) + log_option(jobs.folder / "logs", log) +
         option("open-mode", "append");
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

std::string submit(const std::string& options, const std::filesystem::path& script) {
  const std::string command =
      fmt::format("sbatch --parsable {}{}", options, shell_quoted(script.string()));
  std::FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr)
    models::system_refuses("sbatch", "cannot be started", errno);
  std::string answer;
  char buffer[256];
  while (std::fgets(buffer, sizeof buffer, pipe) != nullptr)
    answer += buffer;
  const int status = pclose(pipe);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
    throw results::ResultError(
        "sbatch is not here: submit from a machine of the cluster, or use --dry-run");
  if (status != 0 || answer.empty())
    throw results::ResultError(fmt::format("refused by Slurm: {}", command));
  return answer.substr(0, answer.find_first_of(";\n"));  // "JOB;CLUSTER"
}

}  // namespace studies
