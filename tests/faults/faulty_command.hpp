#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// A command of the program, of whose calls to the system one fails.
namespace faults {

/// Which calls fail, and how (failing_calls.c).
struct Fault {
  std::string name;
  std::string calls;  ///< ",write,read,"
  int number;         ///< errno; 0: the process is killed
  bool stays;         ///< from the first one on
};

struct Ended {
  int status = 0;  ///< as waitpid gives it
  bool hung = false;
  std::string out, err;
  long calls = 0, failed = 0;  ///< of those that count
};

using Arguments = std::vector<std::string>;

/// Runs the program in `folder`. `at`: which call fails, from 1; 0: none.
Ended run(const std::filesystem::path& folder, const Arguments& arguments, const Fault& fault,
          long at);
/// Without any fault.
Ended run(const std::filesystem::path& folder, const Arguments& arguments);

/// The mode of the files whose names have one of these beginnings, and what they hold; but for
/// parts of files.
std::map<std::string, std::string> files_of(const std::filesystem::path& folder,
                                            const std::vector<std::string>& beginnings);
/// Parts of files, claims that are being written, probes.
std::vector<std::string> leftovers_of(const std::filesystem::path& folder);

}  // namespace faults
