#include "results/register_file.hpp"

#include <fmt/format.h>

#include "models/text/file_reader.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "results/task_claim.hpp"

namespace results {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, const char* why) {
  throw results::ResultError(fmt::format("{}: {}", file.string(), why));
}

}  // namespace

void replace_register(const fs::path& file, const std::string& before, const std::string& after) {
  const fs::path real = fs::weakly_canonical(fs::absolute(file));  // a link stays a link
  results::check_replaceable(real);
  const auto claim =
      TaskClaim::take(real.parent_path() / ("." + results::name_with_room(real) + ".writer"));
  if (!claim)
    refuse(file, "is being written by another process; nothing was changed, try again");
  if (before.empty() && models::is_there(real))
    refuse(file, "is there already; --register FILE --update adds to it");
  if (!before.empty() && models::bytes_if_there(real) != before)
    refuse(file, "was changed while it was read; nothing was written, try again");
  results::PartFile part(real);
  part.append(after);
  part.commit();
}

}  // namespace results
