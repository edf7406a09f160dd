#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace cli {

/// Makes every option of the program and of its commands take nothing but a real value: an empty
/// one is refused, and numbers are decimal, also with zeros before them, as in a padded seed. CLI11
/// reads "010" as eight and "0x10" as sixteen.
void demand_values(CLI::App& program);

/// `--option=` with nothing behind it, which CLI11 fills with the next argument; "" when there is
/// none.
std::string option_without_value(const std::vector<std::string>& arguments);

}  // namespace cli
