#include "tests/faults/faulty_command.hpp"
#include "tests/text.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <fstream>
#include <thread>

namespace faults {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience{60};

/// Beside the folder, so that the command does not see them.
fs::path beside(const fs::path& folder, const char* name) {
  return folder.parent_path() / name;
}

void set(const char* name, const std::string& value) {
  setenv(name, value.c_str(), 1);
}

[[noreturn]] void become(const fs::path& folder, const Arguments& arguments, const Fault& fault,
                         long at) {
  setsid();
  const auto onto = [&](int stream, const fs::path& file, int flags) {
    dup2(open(file.c_str(), flags | O_CLOEXEC, 0600), stream);
  };
  onto(STDIN_FILENO, "/dev/null", O_RDONLY);
  onto(STDOUT_FILENO, beside(folder, "out"), O_WRONLY | O_CREAT | O_TRUNC);
  onto(STDERR_FILENO, beside(folder, "err"), O_WRONLY | O_CREAT | O_TRUNC);
  if (chdir(folder.c_str()) != 0)
    _exit(127);
  set("LD_PRELOAD", FAILING_CALLS);
  set("FAULT_COUNT", beside(folder, "count"));
  set("FAULT_CALLS", fault.calls);
  set("FAULT_AT", std::to_string(at));
  set("FAULT_ERRNO", std::to_string(fault.number));
  set("FAULT_STAYS", fault.stays ? "1" : "0");
  set("LC_ALL", "C");
  std::vector<char*> words = {const_cast<char*>(UITWIJK)};
  for (const std::string& word : arguments)
    words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  execv(UITWIJK, words.data());
  _exit(127);
}

/// Ends it and all that it started when it takes too long.
bool wait_for(pid_t child, int& status) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      kill(-child, SIGKILL);
      waitpid(child, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  kill(-child, SIGKILL);  // of a command that was killed
  return true;
}

bool begins_with_one_of(const std::string& name, const std::vector<std::string>& beginnings) {
  for (const std::string& beginning : beginnings)
    if (name.starts_with(beginning))
      return true;
  return false;
}

bool is_leftover(const std::string& name) {
  for (const char* const part : {".part.", ".clock."})
    if (name.find(part) != std::string::npos)
      return true;
  return false;
}

}  // namespace

Ended run(const fs::path& folder, const Arguments& arguments, const Fault& fault, long at) {
  const fs::path count = beside(folder, "count");
  std::ofstream(count, std::ios::binary) << std::string(4096, '\0');
  const pid_t child = fork();
  if (child == 0)
    become(folder, arguments, fault, at);
  Ended out;
  out.hung = !wait_for(child, out.status);
  out.out = tests::text_of(beside(folder, "out"));
  out.err = tests::text_of(beside(folder, "err"));
  const std::string counted = tests::text_of(count);
  std::memcpy(&out.calls, counted.data(), sizeof out.calls);
  std::memcpy(&out.failed, counted.data() + sizeof out.calls, sizeof out.failed);
  return out;
}

Ended run(const fs::path& folder, const Arguments& arguments) {
  return run(folder, arguments, {"none", "", 0, false}, 0);
}

std::map<std::string, std::string> files_of(const fs::path& folder,
                                            const std::vector<std::string>& beginnings) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).string();
    if (entry.is_regular_file() && begins_with_one_of(name, beginnings) && !is_leftover(name))
      out[name] = std::to_string(static_cast<unsigned>(entry.status().permissions())) + ' ' +
                  tests::text_of(entry.path());
  }
  return out;
}

std::vector<std::string> leftovers_of(const fs::path& folder) {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (is_leftover(entry.path().filename().string()))
      out.push_back(entry.path().lexically_relative(folder).string());
  return out;
}

}  // namespace faults
