#include "sim/replications/shared_block.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>

#include "results/fact_bytes.hpp"

namespace sim {

namespace {

constexpr std::size_t page = 4096;
/// More than the facts of one event in a country; those of a year with many calls may not fit.
constexpr std::size_t facts_room = std::size_t{16} << 20;

std::size_t whole_pages(std::size_t bytes) {
  return (bytes + page - 1) / page * page;
}

}  // namespace

struct SharedBlock::Header {
  std::uint32_t background_callers;
  std::uint32_t beside;  ///< the facts did not fit and lie in the file
  char error[512];
};

SharedBlock::SharedBlock(std::size_t callers)
    : callers_(callers),
      size_(whole_pages(sizeof(Header)) + 3 * whole_pages(callers * sizeof(float)) +
            whole_pages(callers * sizeof(std::uint16_t)) + whole_pages(callers) + facts_room),
      memory_(size_),
      beside_(memfd_create("facts", MFD_CLOEXEC)) {
  if (beside_ < 0)
    throw std::system_error(errno, std::generic_category(), "no room for the facts");
}

SharedBlock::~SharedBlock() {
  close(beside_);
}

SharedBlock::Header& SharedBlock::header() const {
  return *reinterpret_cast<Header*>(memory_.data());
}

PairedFates SharedBlock::fates(std::size_t count) const {
  const std::size_t times = whole_pages(callers_ * sizeof(float));
  std::byte* attempts = memory_.data() + whole_pages(sizeof(Header));
  std::byte* cells = attempts + 3 * times;
  std::byte* fates = cells + whole_pages(callers_ * sizeof(std::uint16_t));
  const auto times_at = [&](std::byte* from) {
    return std::span<float>(reinterpret_cast<float*>(from), count);
  };
  return {{reinterpret_cast<std::uint8_t*>(fates), count},
          {reinterpret_cast<std::uint16_t*>(cells), count},
          times_at(attempts),
          times_at(attempts + times),
          times_at(attempts + 2 * times)};
}

PairedFates SharedBlock::fates() const {
  return fates(callers_);
}

std::byte* SharedBlock::facts_from() const {
  return memory_.data() + size_ - facts_room;
}

void SharedBlock::clear() {
  std::ranges::fill(fates(header().background_callers).fate, std::uint8_t{0});
  header().background_callers = 0;
  if (header().beside != 0 && ftruncate(beside_, 0) == 0)
    header().beside = 0;
}

void SharedBlock::put(const results::Facts& facts, std::uint32_t background_callers) {
  const std::size_t bytes = bytes_of(facts);
  header().beside = bytes > facts_room ? 1 : 0;
  header().background_callers = background_callers;
  if (header().beside == 0) {
    write_facts(facts, {facts_from(), facts_room});
    return;
  }
  if (ftruncate(beside_, static_cast<off_t>(bytes)) != 0)
    throw std::system_error(errno, std::generic_category(), "no room for the facts");
  const SharedMemory file(beside_, bytes);
  write_facts(facts, {file.data(), bytes});
}

void SharedBlock::put_error(const std::string& message) {
  const auto length = std::min(message.size(), sizeof(Header::error) - 1);
  std::memcpy(header().error, message.data(), length);
  header().error[length] = 0;
}

std::uint32_t SharedBlock::background_callers() const {
  return header().background_callers;
}

std::string SharedBlock::error() const {
  return header().error;
}

results::Facts SharedBlock::take() const {
  if (header().beside == 0)
    return results::read_facts(facts_from());
  struct stat there {};
  if (fstat(beside_, &there) != 0)
    throw std::bad_alloc();
  const SharedMemory file(beside_, static_cast<std::size_t>(there.st_size));
  return results::read_facts(file.data());
}

}  // namespace sim
