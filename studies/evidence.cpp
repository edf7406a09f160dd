#include "studies/evidence.hpp"

#include "studies/installation/shipped_files.hpp"

namespace studies {

analysis::Evidence evidence_of(const scenarios::Catalogue& catalogue,
                               const std::filesystem::path& record) {
  return analysis::evidence_of(
      catalogue, analysis::read_record(given_or_shipped(record, "analysis/record.yaml")));
}

}  // namespace studies
