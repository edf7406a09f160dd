#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "results/campaign_file.hpp"
#include "results/campaign_layout.hpp"
#include "results/datasets.hpp"
#include "results/hdf5_errors.hpp"
#include "results/hdf5_part.hpp"
#include "results/hdf5_writer.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "results/seal.hpp"
#include "results/study_layout.hpp"

namespace results {

namespace {

template <class T>
std::vector<T> column(const std::vector<CampaignRow>& rows, T RowLabels::*member) {
  std::vector<T> values;
  for (const auto& row : rows)
    values.push_back(row.labels.*member);
  return values;
}

template <class T>
void write_label(Hdf5Writer& out, const std::string& name, const Label& label,
                 const std::vector<T>& values) {
  const std::string_view along[] = {"row"};
  out.dataset(name, label, along, std::span<const T>(values));
}

void write_table(Hdf5Writer& out, const std::vector<CampaignRow>& rows) {
  std::vector<std::string> ids;
  for (const auto& row : rows)
    ids.push_back(row.id);
  out.scale("row", {"", "threat, target, measures and plan"}, ids);
  for (const auto& count : row_counts) {
    std::vector<std::uint64_t> values;
    for (const auto& row : rows)
      values.push_back(row.*count.member);
    write_label(out, std::string(count.name), count.label, values);
  }
  for_each(row_attributes, [&](const auto& attribute) {
    write_label(out, label_column(attribute.name), {"", "as the attribute of the row's provenance"},
                column(rows, attribute.member));
  });
}

void write_head(Hdf5Writer& out, const CampaignHead& head, bool complete) {
  out.attribute("/", "kind", std::string(campaign_kind.name));
  out.attribute("/", "format", fmt::format("{}.{}", campaign_kind.major, campaign_kind.minor));
  out.attribute("/", "rubricering", head.rubricering);
  out.attribute("/", "name", head.name);
  out.attribute("/", "complete", std::uint64_t{complete});
  const std::string_view along[] = {"manifest"};
  const std::string digests[] = {head.digest}, texts[] = {head.manifest};
  out.scale("manifest", {"", "SHA-256 of the text"}, digests);
  out.dataset("manifest_text", {"", "what was asked for, JSON"}, along, texts);
}

}  // namespace

/// The file is closed after each row: the library gives its memory back only then.
class CampaignWriter::File {
public:
  File(std::filesystem::path file, CampaignHead head)
      : name_(file.string()),
        head_(std::move(head)),
        part_(std::move(file)),
        hdf5_(part_.descriptor()) {
    guarded([&] { Hdf5Writer(hdf5_.create().openGroup("/")).group("study"); });
  }

  void add(const std::string& id, std::uint64_t asked, const Study& study) {
    CampaignRow row{id, asked, study.replications.size(), study.failures.size(), {}};
    if (row.finished + row.failed > 0) {
      row.labels = study.provenance.row;
      guarded([&] {
        const H5::H5File file = hdf5_.open();
        const auto path = study_group(rows_.size());
        Hdf5Writer(file.openGroup("/")).group(path);
        write_layout(file.openGroup(path), study, Timelines::summary);
      });
    }
    rows_.push_back(std::move(row));
  }

  void commit() {
    bool complete = true;
    for (const auto& row : rows_)
      complete = complete && row.complete();
    guarded([&] {
      Hdf5Writer out(hdf5_.open().openGroup("/"));
      write_head(out, head_, complete);
      write_table(out, rows_);
    });
    part_.append(seal_of(campaign_kind, sha256_of(part_.path())));
    part_.commit();
  }

private:
  /// Does something with the open file, which is closed at its end.
  template <class Act>
  void guarded(Act act) {
    try {
      write_with_hdf5(act);
    } catch (const H5::Exception& error) {
      if (hdf5_.error() == 0)
        throw ResultError(fmt::format("{}: HDF5 cannot hold it: {}: {}", name_, error.getFuncName(),
                                      error.getDetailMsg()));
    }
    if (hdf5_.error() != 0)
      throw ResultError(
          fmt::format("{}: cannot be written: {}", name_, std::strerror(hdf5_.error())));
  }

  std::string name_;
  CampaignHead head_;
  PartFile part_;
  Hdf5Part hdf5_;
  std::vector<CampaignRow> rows_;
};

CampaignWriter::CampaignWriter(std::filesystem::path file, CampaignHead head) {
  check_replaceable(file, hdf5_signature);
  file_ = std::make_unique<File>(std::move(file), std::move(head));
}

CampaignWriter::~CampaignWriter() = default;

void CampaignWriter::add(const std::string& id, std::uint64_t asked, const Study& study) {
  file_->add(id, asked, study);
}

void CampaignWriter::commit() {
  file_->commit();
}

}  // namespace results
