#pragma once

#include <string>

#include "reports/words/language.hpp"

namespace cli {

/// Says on standard error that the file was written, and what follows.
void say_written(const std::string& file, reports::Language language);

/// Says it when everybody on the machine can read the file: one that is replaced keeps its mode.
void say_who_reads(const std::string& file, reports::Language language);

}  // namespace cli
