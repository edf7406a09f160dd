#pragma once

#include <string>
#include <vector>

#include "analysis/register/register.hpp"

namespace analysis {

/// A risk of the register; `all` has the mandates by now.
Risk read_risk(const models::Place& place, const Register& all);

/// One of `voorziening_ids`.
std::string read_voorziening(const models::Place& place);

/// Text for people, over several lines when they like.
std::string read_words(const models::Place& place);

template <class Read>
std::vector<std::string> read_list(const models::Place& place, Read read) {
  std::vector<std::string> out;
  for (const models::Place& item : models::items(place))
    out.push_back(read(item));
  return out;
}

}  // namespace analysis
