#include "results/task_claim.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "models/text/file_reader.hpp"
#include "models/text/whole_number.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"

namespace results {
namespace {

namespace fs = std::filesystem;

/// A claim of another machine that was not renewed for so long is taken over. Claims are renewed
/// every `renewal`, so this stands for a machine that is down, not for one that is slow.
constexpr std::chrono::seconds patience = std::chrono::minutes(10), renewal{20};

/// Field 22 of /proc/PID/stat: ticks from the machine's start to the process's. Empty: no process.
std::string start_of(long pid) {
  const std::string stat = models::bytes_if_there(fmt::format("/proc/{}/stat", pid)).value_or("");
  const auto name_end = stat.rfind(')');  // the name may hold anything, blanks and brackets too
  if (name_end == std::string::npos)
    return "";
  std::size_t at = name_end + 1;
  for (int field = 2; field < 21 && at != std::string::npos; ++field)
    at = stat.find(' ', at + 1);
  return at == std::string::npos ? "" : stat.substr(at + 1, stat.find(' ', at + 1) - at - 1);
}

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string json_of(const Claimant& who) {
  const nlohmann::ordered_json out = {{"host", who.host},   {"boot", who.boot},
                                      {"pid", who.pid},     {"started", who.started},
                                      {"slurm", who.slurm}, {"restarts", who.restarts}};
  return out.dump() + "\n";
}

/// Nothing when there is none, or when it is not what we write: nobody stands behind that.
std::optional<Claimant> read_claim(const fs::path& file) {
  const auto text = models::bytes_if_there(file);
  const auto in = nlohmann::json::parse(text.value_or(""), nullptr, false);
  try {
    return Claimant{in.at("host"),    in.at("boot"),  in.at("pid"),
                    in.at("started"), in.at("slurm"), in.value("restarts", 0L)};
  } catch (const nlohmann::json::exception&) {
    return {};
  }
}

fs::path generation_file(const fs::path& name, int generation) {
  return fmt::format("{}.{}", name.string(), generation);
}

[[noreturn]] void cannot_claim(const fs::path& file) {
  throw ResultError(fmt::format("{}: cannot be claimed: {}", file.string(), std::strerror(errno)));
}

/// The highest generation there is; 0: none.
int generation_of(const fs::path& name) {
  const std::string prefix = name.filename().string() + ".";
  int highest = 0;
  std::error_code error;
  fs::directory_iterator at(name.parent_path(), error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string file = at->path().filename().string();
    int found = 0;
    const char* const end = file.data() + file.size();
    if (file.starts_with(prefix) &&
        std::from_chars(file.data() + prefix.size(), end, found).ptr == end)
      highest = std::max(highest, found);
  }
  if (error) {
    errno = error.value();
    cannot_claim(name);
  }
  return highest;
}

/// How long ago the file was touched, by the clock of the server that keeps it; 0 where that cannot
/// be told, as in a folder that may only be read.
std::chrono::seconds age_of(const fs::path& file) {
  struct stat of_file {};
  struct stat of_probe {};
  try {
    const PartFile probe(file.parent_path() / ".clock");
    const bool known = futimens(probe.descriptor(), nullptr) == 0 &&
                       fstat(probe.descriptor(), &of_probe) == 0 &&
                       stat(file.c_str(), &of_file) == 0;
    return std::chrono::seconds(known ? of_probe.st_mtime - of_file.st_mtime : 0);
  } catch (const ResultError&) {
    return {};
  }
}

bool is_gone(const Claimant& who, const fs::path& file) {
  const Claimant self = this_process();
  // Slurm put this task back in the queue; workers of one start of it are told apart as all others.
  if (!who.slurm.empty() && who.slurm == self.slurm && who.restarts < self.restarts)
    return true;
  if (who.host == self.host && who.boot == self.boot)
    return start_of(who.pid) != who.started;
  return age_of(file) > patience;
}

/// Whether a lower generation is held too. That happens when a claim is given back: a process that
/// listed the folder before makes the next generation, and one that listed it afterwards makes the
/// first one again. Whoever finds another claim beside its own gives its own back.
bool is_held_below(const fs::path& name, int generation) {
  for (int below = 1; below < generation; ++below) {
    const fs::path file = generation_file(name, below);
    if (const auto who = read_claim(file); who && !is_gone(*who, file))
      return true;
  }
  return false;
}

/// What killed processes of this machine left of lower generations; for whoever holds this one. A
/// claim of another machine stays: who made it may only have been slow, and would take a later one
/// of the same number for its own.
void remove_left_claims(const fs::path& name, int generation) {
  const Claimant self = this_process();
  for (int below = 1; below < generation; ++below) {
    const fs::path file = generation_file(name, below);
    const auto who = read_claim(file);
    if (who && who->host == self.host && who->boot == self.boot && is_gone(*who, file))
      unlink(file.c_str());
  }
}

}  // namespace

Claimant this_process() {
  char host[256] = {};
  gethostname(host, sizeof host - 1);
  std::string boot = models::bytes_of("/proc/sys/kernel/random/boot_id");
  boot.erase(boot.find_last_not_of('\n') + 1);
  const std::string job = environment("SLURM_ARRAY_JOB_ID");
  const auto restarts = models::whole_number(environment("SLURM_RESTART_COUNT"));
  return {host,
          boot,
          getpid(),
          start_of(getpid()),
          job.empty() ? "" : job + "_" + environment("SLURM_ARRAY_TASK_ID"),
          static_cast<long>(restarts.value_or(0))};
}

std::optional<Claimant> claimant_of(const fs::path& name) {
  const int generation = generation_of(name);
  const fs::path file = generation_file(name, generation);
  const auto who = generation > 0 ? read_claim(file) : std::nullopt;
  return who && !is_gone(*who, file) ? who : std::nullopt;
}

std::optional<TaskClaim> TaskClaim::take(const fs::path& name) {
  const int generation = generation_of(name);
  const fs::path held = generation_file(name, generation);
  const auto who = generation > 0 ? read_claim(held) : std::nullopt;
  if (who && !is_gone(*who, held))
    return {};
  PartFile file(generation_file(name, generation + 1));  // so that it appears whole
  file.append(json_of(this_process()));
  if (!file.commit_new())
    return {};
  TaskClaim claim(name, generation + 1);
  // Another process may have made a claim since we listed the folder. Of two, the one that looks
  // here last sees the other's and gives its own back.
  if (!claim.holds() || is_held_below(name, generation + 1))
    return {};
  remove_left_claims(name, generation + 1);
  return claim;
}

TaskClaim::TaskClaim(fs::path name, int generation)
    : name_(std::move(name)), generation_(generation), renewed_(std::chrono::steady_clock::now()) {}

TaskClaim::TaskClaim(TaskClaim&& other) noexcept
    : name_(std::move(other.name_)),
      generation_(std::exchange(other.generation_, 0)),
      renewed_(other.renewed_) {}

TaskClaim::~TaskClaim() {
  if (generation_ > 0)
    unlink(generation_file(name_, generation_).c_str());
}

void TaskClaim::renew() {
  const auto now = std::chrono::steady_clock::now();
  if (now - renewed_ < renewal)
    return;
  utimensat(AT_FDCWD, generation_file(name_, generation_).c_str(), nullptr, 0);
  renewed_ = now;
}

bool TaskClaim::holds() const {
  return generation_of(name_) == generation_;
}

}  // namespace results
