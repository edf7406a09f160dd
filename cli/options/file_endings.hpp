#pragma once

#include <CLI/Validators.hpp>

#include <filesystem>
#include <string>

namespace cli {

/// A check of an option that names a file to be written: its ending says what is in it.
inline CLI::Validator ends_in(const std::string& ending) {
  return {[ending](const std::string& file) {
            return std::filesystem::path(file).extension() == ending
                       ? std::string()
                       : "'" + file + "' must end in " + ending;
          },
          ""};
}

}  // namespace cli
