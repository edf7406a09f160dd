#include "results/result_file.hpp"

#include <H5Cpp.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <utility>

#include "results/seal.hpp"
#include "results/study_image.hpp"

namespace results {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, const std::string& what, int error) {
  throw ResultError(fmt::format("{}: {}: {}", file.string(), what, std::strerror(error)));
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// FILE.part.PID, new, mode 0600, for writing; removed again unless it becomes FILE.
class Part {
public:
  explicit Part(fs::path file) : file_(std::move(file)) {
    for (int number = 0; descriptor_ < 0; ++number) {
      part_ = fmt::format("{}.part.{}", file_.string(), getpid());
      if (number > 0)  // left over by a process that had our number, or being written by a thread
        part_ += fmt::format(".{}", number);
      descriptor_ = open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (descriptor_ < 0 && (errno != EEXIST || number > 99))
        fail(file_, "cannot be written", errno);
    }
  }
  ~Part() {
    if (descriptor_ >= 0)
      close(descriptor_);
    if (!part_.empty())
      unlink(part_.c_str());
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR)
        fail(file_, "cannot be written", errno);
      if (written > 0)
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  /// Puts the part on disk and in the place of the file.
  void commit() {
    if (fsync(descriptor_) != 0)
      fail(file_, "cannot be written", errno);
    if (close(std::exchange(descriptor_, -1)) != 0)
      fail(file_, "cannot be written", errno);
    if (rename(part_.c_str(), file_.c_str()) != 0)
      fail(file_, "cannot take the place of what is there", errno);
    part_.clear();
    sync_folder();
  }

private:
  /// After this the new name survives a loss of power. Some file systems cannot sync a folder.
  void sync_folder() const {
    const auto folder = folder_of(file_);
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
      return;
    const int error = fsync(descriptor) == 0 ? 0 : errno;
    close(descriptor);
    if (error != 0 && error != EINVAL && error != ENOTSUP)
      fail(file_, "its folder cannot be synced", error);
  }

  fs::path file_;
  std::string part_;
  int descriptor_ = -1;
};

/// Refuses what a rename would destroy or cannot replace: folders, devices, pipes.
void check_replaceable(const fs::path& file) {
  struct stat there {};
  if (stat(file.c_str(), &there) == 0 && !S_ISREG(there.st_mode))
    throw ResultError(fmt::format("{}: is there and is not a regular file", file.string()));
}

std::string bytes_of(const fs::path& file) {
  struct stat there {};
  if (stat(file.c_str(), &there) != 0)
    fail(file, "cannot be read", errno);
  if (!S_ISREG(there.st_mode))
    throw ResultError(fmt::format("{}: is not a regular file", file.string()));
  std::string bytes(static_cast<std::size_t>(there.st_size), '\0');
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    fail(file, "cannot be read", errno);
  if (!stream.read(bytes.data(), there.st_size))
    throw ResultError(fmt::format("{}: cannot be read to its end", file.string()));
  return bytes;
}

}  // namespace

void check_writable(const fs::path& file) {
  check_replaceable(file);
  const Part probe(file);
}

void write_study(const Study& study, const fs::path& file, Timelines timelines) {
  check_replaceable(file);
  std::string image;
  try {
    image = image_of(study, timelines);
  } catch (const H5::Exception& error) {
    throw ResultError(fmt::format("{}: HDF5 cannot hold it: {}: {}", file.string(),
                                  error.getFuncName(), error.getDetailMsg()));
  }
  Part part(file);
  part.write(image);
  part.write(seal_of(image));
  part.commit();
}

void write_private(const fs::path& file, std::string_view text) {
  check_replaceable(file);
  Part part(file);
  part.write(text);
  part.commit();
}

Study read_study(const fs::path& file) {
  const auto bytes = bytes_of(file);
  const auto refuse = [&](const std::string& why) {
    return ResultError(fmt::format("{}: {}", file.string(), why));
  };
  try {
    return study_of(unsealed(bytes));
  } catch (const ResultError& error) {
    throw refuse(error.what());
  } catch (const H5::Exception& error) {
    throw refuse(
        fmt::format("cannot be read by HDF5: {}: {}", error.getFuncName(), error.getDetailMsg()));
  } catch (const std::bad_alloc&) {
    throw refuse("does not fit in memory");
  } catch (const std::length_error&) {
    throw refuse("does not fit in memory");
  }
}

}  // namespace results
