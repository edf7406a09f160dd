#pragma once

#include <array>
#include <string>

#include "results/campaign_file.hpp"
#include "results/datasets.hpp"

/// Names in a campaign's file that writer and reader share.
namespace results {

struct RowCountColumn {
  std::string_view name;
  std::uint64_t CampaignRow::*member;
  Label label;
};

inline constexpr std::array<RowCountColumn, 3> row_counts = {{
    {"row_asked", &CampaignRow::asked, {"1", "replications that were asked for"}},
    {"row_finished", &CampaignRow::finished, {"1", "replications that are here"}},
    {"row_failed", &CampaignRow::failed, {"1", "replications that did not finish"}},
}};

/// "row_threat".
inline std::string label_column(std::string_view attribute) {
  return "row_" + std::string(attribute);
}

/// "study/0007": the contents of a file of its own.
std::string study_group(std::size_t row);

}  // namespace results
