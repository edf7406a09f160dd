#include "tests/simulation/cli/program.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace simulation {
namespace {

void pause() {
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

}  // namespace

Program::Program(const std::string& arguments, const std::string& before) : pid_(fork()) {
  if (pid_ != 0)
    return;
  const std::string command = before + "exec '" UITWIJK "' " + arguments + " >" +
                              scratch_.file("out") + " 2>" + scratch_.file("err");
  execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  _exit(127);
}

bool Program::ended() {
  if (!reaped_)
    reaped_ = waitpid(pid_, &status_, WNOHANG) == pid_;
  return reaped_;
}

bool Program::says(const std::string& text) {
  for (;;) {
    const bool over = ended();
    if (text_of(scratch_.file("err")).find(text) != std::string::npos)
      return true;
    if (over)
      return false;
    pause();
  }
}

std::string Program::so_far() const {
  return text_of(scratch_.file("out"));
}

pid_t Program::child() {
  const std::string process = std::to_string(pid_);
  const std::string children = "/proc/" + process + "/task/" + process + "/children";
  for (pid_t found = 0; !ended(); pause())
    if (std::ifstream(children) >> found)
      return found;
  return 0;
}

void Program::signal(int number) const {
  kill(pid_, number);
}

Ended Program::wait() {
  if (!reaped_)
    waitpid(pid_, &status_, 0);
  reaped_ = true;
  return {WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_),
          text_of(scratch_.file("out")), text_of(scratch_.file("err"))};
}

Ended uitwijk(const std::string& arguments, const std::string& before) {
  return Program(arguments, before).wait();
}

void succeeds(const std::string& arguments) {
  const Ended ended = uitwijk(arguments);
  if (ended.exit_code != 0)
    throw std::runtime_error(arguments + ": " + ended.err);
}

nlohmann::json json_of(const std::string& arguments) {
  const Ended ended = uitwijk(arguments);
  return nlohmann::json::parse(ended.out);
}

std::string world_file(const std::string& name) {
  return SOURCE_DIR "/tests/worlds/" + name;
}

}  // namespace simulation
