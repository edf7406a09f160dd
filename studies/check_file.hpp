#pragma once

#include <filesystem>
#include <vector>

#include "models/text/problems.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// What is wrong with files, and what they ask for that can change nothing; each said once.
struct Findings {
  std::vector<models::Problem> problems;
  std::vector<models::Warning> warnings;
};

/// Reads any file that the program knows, or the folder of a world, as the command that takes it
/// would, and adds what is found: threats are aimed at their own targets, measures taken, the rows
/// of a campaign read. What the system does not let be read is no problem of a file: that throws
/// models::SystemFault.
void check_file(const std::filesystem::path& file, const WorldReader& world, Findings& findings);

}  // namespace studies
