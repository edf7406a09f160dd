#include "cli/written.hpp"

#include <sys/stat.h>

#include "models/text/shown.hpp"
#include "reports/words/words.hpp"
#include "studies/say.hpp"

namespace cli {

void say_written(const std::string& file, reports::Language language) {
  studies::say("{}: {}\n", reports::word("written", language), models::shown_name(file));
  say_who_reads(file, language);
}

void say_who_reads(const std::string& file, reports::Language language) {
  struct stat there {};
  if (stat(file.c_str(), &there) == 0 && (there.st_mode & S_IROTH) != 0)
    studies::say("{}: {}\n", models::shown_name(file), reports::word("read_by_all", language));
}

}  // namespace cli
