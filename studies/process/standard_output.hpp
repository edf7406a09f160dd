#pragma once

#include <array>
#include <streambuf>
#include <string_view>

namespace studies {

/// While one lives, std::cout writes through it. What is not UTF-8 is written as models::as_utf8
/// shows it, and control characters as models::shown does, but for those that make text bold; what
/// went wrong is remembered: a full disk or a closed standard output is no success.
class StandardOutput : public std::streambuf {
public:
  StandardOutput();
  ~StandardOutput() override;
  StandardOutput(const StandardOutput&) = delete;
  StandardOutput& operator=(const StandardOutput&) = delete;

  /// The exit code of a command that ended with `code`: the same when all it said was written, or
  /// else `our_fault` with the reason on standard error. Whoever stopped reading is told nothing.
  int ended(int code);

protected:
  int_type overflow(int_type next) override;
  int sync() override;

private:
  void pass_on(std::string_view text);
  void write(std::string_view text);

  std::array<char, 1 << 16> buffer_{};
  int error_ = 0;  ///< errno of the first write that failed
  std::streambuf* before_;
};

/// Takes the numbers of standard streams that are closed, so that no file gets them.
void hold_standard_streams();

}  // namespace studies
