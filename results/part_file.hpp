#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace results {

/// FILE.part.PID, new, mode 0600, for writing; removed again unless it becomes FILE. A FILE that is
/// a symbolic link stays one: what it leads to is written. Parts of FILE that killed writers left
/// are removed, and nothing of another name; who writes holds the lock (flock) of its part. Throws
/// ResultError, with the name of FILE, when the file system refuses.
class PartFile {
public:
  explicit PartFile(const std::filesystem::path& file);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  /// Where it is until then, and open for reading and writing.
  const std::string& path() const { return part_; }
  int descriptor() const { return descriptor_; }
  /// Behind what is there.
  void append(std::string_view bytes);
  /// Puts the part on disk and in the place of FILE, whose mode, owner and group it takes where it
  /// may; the folder is synced.
  void commit();
  /// The same unless there is a FILE: then nothing happens, and it is false. Of several that try at
  /// a time one succeeds, also over NFS.
  [[nodiscard]] bool commit_new();

private:
  void take_rights();
  void finish();
  bool take_free_name();
  void close_part();
  void sync_folder() const;

  std::filesystem::path file_;
  std::string part_;
  int descriptor_ = -1;
};

/// Removes all parts that killed writers left in a folder of ours.
void remove_left_parts(const std::filesystem::path& folder);

/// The name of a file without its folder, shortened where it leaves no room for an ending of ours.
std::string name_with_room(const std::filesystem::path& file);

/// Writes a text that only its owner may read, with the care of a PartFile; refuses any file that
/// is there, a symbolic link too. Throws ResultError.
void write_new(const std::filesystem::path& file, std::string_view text);
/// Refuses what it would refuse: before a long run.
void check_new(const std::filesystem::path& file);

/// Refuses what a rename would destroy or cannot replace: folders, devices, pipes, and a file with
/// something in it that does not begin with `begin`, so is of another kind than what will take its
/// place.
void check_replaceable(const std::filesystem::path& file, std::string_view begin = {});

/// The file that is written when this one is asked for: what a symbolic link leads to, also when
/// nothing is there yet. Refuses links that lead to themselves.
std::filesystem::path written_through(std::filesystem::path file);

}  // namespace results
