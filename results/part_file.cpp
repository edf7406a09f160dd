#include "results/part_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "results/result_file.hpp"

namespace results {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, const std::string& what, int error) {
  throw ResultError(fmt::format("{}: {}: {}", file.string(), what, std::strerror(error)));
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

}  // namespace

PartFile::PartFile(fs::path file) : file_(std::move(file)) {
  for (int number = 0; descriptor_ < 0; ++number) {
    part_ = fmt::format("{}.part.{}", file_.string(), getpid());
    if (number > 0)  // left over by a process that had our number, or being written by a thread
      part_ += fmt::format(".{}", number);
    descriptor_ = open(part_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor_ < 0 && (errno != EEXIST || number > 99))
      fail(file_, "cannot be written", errno);
  }
}

PartFile::~PartFile() {
  if (descriptor_ >= 0)
    close(descriptor_);
  if (!part_.empty())
    unlink(part_.c_str());
}

void PartFile::append(std::string_view bytes) {
  if (lseek(descriptor_, 0, SEEK_END) < 0)
    fail(file_, "cannot be written", errno);
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR)
      fail(file_, "cannot be written", errno);
    if (written > 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void PartFile::finish() {
  if (fsync(descriptor_) != 0)
    fail(file_, "cannot be written", errno);
  if (close(std::exchange(descriptor_, -1)) != 0)
    fail(file_, "cannot be written", errno);
}

void PartFile::commit_new() {
  finish();
  if (link(part_.c_str(), file_.c_str()) != 0)
    fail(file_, "cannot be written", errno);
  sync_folder();
}

void PartFile::commit() {
  finish();
  if (rename(part_.c_str(), file_.c_str()) != 0)
    fail(file_, "cannot take the place of what is there", errno);
  part_.clear();
  sync_folder();
}

/// After this the new name survives a loss of power. Some file systems cannot sync a folder.
void PartFile::sync_folder() const {
  const auto folder = folder_of(file_);
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    return;
  const int error = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  if (error != 0 && error != EINVAL && error != ENOTSUP)
    fail(file_, "its folder cannot be synced", error);
}

void write_new(const fs::path& file, std::string_view text) {
  PartFile part(file);
  part.append(text);
  part.commit_new();
}

void check_replaceable(const fs::path& file, std::string_view begin) {
  struct stat there {};
  if (stat(file.c_str(), &there) != 0)
    return;
  if (!S_ISREG(there.st_mode))
    throw ResultError(fmt::format("{}: is there and is not a regular file", file.string()));
  std::string found(begin.size(), '\0');
  std::ifstream(file, std::ios::binary)
      .read(found.data(), static_cast<std::streamsize>(found.size()));
  if (there.st_size > 0 && found != begin)
    throw ResultError(
        fmt::format("{}: is there and is another kind of file: give another name, "
                    "or remove it first",
                    file.string()));
}

void remove_parts(const fs::path& file) {
  const std::string prefix = file.filename().string() + ".part.";
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_of(file), ignored))
    if (entry.path().filename().string().starts_with(prefix))
      fs::remove(entry.path(), ignored);
}

}  // namespace results
