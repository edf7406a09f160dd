#pragma once

#include <filesystem>
#include <string>

namespace results {

/// Puts `after` in the place of `before`, what was read of the file, in one step: a part beside it
/// (mode 0600) that is synced and renamed, so that a crash or a full disk leaves the old file. An
/// empty `before` makes a new file. Refused, with results::ResultError and nothing changed, while
/// another process writes it, when somebody changed it since it was read, and when a new file is
/// there already.
void replace_register(const std::filesystem::path& file, const std::string& before,
                      const std::string& after);

}  // namespace results
