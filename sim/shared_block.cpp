#include "sim/shared_block.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>
#include <type_traits>

namespace sim {

namespace {

constexpr std::size_t page = 4096;
constexpr std::size_t facts_room = std::size_t{1} << 30;  // address space, not memory

std::size_t whole_pages(std::size_t bytes) {
  return (bytes + page - 1) / page * page;
}

template <class Facts, class Visit>
void for_each_column(Facts& facts, Visit&& visit) {
  visit(facts.callers);
  visit(facts.kinds);
  visit(facts.other_work);
  visit(facts.contacts);
  visit(facts.contact_time);
  visit(facts.groups);
  visit(facts.group_times);
  visit(facts.waits);
  visit(facts.answer_delay);
  visit(facts.dispatch_delay);
  visit(facts.timeline);
  visit(facts.unreachable_s);
  visit(facts.outages);
  visit(facts.episodes);
  visit(facts.course);
  visit(facts.calls);
}

}  // namespace

struct SharedBlock::Header {
  std::uint64_t complete;
  std::uint64_t conservation_error;
  std::uint32_t background_callers;
  results::Digest digest;
  char error[512];
};

SharedBlock::SharedBlock(std::size_t callers)
    : callers_(callers),
      size_(whole_pages(sizeof(Header)) + whole_pages(callers * sizeof(float)) +
            whole_pages(callers * sizeof(std::uint16_t)) + whole_pages(callers) + facts_room) {
  void* memory = mmap(nullptr, size_, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED)
    throw std::bad_alloc();
  memory_ = static_cast<std::byte*>(memory);
}

SharedBlock::~SharedBlock() {
  munmap(memory_, size_);
}

SharedBlock::Header& SharedBlock::header() const {
  return *reinterpret_cast<Header*>(memory_);
}

PairedFates SharedBlock::fates(std::size_t count) const {
  std::byte* delays = memory_ + whole_pages(sizeof(Header));
  std::byte* cells = delays + whole_pages(callers_ * sizeof(float));
  std::byte* fates = cells + whole_pages(callers_ * sizeof(std::uint16_t));
  return {{reinterpret_cast<std::uint8_t*>(fates), count},
          {reinterpret_cast<std::uint16_t*>(cells), count},
          {reinterpret_cast<float*>(delays), count}};
}

PairedFates SharedBlock::fates() const {
  return fates(callers_);
}

std::byte* SharedBlock::facts_from() const {
  return memory_ + size_ - facts_room;
}

void SharedBlock::put(const results::Facts& facts, std::uint32_t background_callers) {
  std::byte* at = facts_from();
  const std::byte* const end = at + facts_room;
  for_each_column(facts, [&](const auto& column) {
    using Value = typename std::remove_cvref_t<decltype(column)>::value_type;
    static_assert(std::is_trivially_copyable_v<Value>);
    const std::uint64_t count = column.size();
    const std::size_t bytes = count * sizeof(Value);
    if (static_cast<std::size_t>(end - at) < bytes + sizeof count)
      throw std::length_error("the facts of one replication do not fit into a gigabyte");
    std::memcpy(at, &count, sizeof count);
    if (bytes > 0)
      std::memcpy(at + sizeof count, column.data(), bytes);
    at += sizeof count + bytes;
  });
  header().conservation_error = facts.conservation_error;
  header().digest = facts.digest;
  header().background_callers = background_callers;
  header().complete = 1;
}

void SharedBlock::put_error(const std::string& message) {
  const auto length = std::min(message.size(), sizeof(Header::error) - 1);
  std::memcpy(header().error, message.data(), length);
}

bool SharedBlock::has_facts() const {
  return header().complete == 1;
}

std::uint32_t SharedBlock::background_callers() const {
  return header().background_callers;
}

std::string SharedBlock::error() const {
  return header().error;
}

results::Facts SharedBlock::take() const {
  results::Facts facts;
  const std::byte* at = facts_from();
  for_each_column(facts, [&](auto& column) {
    using Value = typename std::remove_cvref_t<decltype(column)>::value_type;
    std::uint64_t count;
    std::memcpy(&count, at, sizeof count);
    column.resize(count);
    if (count > 0)
      std::memcpy(column.data(), at + sizeof count, count * sizeof(Value));
    at += sizeof count + count * sizeof(Value);
  });
  facts.conservation_error = header().conservation_error;
  facts.digest = header().digest;
  return facts;
}

}  // namespace sim
