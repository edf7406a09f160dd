#include "results/part_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/text/shown.hpp"
#include "models/text/whole_number.hpp"
#include "results/result_file.hpp"

namespace results {

namespace {

namespace fs = std::filesystem;

constexpr mode_t for_its_owner = 0600;
constexpr std::size_t longest_name = 255, room_for_ending = 32;  ///< bytes, of Linux; ".part.PID.N"
constexpr int most_names = 100, most_links = 40;

[[noreturn]] void fail(const fs::path& file, const std::string& what, int error) {
  throw ResultError(
      fmt::format("{}: {}: {}", models::shown_name(file.string()), what, std::strerror(error)));
}

constexpr std::string_view part_word = ".part.";

std::string stem_of_parts(const fs::path& file) {
  return name_with_room(file) + std::string(part_word);
}

/// As it is written behind the stem; `split -d` makes .part.00 and so on.
bool is_number(std::string_view text) {
  const auto number = models::whole_number(text);
  return number && *number > 0 && fmt::to_string(*number) == text;
}

/// What `look` says of the file; false in a folder that may not be entered, as its writer will say.
bool if_allowed(bool (*look)(const fs::path&), const fs::path& file) {
  try {
    return look(file);
  } catch (const models::SystemFault& fault) {
    if (fault.error() == EACCES)
      return false;
    throw;
  }
}

/// PID or PID.N.
bool is_ending(std::string_view text) {
  const std::size_t point = text.find('.');
  return is_number(text.substr(0, point)) &&
         (point == std::string_view::npos || is_number(text.substr(point + 1)));
}

/// Who writes a part holds its lock; so a part that can be locked is of a writer that was killed.
bool lock(int descriptor) {
  return flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

/// A part that was just made, unless somebody took it for one that was left before it was locked.
/// Where a file system has no locks, nothing is taken away.
bool is_ours(int descriptor) {
  struct stat there {};
  const bool taken = !lock(descriptor) && errno == EWOULDBLOCK;
  const bool removed = fstat(descriptor, &there) == 0 && there.st_nlink == 0;
  return !taken && !removed;
}

void remove_if_left(const fs::path& part) {
  const int descriptor = open(part.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0)
    return;
  if (lock(descriptor))
    unlink(part.c_str());
  close(descriptor);
}

/// Those that killed writers have left, of all whose name until its ending is asked for.
template <class IsAsked>
void remove_those_left(const fs::path& folder, IsAsked is_asked) {
  std::error_code ignored;
  for (fs::directory_iterator at(folder, ignored); !ignored && at != fs::directory_iterator();
       at.increment(ignored)) {
    const std::string name = at->path().filename().string();
    const std::size_t stem = name.rfind(part_word);
    if (stem != std::string::npos &&
        is_ending(std::string_view(name).substr(stem + part_word.size())) &&
        is_asked(name.substr(0, stem + part_word.size())))
      remove_if_left(at->path());
  }
}

}  // namespace

std::string name_with_room(const fs::path& file) {
  return file.filename().string().substr(0, longest_name - room_for_ending);
}

fs::path written_through(fs::path file) {
  const fs::path asked = file;
  for (int links = 0; if_allowed(models::is_link, file); ++links) {
    if (links == most_links)
      fail(asked, "cannot be written", ELOOP);
    file = models::folder_of(file) / fs::read_symlink(file);
  }
  return file;
}

PartFile::PartFile(const fs::path& file) : file_(written_through(file)) {
  if (file_.filename().string().size() > longest_name)
    fail(file_, "cannot be written", ENAMETOOLONG);
  remove_those_left(models::folder_of(file_),
                    [stem = stem_of_parts(file_)](const std::string& of) { return of == stem; });
  for (int number = 0; descriptor_ < 0; ++number) {
    if (number > most_names)
      fail(file_, "cannot be written", EBUSY);
    part_ = models::folder_of(file_) / fmt::format("{}{}", stem_of_parts(file_), getpid());
    if (number > 0)  // being written by a thread, or by a process of another machine
      part_ += fmt::format(".{}", number);
    descriptor_ = open(part_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, for_its_owner);
    if (descriptor_ < 0 && errno != EEXIST)
      fail(file_, "cannot be written", errno);
    if (descriptor_ >= 0 && !is_ours(descriptor_))
      close(std::exchange(descriptor_, -1));
  }
  fchmod(descriptor_, for_its_owner);  // whatever the umask leaves of it
}

PartFile::~PartFile() {
  if (!part_.empty())
    unlink(part_.c_str());
  if (descriptor_ >= 0)
    close(descriptor_);
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

/// Mode, owner and group of what is replaced. Nobody gets in who could not before: a group that
/// cannot be kept takes its rights with it.
void PartFile::take_rights() {
  struct stat there {};
  if (stat(file_.c_str(), &there) != 0) {
    if (errno == ENOENT)
      return;
    fail(file_, "cannot be replaced", errno);
  }
  mode_t mode = there.st_mode & 0777U;
  if (fchown(descriptor_, there.st_uid, there.st_gid) != 0 &&
      fchown(descriptor_, static_cast<uid_t>(-1), there.st_gid) != 0)
    mode &= ~static_cast<mode_t>(S_IRWXG);
  fchmod(descriptor_, mode);
}

void PartFile::finish() {
  if (fsync(descriptor_) != 0)
    fail(file_, "cannot be written", errno);
}

/// The lock goes with it, so not before the part has its name.
void PartFile::close_part() {
  if (close(std::exchange(descriptor_, -1)) != 0)
    fail(file_, "cannot be written", errno);
}

/// By link where the file system knows no such rename, as NFS. There the answer may get lost, so
/// the number of links decides.
bool PartFile::take_free_name() {
  if (renameat2(AT_FDCWD, part_.c_str(), AT_FDCWD, file_.c_str(), RENAME_NOREPLACE) == 0) {
    part_.clear();
    return true;
  }
  if (errno == EINVAL && link(part_.c_str(), file_.c_str()) == 0)
    return true;
  const int why = errno;
  struct stat there {};
  if (fstat(descriptor_, &there) == 0 && there.st_nlink == 2)
    return true;
  if (why != EEXIST)
    fail(file_, "cannot be written", why);
  return false;
}

bool PartFile::commit_new() {
  finish();
  if (!take_free_name())
    return false;
  close_part();
  sync_folder();
  return true;
}

void PartFile::commit() {
  take_rights();
  finish();
  if (rename(part_.c_str(), file_.c_str()) != 0)
    fail(file_, "cannot take the place of what is there", errno);
  part_.clear();
  close_part();
  sync_folder();
}

/// After this the new name survives a loss of power. Some file systems cannot sync a folder.
void PartFile::sync_folder() const {
  const auto folder = models::folder_of(file_);
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    return;
  const int error = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  if (error != 0 && error != EINVAL && error != ENOTSUP)
    fail(file_, "its folder cannot be synced", error);
}

void remove_left_parts(const fs::path& folder) {
  remove_those_left(folder, [](const std::string&) { return true; });
}

void check_new(const fs::path& file) {
  if (if_allowed(models::is_link, file) || if_allowed(models::is_there, file))
    fail(file, "cannot be written", EEXIST);
  const PartFile probe(file);
}

void write_new(const fs::path& file, std::string_view text) {
  if (if_allowed(models::is_link, file))
    fail(file, "cannot be written", EEXIST);
  PartFile part(file);
  part.append(text);
  if (!part.commit_new())
    fail(file, "cannot be written", EEXIST);
}

void check_replaceable(const fs::path& file, std::string_view begin) {
  if (!if_allowed(models::is_there, file))
    return;
  models::FileReader there(file);
  if (!there.is_regular())
    throw ResultError(fmt::format("{}: is there and is not a regular file", file.string()));
  if (there.size() > 0 && there.read(begin.size()) != begin)
    throw ResultError(
        fmt::format("{}: is there and is another kind of file: give another name, "
                    "or remove it first",
                    file.string()));
}

}  // namespace results
