#include "results/task_claim.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "results/result_file.hpp"
#include "tests/unit/results/example.hpp"

/// Who may work on a task, among processes of this machine and of others.
namespace {

namespace fs = std::filesystem;
using results::Claimant;
using results::claimant_of;
using results::TaskClaim;
using results::this_process;
using results_example::Folder;
using results_example::put;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Another process, which takes a claim and keeps it until it is told to go.
class Other {
public:
  explicit Other(const fs::path& name) {
    int ready[2], go[2];
    if (pipe(ready) != 0 || pipe(go) != 0)
      throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) {
      close(go[1]);
      auto claim = TaskClaim::take(name);
      char byte = claim ? 'y' : 'n';
      [[maybe_unused]] auto done = ::write(ready[1], &byte, 1);
      done = ::read(go[0], &byte, 1);
      if (claim && !claim->holds())
        _exit(3);
      claim.reset();
      _exit(0);
    }
    close(go[0]);
    close(ready[1]);
    go_ = go[1];
    char byte = 0;
    taken_ = ::read(ready[0], &byte, 1) == 1 && byte == 'y';
    close(ready[0]);
  }
  ~Other() {
    if (pid_ > 0)
      end();
  }
  Other(const Other&) = delete;
  Other& operator=(const Other&) = delete;

  bool has_taken() const { return taken_; }
  pid_t pid() const { return pid_; }
  /// It gives the claim back and ends; its exit code.
  int end() {
    close(go_);
    return wait();
  }
  /// It dies over its work.
  void kill() {
    ::kill(pid_, SIGKILL);
    close(go_);
    wait();
  }

private:
  int wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  pid_t pid_ = 0;
  int go_ = -1;
  bool taken_ = false;
};

std::vector<std::string> names_in(const Folder& folder) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder.path()))
    out.push_back(entry.path().filename());
  return out;
}

/// A claim as another process would have written it.
void write_claim(const fs::path& file, const Claimant& who) {
  put(file, nlohmann::json{{"host", who.host},
                           {"boot", who.boot},
                           {"pid", who.pid},
                           {"started", who.started},
                           {"slurm", who.slurm}}
                .dump());
}

void touch_so_long_ago(const fs::path& file, int seconds) {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  now.tv_sec -= seconds;
  const timespec times[2] = {now, now};
  ASSERT_EQ(utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
}

TEST(ThisProcess, IsKnownByMachineNumberAndStart) {
  const Claimant self = this_process();
  EXPECT_EQ(self.pid, getpid());
  EXPECT_EQ(self.boot.size(), 36u) << self.boot;
  EXPECT_FALSE(self.host.empty());
  EXPECT_GT(std::stoull(self.started), 0u);
  EXPECT_EQ(self, this_process());
}

TEST(ThisProcess, IsTheTaskOfItsArray) {
  unsetenv("SLURM_ARRAY_JOB_ID");
  EXPECT_EQ(this_process().slurm, "");
  setenv("SLURM_ARRAY_JOB_ID", "41", 1);
  setenv("SLURM_ARRAY_TASK_ID", "7", 1);
  EXPECT_EQ(this_process().slurm, "41_7");
  unsetenv("SLURM_ARRAY_JOB_ID");
  unsetenv("SLURM_ARRAY_TASK_ID");
}

TEST(TaskClaim, IsTakenOnceAndGivenBack) {
  const Folder folder;
  {
    const auto claim = TaskClaim::take(folder / "task-1");
    ASSERT_TRUE(claim);
    EXPECT_TRUE(claim->holds());
    EXPECT_EQ(claimant_of(folder / "task-1"), this_process());
    EXPECT_THAT(names_in(folder), UnorderedElementsAre("task-1.1"));
    EXPECT_FALSE(TaskClaim::take(folder / "task-1")) << "not even by ourselves";
  }
  EXPECT_FALSE(claimant_of(folder / "task-1"));
  EXPECT_THAT(names_in(folder), IsEmpty());
  EXPECT_TRUE(TaskClaim::take(folder / "task-1"));
}

TEST(TaskClaim, IsReadByItsOwnerOnly) {
  const Folder folder;
  const auto claim = TaskClaim::take(folder / "task-1");
  struct stat there {};
  ASSERT_EQ(stat((folder / "task-1.1").c_str(), &there), 0);
  EXPECT_EQ(there.st_mode & 0777, 0600u);
}

TEST(TaskClaim, TasksDoNotGetInEachOthersWay) {
  const Folder folder;
  const auto one = TaskClaim::take(folder / "task-1");
  EXPECT_TRUE(TaskClaim::take(folder / "task-10"));
  EXPECT_TRUE(TaskClaim::take(folder / "task"));
  EXPECT_TRUE(TaskClaim::take(folder / "task-1.x"));
  EXPECT_TRUE(one->holds());
}

TEST(TaskClaim, AnotherProcessThatWorksKeepsIt) {
  const Folder folder;
  Other other(folder / "task-1");
  ASSERT_TRUE(other.has_taken());
  EXPECT_FALSE(TaskClaim::take(folder / "task-1"));
  const auto who = claimant_of(folder / "task-1");
  ASSERT_TRUE(who);
  EXPECT_EQ(who->pid, other.pid());
  EXPECT_EQ(other.end(), 0);
  EXPECT_FALSE(claimant_of(folder / "task-1"));
  EXPECT_TRUE(TaskClaim::take(folder / "task-1"));
}

TEST(TaskClaim, WhatWeHoldAnotherDoesNotGet) {
  const Folder folder;
  const auto claim = TaskClaim::take(folder / "task-1");
  const Other other(folder / "task-1");
  EXPECT_FALSE(other.has_taken());
  EXPECT_TRUE(claim->holds());
  EXPECT_THAT(names_in(folder), UnorderedElementsAre("task-1.1")) << "the loser leaves nothing";
}

TEST(TaskClaim, OfADeadProcessIsTakenOver) {
  const Folder folder;
  Other other(folder / "task-1");
  ASSERT_TRUE(other.has_taken());
  other.kill();
  EXPECT_FALSE(claimant_of(folder / "task-1")) << "nobody works on it";
  const auto claim = TaskClaim::take(folder / "task-1");
  ASSERT_TRUE(claim);
  EXPECT_THAT(names_in(folder), UnorderedElementsAre("task-1.2")) << "the dead one's is taken away";
  EXPECT_EQ(claimant_of(folder / "task-1"), this_process());
}

TEST(TaskClaim, WhatWasLeftOfAClaimThatWasNeverMadeIsTakenAway) {
  const Folder folder;
  put(folder / "task-1.1.part.7", "half a cla");
  const auto claim = TaskClaim::take(folder / "task-1");
  ASSERT_TRUE(claim);
  EXPECT_THAT(names_in(folder), UnorderedElementsAre("task-1.1"));
}

TEST(TaskClaim, ANumberThatWasGivenOutAgainIsAnotherProcess) {
  const Folder folder;
  Claimant before = this_process();
  before.started = std::to_string(std::stoull(before.started) - 1);
  write_claim(folder / "task-1.1", before);
  EXPECT_FALSE(claimant_of(folder / "task-1"));
  EXPECT_TRUE(TaskClaim::take(folder / "task-1"));
}

TEST(TaskClaim, OfAnotherMachineIsBelievedForTenMinutes) {
  const Folder folder;
  const Claimant far{"elsewhere", "another-boot", 1, "1", ""};
  write_claim(folder / "task-1.1", far);
  EXPECT_EQ(claimant_of(folder / "task-1"), far);
  put(folder / ".clock.part.7", "of one who was killed when he looked");
  EXPECT_FALSE(TaskClaim::take(folder / "task-1"));
  touch_so_long_ago(folder / "task-1.1", 9 * 60);
  EXPECT_FALSE(TaskClaim::take(folder / "task-1"));
  touch_so_long_ago(folder / "task-1.1", 11 * 60);
  EXPECT_FALSE(claimant_of(folder / "task-1"));
  EXPECT_TRUE(TaskClaim::take(folder / "task-1"));
  EXPECT_THAT(names_in(folder), UnorderedElementsAre("task-1.1")) << "no probe of the clock stays";
}

TEST(TaskClaim, OfThisMachineBeforeItsLastStartIsThatOfAnother) {
  const Folder folder;
  Claimant before = this_process();
  before.boot = "00000000-0000-0000-0000-000000000000";
  write_claim(folder / "task-1.1", before);
  EXPECT_FALSE(TaskClaim::take(folder / "task-1"));
  touch_so_long_ago(folder / "task-1.1", 11 * 60);
  EXPECT_TRUE(TaskClaim::take(folder / "task-1"));
}

/// Slurm puts a job back in the queue when its node fails: the same task on another node.
TEST(TaskClaim, OfTheSameSlurmTaskIsItsOwnOnceMore) {
  const Folder folder;
  write_claim(folder / "task-1.1", {"failed-node", "boot", 99, "1", "41_7"});
  EXPECT_FALSE(TaskClaim::take(folder / "task-1")) << "we are no task of that array";
  setenv("SLURM_ARRAY_JOB_ID", "41", 1);
  setenv("SLURM_ARRAY_TASK_ID", "8", 1);
  EXPECT_FALSE(TaskClaim::take(folder / "task-1")) << "another task of it";
  setenv("SLURM_ARRAY_TASK_ID", "7", 1);
  EXPECT_FALSE(TaskClaim::take(folder / "task-1")) << "a worker of the same start of it";
  setenv("SLURM_RESTART_COUNT", "1", 1);
  EXPECT_FALSE(claimant_of(folder / "task-1"));
  const auto claim = TaskClaim::take(folder / "task-1");
  EXPECT_TRUE(claim);
  EXPECT_EQ(claimant_of(folder / "task-1")->slurm, "41_7");
  EXPECT_FALSE(TaskClaim::take(folder / "task-1")) << "this process holds it";
  for (const char* const name :
       {"SLURM_ARRAY_JOB_ID", "SLURM_ARRAY_TASK_ID", "SLURM_RESTART_COUNT"})
    unsetenv(name);
}

/// `campaign run -j 2` in a task of one's own: its workers are processes like all others.
TEST(TaskClaim, WorkersOfOneSlurmTaskKeepTheirClaims) {
  setenv("SLURM_ARRAY_JOB_ID", "41", 1);
  setenv("SLURM_ARRAY_TASK_ID", "7", 1);
  const Folder folder;
  Other other(folder / "task-1");
  ASSERT_TRUE(other.has_taken());
  EXPECT_FALSE(TaskClaim::take(folder / "task-1"));
  ASSERT_TRUE(claimant_of(folder / "task-1"));
  EXPECT_EQ(claimant_of(folder / "task-1")->pid, other.pid());
  other.kill();
  EXPECT_TRUE(TaskClaim::take(folder / "task-1"));
  unsetenv("SLURM_ARRAY_JOB_ID");
  unsetenv("SLURM_ARRAY_TASK_ID");
}

TEST(TaskClaim, AFileThatIsNoneHoldsNothing) {
  const Folder folder;
  for (const char* const text :
       {"", "half a cla", "[]", "7", R"({"host": 1})", R"({"pid": "x"})"}) {
    put(folder / "task-1.1", text);
    EXPECT_FALSE(claimant_of(folder / "task-1")) << text;
    EXPECT_TRUE(TaskClaim::take(folder / "task-1")) << text;
  }
  put(folder / "task-2.old", "x");
  put(folder / "task-2.1x", "x");
  const auto claim = TaskClaim::take(folder / "task-2");
  ASSERT_TRUE(claim);
  EXPECT_TRUE(fs::exists(folder / "task-2.1")) << "names that are no generation do not count";
}

TEST(TaskClaim, IsLostToAHigherGeneration) {
  const Folder folder;
  {
    const auto claim = TaskClaim::take(folder / "task-1");
    put(folder / "task-1.2", "somebody gave us up");
    EXPECT_FALSE(claim->holds());
  }
  EXPECT_THAT(names_in(folder), UnorderedElementsAre("task-1.2")) << "only our own goes with us";
}

/// A claim that was given back left its number to one who is still at it; whoever counted on from
/// what lies above gives way.
TEST(TaskClaim, GivesWayToWhoHoldsALowerGeneration) {
  const Folder folder;
  Other other(folder / "task-1");
  ASSERT_TRUE(other.has_taken());
  write_claim(folder / "task-1.2", {this_process().host, this_process().boot, 0, "1", ""});
  EXPECT_FALSE(TaskClaim::take(folder / "task-1"));
  EXPECT_FALSE(fs::exists(folder / "task-1.3"));
}

TEST(TaskClaim, MovesWithItsOwner) {
  const Folder folder;
  {
    auto first = TaskClaim::take(folder / "task-1");
    const TaskClaim second = std::move(*first);
    first.reset();
    EXPECT_TRUE(second.holds());
    EXPECT_TRUE(fs::exists(folder / "task-1.1"));
  }
  EXPECT_FALSE(fs::exists(folder / "task-1.1"));
}

TEST(TaskClaim, IsNotTouchedMoreOftenThanNeeded) {
  const Folder folder;
  auto claim = TaskClaim::take(folder / "task-1");
  touch_so_long_ago(folder / "task-1.1", 300);
  const auto before = fs::last_write_time(folder / "task-1.1");
  claim->renew();
  EXPECT_EQ(fs::last_write_time(folder / "task-1.1"), before) << "twenty seconds have not passed";
}

TEST(TaskClaim, SaysWhyItCannotBeTaken) {
  const Folder folder;
  try {
    TaskClaim::take(folder / "no such folder/task-1");
    FAIL() << "was taken";
  } catch (const results::ResultError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("task-1: cannot be claimed: No such file"));
  }
}

/// Takes the claim again and again; while it has it nobody else may be inside.
int work_alone(const Folder& folder, int times) {
  const std::string inside = folder / "inside";
  for (int done = 0; done < times;) {
    const auto claim = TaskClaim::take(folder / "task-1");
    if (!claim)
      continue;
    const int file = open(inside.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (file < 0)
      return 1;
    close(file);
    unlink(inside.c_str());
    ++done;
  }
  return 0;
}

TEST(TaskClaim, IsForOneOfManyProcessesAtATime) {
  const Folder folder;
  std::vector<pid_t> workers;
  for (int i = 0; i < 4; ++i) {
    const pid_t child = fork();
    if (child == 0)
      _exit(work_alone(folder, 40));
    workers.push_back(child);
  }
  for (const pid_t worker : workers) {
    int status = 0;
    waitpid(worker, &status, 0);
    EXPECT_EQ(status, 0) << "two were inside";
  }
  EXPECT_THAT(names_in(folder), IsEmpty());
}

}  // namespace
