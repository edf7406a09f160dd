#include "models/text/file_reader.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "models/text/shown.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = std::size_t{1} << 16;
constexpr const char* unreadable = "cannot be read";

/// The name leads nowhere, whatever the state of the disk. ESRCH: to a process that has ended.
bool means_no_file(int error) {
  return error == ENOENT || error == ENOTDIR || error == ELOOP || error == ENAMETOOLONG ||
         error == ESRCH;
}

/// Of what is there; 0: nothing is. `look` follows a link, or looks at the link itself.
mode_t mode_of(const fs::path& file, int (*look)(const char*, struct stat*) = stat) {
  struct stat there {};
  if (look(file.c_str(), &there) == 0)
    return there.st_mode;
  if (!means_no_file(errno))
    system_refuses(file, unreadable, errno);
  return 0;
}

}  // namespace

void system_refuses(const fs::path& file, const std::string& what, int error) {
  throw SystemFault(
      fmt::format("{}: {}: {}", shown_name(file.string()), what, std::strerror(error)), error);
}

FileReader::FileReader(const fs::path& file)
    : file_(file), descriptor_(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (descriptor_ < 0)
    system_refuses(file_, unreadable, errno);
  struct stat there {};
  if (fstat(descriptor_, &there) != 0) {
    const int error = errno;
    close(descriptor_);
    system_refuses(file_, unreadable, error);
  }
  is_regular_ = S_ISREG(there.st_mode);
  is_folder_ = S_ISDIR(there.st_mode);
  size_ = static_cast<std::size_t>(there.st_size);
}

FileReader::~FileReader() {
  close(descriptor_);
}

std::size_t FileReader::read(char* into, std::size_t most) {
  std::size_t done = 0;
  while (done < most) {
    const auto got = ::read(descriptor_, into + done, most - done);
    if (got == 0)
      break;
    if (got > 0)
      done += static_cast<std::size_t>(got);
    else if (errno != EINTR)
      system_refuses(file_, unreadable, errno);
  }
  return done;
}

std::string FileReader::read(std::size_t most) {
  std::string out(most, '\0');
  out.resize(read(out.data(), most));
  return out;
}

void FileReader::go_to(std::size_t byte) {
  if (lseek(descriptor_, static_cast<off_t>(byte), SEEK_SET) < 0)
    system_refuses(file_, unreadable, errno);
}

std::string rest_of(FileReader& file) {
  std::string out = file.read(file.size());
  for (std::string more = file.read(piece_bytes); !more.empty(); more = file.read(piece_bytes))
    out += more;
  return out;
}

std::string bytes_of(const fs::path& file) {
  FileReader reader(file);
  return rest_of(reader);
}

std::optional<std::string> bytes_if_there(const fs::path& file) {
  try {
    return bytes_of(file);
  } catch (const SystemFault& fault) {
    if (means_no_file(fault.error()))
      return std::nullopt;
    throw;
  }
}

bool is_there(const fs::path& file) {
  return mode_of(file) != 0;
}

bool is_folder(const fs::path& file) {
  return S_ISDIR(mode_of(file));
}

bool is_regular(const fs::path& file) {
  return S_ISREG(mode_of(file));
}

bool is_link(const fs::path& file) {
  return S_ISLNK(mode_of(file, lstat));
}

}  // namespace models
