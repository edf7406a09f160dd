#pragma once

#include <cstdint>

#include "results/observations.hpp"
#include "sim/calls/call_exchange.hpp"

namespace sim {

/// Writes down what happens, with the running counts of the moment: the story that `trace` tells.
class Course {
public:
  Course(results::Facts& facts, const CallExchange& exchange)
      : facts_(facts), exchange_(exchange) {}

  void note(results::CourseKind kind, std::uint32_t subject, std::uint32_t object = 0,
            double number = 0) {
    const auto [waiting, answered, failed] = exchange_.running();
    facts_.course.push_back(
        {exchange_.now_s(), kind, subject, object, number, waiting, answered, failed});
  }

private:
  results::Facts& facts_;
  const CallExchange& exchange_;
};

}  // namespace sim
