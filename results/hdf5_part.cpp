#include "results/hdf5_part.hpp"

#include <H5FDpublic.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "results/hdf5_writer.hpp"

namespace results {

namespace {

constexpr haddr_t most_bytes = haddr_t{1} << 62;

/// What the library hands over when it opens the file.
struct Target {
  int descriptor;
  int* error;
};

/// The library's view of a file begins with its own part.
struct File {
  H5FD_t base;
  Target target;
  haddr_t end_of_allocation;
  bool is_written;
};

File& file_of(H5FD_t* base) {
  return *reinterpret_cast<File*>(base);
}
const File& file_of(const H5FD_t* base) {
  return *reinterpret_cast<const File*>(base);
}

void note(const Target& target, int error) {
  if (*target.error == 0)
    *target.error = error;
}

H5FD_t* open_file(const char*, unsigned flags, hid_t access, haddr_t) {
  auto file = std::make_unique<File>();
  file->target = *static_cast<const Target*>(H5Pget_driver_info(access));
  file->is_written = (flags & H5F_ACC_RDWR) != 0;
  if ((flags & H5F_ACC_TRUNC) != 0 && ftruncate(file->target.descriptor, 0) != 0)
    note(file->target, errno);
  return &file.release()->base;
}

herr_t close_file(H5FD_t* base) {
  delete &file_of(base);
  return 0;
}

/// A file that is only read does without the library's accumulator of metadata, which copies from
/// outside of its buffer when an address of a damaged file is near 2^64.
herr_t query(const H5FD_t* base, unsigned long* flags) {
  *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_DATA_SIEVE | H5FD_FEAT_AGGREGATE_SMALLDATA;
  if (base == nullptr || file_of(base).is_written)
    *flags |= H5FD_FEAT_ACCUMULATE_METADATA;
  return 0;
}

haddr_t end_of_allocation(const H5FD_t* base, H5FD_mem_t) {
  return file_of(base).end_of_allocation;
}

herr_t set_end_of_allocation(H5FD_t* base, H5FD_mem_t, haddr_t address) {
  file_of(base).end_of_allocation = address;
  return 0;
}

haddr_t end_of_file(const H5FD_t* base, H5FD_mem_t) {
  struct stat there {};
  if (fstat(file_of(base).target.descriptor, &there) != 0)
    note(file_of(base).target, errno);
  return static_cast<haddr_t>(there.st_size);
}

/// Bytes behind the end are 0, and those at an address of a damaged file that no file can have.
herr_t read(H5FD_t* base, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, void* into) {
  const Target& target = file_of(base).target;
  auto* at = static_cast<char*>(into);
  while (size > 0) {
    const auto got = pread(target.descriptor, at, size, static_cast<off_t>(address));
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0 && errno != EINVAL)
      note(target, errno);
    if (got <= 0)
      break;
    at += got;
    address += static_cast<haddr_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  std::memset(at, 0, size);
  return 0;
}

herr_t write(H5FD_t* base, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, const void* from) {
  const Target& target = file_of(base).target;
  const auto* at = static_cast<const char*>(from);
  while (size > 0 && *target.error == 0) {
    const auto written = pwrite(target.descriptor, at, size, static_cast<off_t>(address));
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0) {
      note(target, errno);
      break;
    }
    at += written;
    address += static_cast<haddr_t>(written);
    size -= static_cast<std::size_t>(written);
  }
  return 0;
}

herr_t truncate(H5FD_t* base, hid_t, hbool_t) {
  const File& file = file_of(base);
  if (*file.target.error == 0 &&
      ftruncate(file.target.descriptor, static_cast<off_t>(file.end_of_allocation)) != 0)
    note(file.target, errno);
  return 0;
}

H5FD_class_t driver() {
  H5FD_class_t out{};
  out.name = "uitwijk_part";
  out.maxaddr = most_bytes;
  out.fc_degree = H5F_CLOSE_WEAK;
  out.fapl_size = sizeof(Target);
  out.open = open_file;
  out.close = close_file;
  out.query = query;
  out.get_eoa = end_of_allocation;
  out.set_eoa = set_end_of_allocation;
  out.get_eof = end_of_file;
  out.read = read;
  out.write = write;
  out.truncate = truncate;
  const H5FD_mem_t map[] = H5FD_FLMAP_DICHOTOMY;
  std::memcpy(out.fl_map, map, sizeof out.fl_map);
  return out;
}

}  // namespace

Hdf5Part::Hdf5Part(int descriptor) : descriptor_(descriptor) {
  static const H5FD_class_t ours = driver();
  H5open();
  driver_ = H5FDregister(&ours);
}

Hdf5Part::~Hdf5Part() {
  H5FDunregister(driver_);
}

H5::FileAccPropList Hdf5Part::access() {
  H5::FileAccPropList out;
  const Target target{descriptor_, &error_};
  if (H5Pset_driver(out.getId(), driver_, &target) < 0)
    throw H5::FileIException("Hdf5Part::access", "the library takes no driver");
  return out;
}

H5::H5File Hdf5Part::create() {
  return {"part", H5F_ACC_TRUNC, without_times(), access()};
}

H5::H5File Hdf5Part::open_to_read() {
  return {"part", H5F_ACC_RDONLY, H5::FileCreatPropList::DEFAULT, access()};
}

H5::H5File Hdf5Part::open() {
  return {"part", H5F_ACC_RDWR, H5::FileCreatPropList::DEFAULT, access()};
}

}  // namespace results
