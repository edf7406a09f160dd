#include <string_view>

#include "analysis/impact/row.hpp"
#include "analysis/measures/summary.hpp"
#include "bytes.hpp"
#include "models/text/sha256.hpp"
#include "results/campaign_file.hpp"
#include "results/seal.hpp"
#include "tests/unit/results/example.hpp"

/// The bytes are the HDF5 of a result file of the kind that READER names; the seal is made to fit,
/// else nothing gets past it.
namespace {

constexpr bool is_study = std::string_view(READER) == "study";
static_assert(is_study || std::string_view(READER) == "merged");

/// What was accepted can be judged without another look at it.
void judge(const results::Study& study) {
  const auto summary = analysis::summarise(study);
  fuzz::must(summary.replications == study.replications.size(), "all replications count");
  fuzz::must(analysis::reduce(study).replications.size() == study.replications.size(),
             "all replications are in the row");
}

void read(const std::filesystem::path& file) {
  if (is_study)
    return judge(results::read_study(file));
  const auto campaign = results::read_campaign(file);
  for (std::size_t i = 0; i < campaign.rows().size(); ++i)
    try {
      judge(campaign.row(i));
    } catch (const results::ResultError&) {  // each row may be refused
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const results_example::Folder folder;
  const auto file = folder / "some.h5";
  const auto image = fuzz::text_of(data, size);
  const auto& kind = is_study ? results::study_kind : results::campaign_kind;
  results_example::put(file, image + results::seal_of(kind, models::sha256_hex(image)));
  try {
    read(file);
  } catch (const results::ResultError& refused) {
    fuzz::must(std::string(refused.what()).find("some.h5: ") != std::string::npos,
               "a refusal names the file");
  }
  return 0;
}
