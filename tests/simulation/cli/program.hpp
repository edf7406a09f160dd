#pragma once

#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

/// The real program, started as a shell would.
namespace simulation {

struct Ended {
  int exit_code = -1;
  std::string out, err;
};

/// A folder of its own, gone at the end of the test.
class Scratch {
public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::string file(const std::string& name) const { return (folder_ / name).string(); }

private:
  std::filesystem::path folder_;
};

/// `uitwijk` with these arguments (shell words), running.
class Program {
public:
  /// `before` stands in front of the program in the shell: settings of the environment, limits.
  explicit Program(const std::string& arguments, const std::string& before = "");
  /// Waits until standard error holds the text; false when the program ends before.
  bool says(const std::string& text);
  /// Its standard output until now.
  std::string so_far() const;
  /// Waits until it has a child and gives that one's process id; 0 when it ends before.
  pid_t child();
  void signal(int number) const;
  pid_t pid() const { return pid_; }
  Ended wait();

private:
  bool ended();
  Scratch scratch_;
  pid_t pid_;
  bool reaped_ = false;
  int status_ = 0;
};

Ended uitwijk(const std::string& arguments, const std::string& before = "");
/// Throws std::runtime_error, with what it said, when it does not end with 0.
void succeeds(const std::string& arguments);
nlohmann::json json_of(const std::string& arguments);

std::string text_of(const std::string& file);
/// A file of tests/worlds.
std::string world_file(const std::string& name);

}  // namespace simulation
