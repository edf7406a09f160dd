#include "studies/read_rows.hpp"

#include <algorithm>
#include <filesystem>
#include <future>
#include <optional>

#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/text/reading.hpp"
#include "results/campaign_file.hpp"
#include "results/result_file.hpp"

namespace studies {
namespace {

void require_meldkamer(const results::Study& study, const std::string& meldkamer) {
  const std::vector<std::string>& centres = study.dimensions.centres;
  if (meldkamer.empty())
    return;
  const auto found = std::find(centres.begin(), centres.end(), meldkamer);
  if (found == centres.end())
    models::refuse({"--meldkamer", 0, 0}, "must name a meldkamer of the result, found " +
                                              meldkamer + models::did_you_mean(meldkamer, centres));
  const auto& answered_by = study.dimensions.region_centre;
  if (std::find(answered_by.begin(), answered_by.end(), found - centres.begin()) ==
      answered_by.end())
    models::refuse({"--meldkamer", 0, 0},
                   "must name a meldkamer that answers for a region, found " + meldkamer +
                       ", which has no callers of its own");
}

/// A folder stands for the result files in it, by name.
std::vector<std::filesystem::path> files_of(const std::vector<std::string>& names) {
  std::vector<std::filesystem::path> out;
  for (const std::string& name : names) {
    if (!models::is_folder(name)) {
      out.emplace_back(name);
      continue;
    }
    const std::size_t first = out.size();
    for (const std::filesystem::path& file : models::visible_files(name))
      if (models::nearly_ends_in(file, ".h5"))
        out.push_back(file);
    if (out.size() == first)
      models::refuse({name, 0, 0}, "the folder has no result files (*.h5)");
  }
  return out;
}

/// What is wrong with a file that somebody named is wrong input, and no fault of the system's.
template <class Read>
auto as_input(const std::filesystem::path& file, Read read) {
  try {
    return read();
  } catch (const results::ResultError& error) {
    const std::string begin = file.string() + ": ", why = error.what();
    models::refuse({file.string(), 0, 0}, why.starts_with(begin) ? why.substr(begin.size()) : why);
  }
}

/// The studies of files, one after the other.
class Studies {
public:
  explicit Studies(std::vector<std::filesystem::path> files) : files_(std::move(files)) {}

  /// None after the last.
  std::optional<results::Study> next() {
    while (true) {
      if (campaign_)
        for (const auto& rows = campaign_->rows(); row_ < rows.size();)
          if (rows[row_++].finished > 0)
            return as_input(files_[file_ - 1], [&] { return campaign_->row(row_ - 1); });
      if (file_ == files_.size())
        return std::nullopt;
      const std::filesystem::path& file = files_[file_++];
      campaign_.reset();
      if (as_input(file, [&] { return results::kind_of(file); }) != "uitwijk/campaign")
        return counted(as_input(file, [&] { return results::read_study(file); }));
      campaign_.emplace(as_input(file, [&] { return results::read_campaign(file); }));
      for (const results::CampaignRow& row : campaign_->rows())
        count(row.asked, row.finished);
      row_ = 0;
    }
  }

  /// Of the files that were opened so far.
  const analysis::Extent& extent() const { return extent_; }

private:
  void count(std::uint64_t asked, std::uint64_t finished) {
    extent_.asked += asked;
    extent_.finished += finished;
    ++extent_.rows;
    extent_.empty_rows += finished == 0 ? 1 : 0;
  }

  results::Study counted(results::Study study) {
    const std::uint64_t finished = study.replications.size();
    // With a precision as many were asked for as it took to reach it.
    const bool reached = study.ending.precision_reached != 0 && study.ending.interrupted == 0;
    count(reached ? finished + study.failures.size() : study.provenance.replications_asked,
          finished);
    return study;
  }

  analysis::Extent extent_;
  std::vector<std::filesystem::path> files_;
  std::size_t file_ = 0;
  std::optional<results::Campaign> campaign_;
  std::size_t row_ = 0;
};

}  // namespace

analysis::Extent each_study(const std::vector<std::string>& files,
                            const std::function<void(const results::Study&)>& visit) {
  Studies studies(files_of(files));
  // HDF5 knows no threads: only one of these is under way.
  const auto reading = [&] {
    return std::async(std::launch::async, [&] { return studies.next(); });
  };
  auto coming = reading();
  while (const std::optional<results::Study> study = coming.get()) {
    coming = reading();
    visit(*study);
  }
  return studies.extent();
}

int code_of(const analysis::Extent& extent, int otherwise) {
  return extent.partial() ? exit_code::partial : otherwise;
}

analysis::Row row_of(const results::Study& study, const std::string& meldkamer) {
  require_meldkamer(study, meldkamer);
  return analysis::reduce(study, meldkamer);
}

ReadRows read_rows(const std::vector<std::string>& files, const std::string& meldkamer,
                   analysis::InputTexts* inputs) {
  ReadRows out;
  out.extent = each_study(files, [&](const results::Study& study) {
    out.rows.push_back(row_of(study, meldkamer));
    if (inputs == nullptr)
      return;
    for (const auto& input : study.provenance.inputs)
      (*inputs)[input.path].insert(input.text);
  });
  return out;
}

}  // namespace studies
