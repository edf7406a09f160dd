#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

namespace models {

/// The system refuses: a disk, a limit, memory. Neither the fault of what somebody wrote nor ours;
/// nothing is known of the file then, so that nobody may take it for damaged or missing.
class SystemFault : public std::runtime_error {
public:
  explicit SystemFault(const std::string& what, int error = 0)
      : std::runtime_error(what), error_(error) {}
  int error() const { return error_; }  ///< errno, or 0

private:
  int error_;
};

/// Throws SystemFault: "FILE: WHAT: Input/output error".
[[noreturn]] void system_refuses(const std::filesystem::path& file, const std::string& what,
                                 int error);

/// A file, read in pieces. Every call of the system is checked: to a stream of the library a read
/// that fails is the end of the file. Never waits for a pipe. Throws SystemFault.
class FileReader {
public:
  explicit FileReader(const std::filesystem::path& file);
  ~FileReader();
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  bool is_regular() const { return is_regular_; }
  bool is_folder() const { return is_folder_; }
  std::size_t size() const { return size_; }      ///< bytes; 0 of a file that the system makes up
  int descriptor() const { return descriptor_; }  ///< open for as long as this object lives
  /// The next bytes: as many as were asked for, fewer only at the end of the file.
  std::size_t read(char* into, std::size_t most);
  std::string read(std::size_t most);
  /// The next byte that is read is this one.
  void go_to(std::size_t byte);

private:
  std::filesystem::path file_;
  int descriptor_;
  bool is_regular_ = false, is_folder_ = false;
  std::size_t size_ = 0;
};

/// All that is left of it.
std::string rest_of(FileReader& file);
/// All of a file.
std::string bytes_of(const std::filesystem::path& file);
/// The same; nothing when there is no such file.
std::optional<std::string> bytes_if_there(const std::filesystem::path& file);
/// Whether there is such a file, folder or anything else: not knowing is no "no". Throws
/// SystemFault.
bool is_there(const std::filesystem::path& file);
/// The same of a folder, of a regular file, and of a symbolic link. To std::filesystem a name that
/// is too long is a fault of the disk.
bool is_folder(const std::filesystem::path& file);
bool is_regular(const std::filesystem::path& file);
bool is_link(const std::filesystem::path& file);

}  // namespace models
