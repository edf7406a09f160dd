#include <fmt/format.h>

#include <algorithm>

#include "models/text/file_reader.hpp"
#include "results/campaign_file.hpp"
#include "results/campaign_layout.hpp"
#include "results/hdf5_errors.hpp"
#include "results/hdf5_part.hpp"
#include "results/hdf5_reader.hpp"
#include "results/result_file.hpp"
#include "results/seal.hpp"
#include "results/study_layout.hpp"

namespace results {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view by_row[] = {"row"};

template <class T>
std::vector<T> values_of(const Hdf5Reader& in, const std::string& name, T*) {
  return in.numbers<T>(name, by_row);
}

std::vector<std::string> values_of(const Hdf5Reader& in, const std::string& name, std::string*) {
  return in.texts(name, by_row[0]);
}

std::vector<CampaignRow> read_rows(const Hdf5Reader& in) {
  std::vector<CampaignRow> rows;
  for (const auto& id : in.texts("row", "row"))
    rows.emplace_back().id = id;
  for (const auto& count : row_counts) {
    const auto values = in.numbers<std::uint64_t>(std::string(count.name), by_row);
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i].*count.member = values[i];
  }
  for_each(row_attributes, [&](const auto& attribute) {
    if (attribute.since > Version{} && !in.has(label_column(attribute.name)))
      return;
    auto member = attribute.member;
    using T = std::remove_reference_t<decltype(std::declval<RowLabels&>().*member)>;
    const auto values = values_of(in, label_column(attribute.name), static_cast<T*>(nullptr));
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i].labels.*member = values[i];
  });
  for (CampaignRow& row : rows)
    if (row.labels.background.empty())
      row.labels.background = background_in(row.labels.onset_rule);
  return rows;
}

CampaignHead read_head(const Hdf5Reader& in) {
  CampaignHead head;
  head.name = in.text("/", "name");
  head.rubricering = in.text("/", "rubricering");
  const auto digests = in.texts("manifest", "manifest");
  const auto texts = in.whole_texts("manifest_text", "manifest");
  if (digests.size() != 1)
    throw ResultError(fmt::format("has {} manifests, expected one", digests.size()));
  head.digest = digests[0];
  head.manifest = texts[0];
  return head;
}

}  // namespace

std::string study_group(std::size_t row) {
  return fmt::format("study/{:04}", row);
}

class Campaign::File {
public:
  explicit File(const fs::path& file)
      : name_(file.string()), reader_(existing(file)), part_(reader_.descriptor()) {
    refusing([&] {
      check_sealed(file, campaign_kind);
      hdf5_ = part_.open_to_read();
      const Hdf5Reader in(hdf5_.openGroup("/"), reader_.size());
      head = read_head(in);
      rows = read_rows(in);
    });
  }

  Study row(std::size_t index) const {
    const auto& wanted = rows.at(index);
    if (wanted.finished + wanted.failed == 0)
      throw ResultError(fmt::format("{}: has no replications of row '{}'", name_, wanted.id));
    Study study;
    refusing([&] {
      const Hdf5Reader in(hdf5_.openGroup(study_group(index)), reader_.size());
      study = read_layout(in);
      if (study.replications.size() != wanted.finished || study.failures.size() != wanted.failed)
        throw ResultError(
            fmt::format("row '{}' does not have the replications that the table says", wanted.id));
    });
    return study;
  }

  CampaignHead head;
  std::vector<CampaignRow> rows;

private:
  template <class Act>
  void refusing(Act act) const {
    try {
      read_with_hdf5(act);
    } catch (const ResultError& error) {
      require_read();
      throw ResultError(fmt::format("{}: {}", name_, error.what()));
    } catch (const H5::Exception& error) {
      require_read();
      throw ResultError(fmt::format("{}: cannot be read by HDF5: {}: {}", name_,
                                    error.getFuncName(), error.getDetailMsg()));
    }
    require_read();
  }

  void require_read() const {
    if (part_.error() != 0)
      models::system_refuses(name_, "cannot be read", part_.error());
  }

  std::string name_;
  models::FileReader reader_;
  Hdf5Part part_;
  H5::H5File hdf5_;
};

Campaign::Campaign(const fs::path& file) : file_(std::make_unique<File>(file)) {}
Campaign::Campaign(Campaign&&) noexcept = default;
Campaign& Campaign::operator=(Campaign&&) noexcept = default;
Campaign::~Campaign() = default;

const CampaignHead& Campaign::head() const {
  return file_->head;
}

const std::vector<CampaignRow>& Campaign::rows() const {
  return file_->rows;
}

bool Campaign::complete() const {
  return std::ranges::all_of(rows(), &CampaignRow::complete);
}

Study Campaign::row(std::size_t index) const {
  return file_->row(index);
}

Campaign read_campaign(const fs::path& file) {
  return Campaign(file);
}

}  // namespace results
