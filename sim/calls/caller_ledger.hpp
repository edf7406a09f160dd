#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "models/world/world.hpp"
#include "results/observations.hpp"
#include "sim/calls/burst.hpp"
#include "sim/calls/call.hpp"
#include "sim/calls/call_recorder.hpp"

namespace sim {

/// What one world writes about each background caller so that the parent can lay twin and
/// disturbed side by side: 15 bytes a caller, in memory shared with the parent. Both worlds write
/// the same cell (region x disciplines + discipline) and first attempt, since both have the same
/// callers.
struct PairedFates {
  enum Bit : std::uint8_t {
    measured = 1,
    genuine = 2,
    lost = 4,
    unreached = 8,
    done = 16,
    stayed_away = 32
  };
  std::span<std::uint8_t> fate;
  std::span<std::uint16_t> cell;
  std::span<float> first_attempt_s;
  std::span<float> delay_s;  ///< to the answer of the right discipline; infinite: never
  std::span<float> help_s;   ///< to the alert of the first unit; infinite: never, or none is due
};

/// What one world writes beside its counts: fates for the pairing, and rows of so many callers.
struct Recording {
  PairedFates fates;
  std::uint64_t calls = 0;
  /// Told at the end of each bin of the timeline; none: nobody asks.
  std::function<void(double now_s)> on_time;
};

/// Keeps the persons' books: counts by region and discipline, incidents, fates.
class CallerLedger {
public:
  CallerLedger(const models::World& world, results::Facts& facts, PairedFates fates,
               std::size_t sources);

  /// Rows for the first callers of the window, so many; asked before the first of them.
  void record(std::size_t calls) { recorder_.record(calls); }
  void count(const Call& call, results::CallerCount what) {
    if (call.call_class == results::CallClass::measured)
      ++cell(call, what);
  }
  /// A person turns up. `source` keeps the incidents of a surge apart from the background's.
  void open(Call& call, std::uint16_t source, const InBurst& burst = {});
  /// Somebody answered on 112 at t.
  void answer(Call& call, double t_s) {
    if (call.recorded && !call.answered)
      recorder_.answered(call, t_s);
    call.answered = true;
  }
  /// The right discipline answered at t, at this centre; no_slot: on another channel than 112.
  void contact(Call& call, double t_s, std::uint32_t centre);
  /// A unit is alerted for the person at t: by the first dispatcher who takes the job, or by
  /// whoever answers on another channel.
  void alert(const Call& call, double t_s);
  /// The person's story is over; called once for each.
  void close(const Call& call, results::CallerCount final_state, double now_s);
  /// Persons whose story goes on, and those of the window among them.
  std::uint64_t open() const { return open_; }
  std::uint64_t open_measured() const { return open_measured_; }
  /// Incidents still referred to at the end are settled; then the books are complete.
  void settle();
  /// Misses of: attempts = completed + blocked + abandoned + cut + in progress; attempts =
  /// (callers - deterred) + redials; callers = reached + gave up + other channel + deterred + stood
  /// down + pending.
  std::uint64_t audit() const;

private:
  struct Incident {
    std::uint32_t refers = 0;  ///< persons still open, and one for being the latest
    std::uint16_t region = 0;
    std::uint8_t discipline = 0;
    bool measured = false, in_time = false;
    double first_s = 0;                                          ///< when it was first reported
    double through_s = std::numeric_limits<double>::infinity();  ///< somebody got through
  };
  std::uint32_t& cell(std::size_t region, std::size_t discipline, results::CallerCount what) {
    return facts_
        .callers[(region * disciplines_ + discipline) * results::size_of<results::CallerCount> +
                 static_cast<std::size_t>(what)];
  }
  std::uint32_t& cell(const Call& call, results::CallerCount what) {
    return cell(call.region, call.discipline, what);
  }
  void count(const Call& call, results::KindCount what) {
    ++facts_
          .kinds[call.kind * results::size_of<results::KindCount> + static_cast<std::size_t>(what)];
  }
  void count_both(const Call& call, results::CallerCount what, results::KindCount of_kind) {
    ++cell(call, what);
    count(call, of_kind);
  }
  std::uint32_t incident_of(const Call& call, std::uint16_t source, const InBurst& burst);
  std::uint32_t latest_incident(const Call& call, std::uint16_t source);
  std::uint32_t new_incident(const Call& call);
  void release(std::uint32_t incident);
  void close_measured(const Call& call, results::CallerCount final_state, double now_s);
  bool is_lost(const Call& call, results::CallerCount final_state, double now_s) const;
  void write_fate(const Call& call, std::uint8_t how);

  const models::World& world_;
  results::Facts& facts_;
  PairedFates fates_;
  CallRecorder recorder_;
  std::size_t disciplines_;
  std::vector<Incident> incidents_;
  std::vector<std::uint32_t> free_incidents_;
  std::vector<std::uint32_t> latest_;    ///< [source][discipline]
  std::vector<std::uint32_t> of_burst_;  ///< [slot]
  std::uint64_t open_ = 0, open_measured_ = 0;
};

}  // namespace sim
