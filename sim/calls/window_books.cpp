#include "sim/calls/window_books.hpp"

#include <algorithm>
#include <utility>

#include "sim/calls/fact_shape.hpp"

namespace sim {

namespace {

/// Without what lies behind the last bin of the timeline.
results::Facts copied(results::Facts& facts, std::size_t timeline) {
  results::CountList all = std::exchange(facts.timeline, {});
  results::Facts out = facts;
  const auto& counts = all.open();
  out.timeline =
      std::vector(counts.begin(),
                  counts.begin() + static_cast<std::ptrdiff_t>(std::min(timeline, counts.size())));
  facts.timeline = std::move(all);
  return out;
}

PairedFates first_of(const PairedFates& fates, std::size_t count) {
  return {fates.fate.first(count), fates.cell.first(count), fates.first_attempt_s.first(count),
          fates.delay_s.first(count), fates.help_s.first(count)};
}

}  // namespace

Books::Books(const models::World& world, const scenarios::Window& window, results::Facts& facts,
             PairedFates fates, std::size_t sources)
    : world_(world),
      window_(window),
      facts_(facts),
      fates_(fates),
      running_{CallerLedger(world, facts, fates, sources), ExchangeBooks(world, window, facts)} {}

EndedWindow& Books::end_window(double end_s, std::size_t callers) {
  scenarios::Window shorter = window_;
  shorter.end_s = end_s;
  const std::size_t timeline = timeline_shape(shorter).bins * world_.centres.size() *
                               results::size_of<results::TimelineCount>;
  const auto fates = first_of(fates_, std::min(callers, fates_.fate.size()));
  ended_.push_back(std::make_unique<EndedWindow>(running_, copied(facts_, timeline), fates, end_s));
  return *ended_.back();
}

}  // namespace sim
