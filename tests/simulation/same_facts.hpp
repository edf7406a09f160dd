#pragma once

#include "results/observations.hpp"

namespace same_facts {

/// Expects every count, time and event to be the same, to the last bit.
void expect_same(const results::Facts& a, const results::Facts& b);
void expect_same(const results::Observations& a, const results::Observations& b);

}  // namespace same_facts
