#include "sim/replications/shared_memory.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <system_error>

namespace sim {

namespace {

std::byte* mapped(std::size_t bytes, int flags, int descriptor) {
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | flags, descriptor, 0);
  if (memory == MAP_FAILED)
    throw std::bad_alloc();
  return static_cast<std::byte*>(memory);
}

[[noreturn]] void refuse_memory() {
  throw std::system_error(errno, std::generic_category(), "no memory for a file in it");
}

}  // namespace

SharedMemory::SharedMemory(std::size_t bytes)
    : data_(mapped(bytes, MAP_ANONYMOUS | MAP_NORESERVE, -1)), bytes_(bytes) {}

SharedMemory::SharedMemory(int descriptor, std::size_t bytes)
    : data_(mapped(bytes, 0, descriptor)), bytes_(bytes) {}

SharedMemory::~SharedMemory() {
  munmap(data_, bytes_);
}

MemoryFile::MemoryFile(const char* name) : descriptor_(memfd_create(name, MFD_CLOEXEC)) {
  if (descriptor_ < 0)
    refuse_memory();
}

MemoryFile::~MemoryFile() {
  close(descriptor_);
}

void MemoryFile::append(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const auto written = write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR)
      refuse_memory();
    bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
  }
}

void MemoryFile::clear() {
  if (ftruncate(descriptor_, 0) != 0 || lseek(descriptor_, 0, SEEK_SET) != 0)
    refuse_memory();
}

std::vector<std::byte> MemoryFile::whole() const {
  struct stat there {};
  if (fstat(descriptor_, &there) != 0)
    refuse_memory();
  std::vector<std::byte> out(static_cast<std::size_t>(there.st_size));
  for (std::size_t at = 0; at < out.size();) {
    const auto read = pread(descriptor_, out.data() + at, out.size() - at, static_cast<off_t>(at));
    if (read < 0 && errno != EINTR)
      refuse_memory();
    at += static_cast<std::size_t>(std::max<ssize_t>(read, 0));
  }
  return out;
}

SharedBell::SharedBell() {
  sem_init(&rings_, 1, 0);
}

void SharedBell::ring() {
  sem_post(&rings_);
}

void SharedBell::wait() {
  while (sem_wait(&rings_) != 0 && errno == EINTR) {
  }
}

void SharedBell::wait(std::chrono::milliseconds most) {
  timespec until{};
  clock_gettime(CLOCK_MONOTONIC, &until);
  const auto ns = until.tv_nsec + std::chrono::nanoseconds(most).count();
  until.tv_sec += ns / 1'000'000'000;
  until.tv_nsec = ns % 1'000'000'000;
  sem_clockwait(&rings_, CLOCK_MONOTONIC, &until);
}

}  // namespace sim
