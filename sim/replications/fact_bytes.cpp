#include "sim/replications/fact_bytes.hpp"

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace sim {

namespace {

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
  visit(facts.unreachable_112_s);
  visit(facts.dispatch_impossible_s);
  visit(facts.degraded_s);
  visit(facts.outages);
  visit(facts.episodes);
  visit(facts.losses);
  visit(facts.course);
  visit(facts.calls);
}

struct Rest {
  double seen_until_s;
  std::uint64_t conservation_error;
  results::Digest digest;
};

template <class Column>
using ValueOf = typename std::remove_cvref_t<Column>::value_type;

template <class Value>
const std::vector<Value>& values_of(const std::vector<Value>& column) {
  return column;
}
std::vector<std::uint32_t> values_of(const results::CountList& column) {
  return column.values();
}

/// What was seen is kept for long, and beside that of many other replications.
template <class Value>
void set(std::vector<Value>& column, std::vector<Value> values) {
  column = std::move(values);
}
void set(results::CountList& column, std::vector<std::uint32_t> values) {
  column = std::move(values);
  column.pack();
}

}  // namespace

std::size_t bytes_of(const results::Facts& facts) {
  std::size_t bytes = sizeof(Rest);
  for_each_column(facts, [&](const auto& column) {
    bytes += sizeof(std::uint64_t) + column.size() * sizeof(ValueOf<decltype(column)>);
  });
  return bytes;
}

void write_facts(const results::Facts& facts, std::span<std::byte> bytes) {
  if (bytes_of(facts) > bytes.size())
    throw std::length_error("the facts of one replication do not fit");
  std::byte* at = bytes.data();
  const Rest rest{facts.seen_until_s, facts.conservation_error, facts.digest};
  std::memcpy(at, &rest, sizeof rest);
  at += sizeof rest;
  for_each_column(facts, [&](const auto& column) {
    static_assert(std::is_trivially_copyable_v<ValueOf<decltype(column)>>);
    const auto& values = values_of(column);
    const std::uint64_t count = values.size();
    const std::size_t size = count * sizeof(ValueOf<decltype(column)>);
    std::memcpy(at, &count, sizeof count);
    if (count > 0)
      std::memcpy(at + sizeof count, values.data(), size);
    at += sizeof count + size;
  });
}

results::Facts read_facts(const std::byte* bytes) {
  results::Facts facts;
  Rest rest;
  std::memcpy(&rest, bytes, sizeof rest);
  facts.seen_until_s = rest.seen_until_s;
  facts.conservation_error = rest.conservation_error;
  facts.digest = rest.digest;
  const std::byte* at = bytes + sizeof rest;
  for_each_column(facts, [&](auto& column) {
    std::uint64_t count;
    std::memcpy(&count, at, sizeof count);
    std::vector<ValueOf<decltype(column)>> values(count);
    const std::size_t size = count * sizeof(ValueOf<decltype(column)>);
    if (count > 0)
      std::memcpy(values.data(), at + sizeof count, size);
    set(column, std::move(values));
    at += sizeof count + size;
  });
  return facts;
}

}  // namespace sim
