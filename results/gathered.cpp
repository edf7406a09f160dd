#include "results/gathered.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <utility>

#include "models/text/file_reader.hpp"
#include "results/brief_folder.hpp"
#include "results/fact_bytes.hpp"
#include "results/study.hpp"

namespace results {

/// A file that nobody else sees, gone with its descriptor.
class Gathered::File {
public:
  File()
      : file_(open(temporary_folder().c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
  }
  ~File() {
    if (file_ >= 0)
      close(file_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  std::size_t end() const { return end_; }

  /// False when the system has no room for them; then they count as not there.
  bool append(std::span<const std::byte> bytes) {
    std::size_t at = end_;
    for (auto rest = bytes; !rest.empty();) {
      const auto done = pwrite(file_, rest.data(), rest.size(), static_cast<off_t>(at));
      if (done < 0 && errno != EINTR)
        return false;
      at += go_on(rest, done);
    }
    end_ = at;
    return true;
  }

  void read(std::span<std::byte> bytes, std::size_t begin) const {
    while (!bytes.empty()) {
      const auto done = pread(file_, bytes.data(), bytes.size(), static_cast<off_t>(begin));
      if (done == 0 || (done < 0 && errno != EINTR))
        models::system_refuses(temporary_folder(), "what was set aside there cannot be read",
                               done == 0 ? EIO : errno);
      begin += go_on(bytes, done);
    }
  }

private:
  /// How far it came, leaving the rest.
  template <class Bytes>
  static std::size_t go_on(Bytes& bytes, ssize_t done) {
    const auto passed = static_cast<std::size_t>(std::max<ssize_t>(done, 0));
    bytes = bytes.subspan(passed);
    return passed;
  }

  int file_;
  std::size_t end_ = 0;
};

void Gathered::add(Observations seen) {
  const std::uint64_t replication = seen.replication;
  const std::size_t bytes = bytes_of(seen);
  if (used_ + bytes > memory_ && put(seen, bytes)) {
    places_.push_back({replication, file_->end() - bytes, bytes});
    return;
  }
  used_ += sizeof seen + bytes;
  near_.push_back(std::move(seen));
  places_.push_back({replication, near_.size() - 1, 0});
}

bool Gathered::put(const Observations& seen, std::size_t size) {
  if (refused_)
    return false;
  if (!file_)
    file_ = std::make_shared<File>();
  std::vector<std::byte> bytes(size);
  write_observations(seen, bytes);
  refused_ = !file_->append(bytes);
  return !refused_;
}

Observations Gathered::read(const Place& place) const {
  std::vector<std::byte> bytes(place.bytes);
  file_->read(bytes, place.begin);
  return read_observations(bytes.data());
}

std::vector<Gathered::Place> Gathered::by_number() const {
  std::vector<Place> out = places_;
  std::ranges::sort(out, {}, &Place::replication);
  return out;
}

void Gathered::each(const LookAt& look) const {
  for (const Place& place : by_number())
    if (place.bytes == 0)
      look(near_[place.begin]);
    else
      look(read(place));
}

std::vector<Observations> Gathered::take() {
  std::vector<Observations> out;
  out.reserve(places_.size());
  for (const Place& place : by_number())
    out.push_back(place.bytes == 0 ? std::move(near_[place.begin]) : read(place));
  near_.clear();
  places_.clear();
  used_ = 0;
  return out;
}

EachReplication each_of(const Study& study) {
  return [&study](const LookAt& look) { std::ranges::for_each(study.replications, look); };
}

}  // namespace results
