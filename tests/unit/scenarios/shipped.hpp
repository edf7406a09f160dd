#pragma once

#include <filesystem>

/// What is shipped, and the tiny world of the tests.
namespace scenarios_test {

inline const std::filesystem::path dutch_world = SOURCE_DIR "/models/netherlands",
                                   shipped_threats = SOURCE_DIR "/scenarios/threat_catalogue.yaml",
                                   shipped_measures = SOURCE_DIR "/scenarios/measures.yaml",
                                   tiny = SOURCE_DIR "/tests/worlds/cli_tiny";

}  // namespace scenarios_test
