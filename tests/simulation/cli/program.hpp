#pragma once

#include <sys/types.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/scratch.hpp"
#include "tests/text.hpp"

/// The real program, started as a shell would.
namespace simulation {

using tests::replaced;
using tests::Scratch;
using tests::text_of;
using tests::write;

struct Ended {
  int exit_code = -1;
  std::string out, err;
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

/// A file of tests/worlds.
std::string world_file(const std::string& name);

inline const std::string tiny_outage = world_file("cli_tiny/outage.yaml"),
                         tiny_calm = world_file("cli_tiny/calm.yaml");
/// As shell words.
inline const std::string tiny_files = "'" + world_file("cli_tiny") + "'",
                         dutch_world = "'" SOURCE_DIR "/models/netherlands'";

}  // namespace simulation
