#pragma once

#include <string>

#include "tests/text.hpp"

/// What is kept of a document, and how it is compared with what is said now.
namespace goldens {

using tests::text_of;

/// Without what differs from build to build and from day to day: version and commit of the program,
/// times that were measured, the folder of scratch files.
std::string masked(std::string text, const std::string& scratch);

/// Of a page only what people see and the data that it was drawn from, a line for each; not the
/// script, not the styles.
std::string readable(const std::string& html);

/// The first line that differs, with its number, as kept and as it is now; empty when none does.
std::string first_difference(const std::string& kept, const std::string& now);

/// What the environment asks to be written anew: UITWIJK_RENEW=documents or =simulation.
bool renews(const std::string& layer);

}  // namespace goldens
