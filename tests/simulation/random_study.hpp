#pragma once

#include <rapidcheck.h>

#include "written_study.hpp"

/// Worlds and scenarios at random, every part of the format among them. They shrink: fewer centres,
/// stages and effects first, then the plainest choice of everything.
namespace random_study {

rc::Gen<written::Texts> any();

}  // namespace random_study

namespace written {

void showValue(const Texts& texts, std::ostream& out);

}  // namespace written
