#pragma once

#include <string>
#include <vector>

#include "studies/process/child.hpp"

/// The children of these tests are this program. With "play" as its first word it does one thing
/// after the other, before any test: "out:TEXT" and "err:TEXT" write, "many:N" writes N kilobytes,
/// "cat" passes standard input on, "sleep" waits for ever, "fork" leaves a process that does,
/// "nice" writes its priority, "exit:N" ends it and "signal:N" kills it.
/// A child that is asked for anything else ends at once.
namespace played {

inline studies::ChildOrder play(std::vector<std::string> acts) {
  acts.insert(acts.begin(), "play");
  studies::ChildOrder out;
  out.arguments = std::move(acts);
  return out;
}

}  // namespace played
