#pragma once

#include <filesystem>

#include "analysis/impact/family_rate.hpp"

namespace studies {

/// The catalogue's likelihoods and a record, the shipped one when `record` is empty. Throws
/// models::InvalidInput.
analysis::Evidence evidence_of(const scenarios::Catalogue& catalogue,
                               const std::filesystem::path& record);

}  // namespace studies
