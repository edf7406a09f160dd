#include "sim/replications/kept_twins.hpp"

namespace sim {

namespace {

template <class Value>
std::vector<Value> copied(std::span<Value> values) {
  return {values.begin(), values.end()};
}

}  // namespace

KeptTwin::KeptTwin(const SharedBlock& block) : facts_(block.take()) {
  const PairedFates seen = block.fates(block.background_callers());
  fate_ = copied(seen.fate);
  cell_ = copied(seen.cell);
  first_attempt_s_ = copied(seen.first_attempt_s);
  delay_s_ = copied(seen.delay_s);
  help_s_ = copied(seen.help_s);
}

PairedFates KeptTwin::fates(std::size_t count) {
  return {std::span(fate_).first(count), std::span(cell_).first(count),
          std::span(first_attempt_s_).first(count), std::span(delay_s_).first(count),
          std::span(help_s_).first(count)};
}

}  // namespace sim
