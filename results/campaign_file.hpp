#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "results/study.hpp"

/// One file of many studies: threats x targets x measures. docs/formats/campaign-file.md says how
/// it looks.
namespace results {

/// What the rows of a campaign have in common.
struct CampaignHead {
  std::string name, rubricering;
  std::string manifest;  ///< canonical text of what was asked for, without tasks and machine
  std::string digest;    ///< SHA-256 of it
};

/// A row of the table at the front of the file; its study stands behind it.
struct CampaignRow {
  std::string id;
  std::uint64_t asked = 0, finished = 0, failed = 0;  ///< replications
  RowLabels labels;                                   ///< empty when nothing is finished
  bool complete() const { return finished + failed == asked; }
};

/// Writes row after row straight to FILE.part.PID and holds one of them at a time; `commit` puts
/// the table before them, seals, syncs and renames. Without it nothing is left. Throws ResultError
/// when the file system refuses. Same rows, same bytes.
class CampaignWriter {
public:
  CampaignWriter(std::filesystem::path file, CampaignHead head);
  ~CampaignWriter();
  CampaignWriter(const CampaignWriter&) = delete;
  CampaignWriter& operator=(const CampaignWriter&) = delete;

  /// The next row. A study that has neither finished nor failed replications is left out.
  void add(const std::string& id, std::uint64_t asked, const Study& study);
  void commit();

private:
  class File;
  std::unique_ptr<File> file_;
};

/// A campaign's file, its rows read when they are asked for.
class Campaign {
public:
  explicit Campaign(const std::filesystem::path& file);
  Campaign(Campaign&&) noexcept;
  Campaign& operator=(Campaign&&) noexcept;
  ~Campaign();

  const CampaignHead& head() const;
  const std::vector<CampaignRow>& rows() const;
  bool complete() const;  ///< every row has all its replications
  /// Throws ResultError when the file has nothing of that row, or something else than it should.
  Study row(std::size_t index) const;

private:
  class File;
  std::unique_ptr<File> file_;
};

/// Looks at the seal of the whole file, then at the table. Refuses what `read_study` would.
Campaign read_campaign(const std::filesystem::path& file);

}  // namespace results
