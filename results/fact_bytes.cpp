#include "results/fact_bytes.hpp"

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "results/datasets.hpp"

namespace results {

namespace {

template <class Record>
inline constexpr bool is_facts = std::is_same_v<std::remove_const_t<Record>, Facts>;

/// Every list of a record.
template <class Record, class Visit>
void for_each_column(Record& record, Visit&& visit) {
  if constexpr (is_facts<Record>) {
    for_each(facts_arrays, [&](const auto& array) { visit(record.*array.member); });
    visit(record.timeline);
    visit(record.outages);
    visit(record.episodes);
    visit(record.losses);
    visit(record.course);
    visit(record.calls);
  } else {
    for_each(paired_arrays, [&](const auto& array) { visit(record.*array.member); });
  }
}

/// What of a record is no list.
template <class Record, class Visit>
void for_each_number(Record& record, Visit&& visit) {
  if constexpr (is_facts<Record>) {
    visit(record.seen_until_s);
    visit(record.conservation_error);
    visit(record.digest);
  } else {
    for_each(paired_numbers, [&](const auto& number) { visit(record.*number.member); });
  }
}

/// Before the values of a list: how many there are, and of a CountList how they are stored.
struct ColumnHead {
  std::uint64_t count;
  std::uint32_t size, width;
};

template <class Value>
std::span<const Value> stored(const std::vector<Value>& column) {
  return column;
}
std::span<const std::uint32_t> stored(const CountList& column) {
  return column.words();
}
template <class Value>
ColumnHead head_of(const std::vector<Value>& column) {
  return {column.size(), 0, 0};
}
ColumnHead head_of(const CountList& column) {
  return {column.words().size(), column.packed_size(), column.width()};
}

template <class Value>
void set(std::vector<Value>& column, std::vector<Value> values, const ColumnHead&) {
  column = std::move(values);
}
/// What was seen is kept for long, and beside that of many other replications.
void set(CountList& column, std::vector<std::uint32_t> words, const ColumnHead& head) {
  column = CountList(CountList::Stored{std::move(words), head.size, head.width});
  column.pack();
}

template <class Record>
std::size_t size_of_record(const Record& record) {
  std::size_t bytes = 0;
  for_each_number(record, [&](const auto& number) { bytes += sizeof number; });
  for_each_column(record, [&](const auto& column) {
    bytes += sizeof(ColumnHead) + stored(column).size_bytes();
  });
  return bytes;
}

/// Behind what was written.
template <class Value>
std::byte* put(const Value& value, std::byte* at) {
  static_assert(std::is_trivially_copyable_v<Value>);
  std::memcpy(at, &value, sizeof value);
  return at + sizeof value;
}
template <class Value>
const std::byte* get(Value& value, const std::byte* at) {
  static_assert(std::is_trivially_copyable_v<Value>);
  std::memcpy(&value, at, sizeof value);
  return at + sizeof value;
}

template <class Record>
std::byte* put_record(const Record& record, std::byte* at) {
  for_each_number(record, [&](const auto& number) { at = put(number, at); });
  for_each_column(record, [&](const auto& column) {
    const auto values = stored(column);
    static_assert(std::is_trivially_copyable_v<typename decltype(values)::value_type>);
    at = put(head_of(column), at);
    if (!values.empty())
      std::memcpy(at, values.data(), values.size_bytes());
    at += values.size_bytes();
  });
  return at;
}

template <class Record>
const std::byte* get_record(Record& record, const std::byte* at) {
  for_each_number(record, [&](auto& number) { at = get(number, at); });
  for_each_column(record, [&](auto& column) {
    ColumnHead head;
    at = get(head, at);
    std::vector<typename decltype(stored(column))::value_type> values(head.count);
    const std::size_t size = values.size() * sizeof values[0];
    if (size > 0)
      std::memcpy(values.data(), at, size);
    set(column, std::move(values), head);
    at += size;
  });
  return at;
}

struct ObservationsHead {
  std::uint64_t replication;
  double window_capped_s;
  std::uint8_t has_twin, has_pairing;
};

}  // namespace

std::size_t bytes_of(const Facts& facts) {
  return size_of_record(facts);
}

void write_facts(const Facts& facts, std::span<std::byte> bytes) {
  if (bytes_of(facts) > bytes.size())
    throw std::length_error("the facts of one replication do not fit");
  put_record(facts, bytes.data());
}

Facts read_facts(const std::byte* bytes) {
  Facts facts;
  get_record(facts, bytes);
  return facts;
}

std::size_t bytes_of(const Observations& seen) {
  return sizeof(ObservationsHead) + size_of_record(seen.world) +
         (seen.twin ? size_of_record(*seen.twin) : 0) +
         (seen.paired ? size_of_record(*seen.paired) : 0);
}

void write_observations(const Observations& seen, std::span<std::byte> bytes) {
  if (bytes_of(seen) > bytes.size())
    throw std::length_error("what one replication has seen does not fit");
  ObservationsHead head{};
  head.replication = seen.replication;
  head.window_capped_s = seen.window_capped_s;
  head.has_twin = seen.twin ? 1 : 0;
  head.has_pairing = seen.paired ? 1 : 0;
  std::byte* at = put_record(seen.world, put(head, bytes.data()));
  if (seen.twin)
    at = put_record(*seen.twin, at);
  if (seen.paired)
    put_record(*seen.paired, at);
}

Observations read_observations(const std::byte* bytes) {
  ObservationsHead head;
  const std::byte* at = get(head, bytes);
  Observations seen;
  seen.replication = head.replication;
  seen.window_capped_s = head.window_capped_s;
  at = get_record(seen.world, at);
  if (head.has_twin != 0)
    at = get_record(seen.twin.emplace(), at);
  if (head.has_pairing != 0)
    get_record(seen.paired.emplace(), at);
  return seen;
}

}  // namespace results
