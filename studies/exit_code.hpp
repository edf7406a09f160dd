#pragma once

namespace studies {

/// What the shell hears; said in every command's help.
namespace exit_code {
inline constexpr int done = 0;
inline constexpr int our_fault = 1;
inline constexpr int wrong_usage = 2;
inline constexpr int invalid_input = 3;
inline constexpr int precision_not_reached = 4;
inline constexpr int partial = 5;
inline constexpr int criterion_exceeded = 6;  ///< of `table --gate`
/// 130 for Ctrl-C, 143 for SIGTERM.
constexpr int interrupted(int signal) {
  return 128 + signal;
}
}  // namespace exit_code

}  // namespace studies
