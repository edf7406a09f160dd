#include "sim/replications/shared_memory.hpp"

#include <sys/mman.h>

#include <cerrno>
#include <ctime>

namespace sim {

namespace {

std::byte* mapped(std::size_t bytes, int flags, int descriptor) {
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | flags, descriptor, 0);
  if (memory == MAP_FAILED)
    throw std::bad_alloc();
  return static_cast<std::byte*>(memory);
}

}  // namespace

SharedMemory::SharedMemory(std::size_t bytes)
    : data_(mapped(bytes, MAP_ANONYMOUS | MAP_NORESERVE, -1)), bytes_(bytes) {}

SharedMemory::SharedMemory(int descriptor, std::size_t bytes)
    : data_(mapped(bytes, 0, descriptor)), bytes_(bytes) {}

SharedMemory::~SharedMemory() {
  munmap(data_, bytes_);
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
