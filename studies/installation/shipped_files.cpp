#include "studies/installation/shipped_files.hpp"

#include <cerrno>

#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/text/problems.hpp"

namespace studies {

namespace fs = std::filesystem;

namespace {

/// A folder that one may not enter has no file of ours.
bool is_found(const fs::path& path) {
  try {
    return models::is_there(path);
  } catch (const models::SystemFault& fault) {
    if (fault.error() == EACCES)
      return false;
    throw;
  }
}

}  // namespace

fs::path shipped(const fs::path& path) {
  const fs::path program = fs::read_symlink("/proc/self/exe").parent_path();
  const fs::path installed = program.parent_path() / "share" / "uitwijk";
  const fs::path tree = program.parent_path().parent_path();  // of a build/NAME/ within it
  for (const fs::path& folder : {fs::path(), installed, tree, fs::path(UITWIJK_SHARE)})
    if (is_found(folder / path))
      return folder / path;
  return path;
}

std::vector<models::InputFile> shipped_texts() {
  std::vector<models::InputFile> out;
  for (const char* const folder :
       {"scenarios", "analysis", "analysis/criteria", "analysis/register"})
    for (const fs::path& file : models::visible_files(shipped(folder)))
      if (file.extension() == ".yaml")
        out.push_back({file.generic_string(), models::bytes_of(file), ""});
  return out;
}

fs::path given_or_shipped(const fs::path& given, const fs::path& ours) {
  const fs::path out = given.empty() ? shipped(ours) : given;
  require_there(out);
  return out;
}

void require_there(const fs::path& path) {
  if (!models::is_there(path))
    models::refuse({path.string(), 0, 0}, fs::is_symlink(path) ? "is a link that leads nowhere"
                                                               : "no such file or folder");
}

}  // namespace studies
