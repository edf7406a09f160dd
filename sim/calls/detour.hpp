#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "models/world/world.hpp"
#include "sim/calls/call.hpp"

namespace sim {

/// What an effect does to single calls while it is at work. The exchange asks these questions of
/// each call; an effect answers those that concern it, the others as if it were not there.
class Detour {
public:
  virtual ~Detour() = default;

  /// The person does not call at all; `u` is the person's uniform for it.
  virtual bool deters(const Call&, double /*u*/) const { return false; }
  /// Whatever this person dials, at the first stage or by telephone elsewhere, is blocked.
  virtual bool blocks(const Call&) const { return false; }
  /// Share of the calls from this region that are blocked wherever they go.
  virtual double blocked_share(models::Id<models::Region>) const { return 0; }
  /// Seconds on the way into the stage of the call; `u` is the uniform that drew the normal ones.
  virtual double way_s(const Call&, double /*u*/, double normally_s) const { return normally_s; }
  /// The call lands at another centre; the uniform says at which.
  virtual std::optional<double> leads_astray(const Call&) const { return {}; }
  /// Seconds until whoever has answered a call that was led astray finds out.
  virtual std::optional<double> found_out_s(const Call&) const { return {}; }
  /// Seconds after which the dispatch turns out to be wrong and is done once more.
  virtual std::optional<double> comes_back_s(const Call&) const { return {}; }
};

/// All detours that calls may meet at the moment, in the order in which they came.
class Detours {
public:
  bool any() const { return !detours_.empty(); }
  void add(const Detour& detour) { detours_.push_back(&detour); }
  void remove(const Detour& detour) { std::erase(detours_, &detour); }
  /// What one of them says has changed.
  void note_change() { changed_ = true; }
  /// Whether anything changed since this was asked last.
  bool take_change() { return std::exchange(changed_, false); }

  bool deter(const Call& call, double u) const;
  bool block(const Call& call) const;
  double blocked_share(models::Id<models::Region> region) const;
  double way_s(const Call& call, double u, double normally_s) const;
  std::optional<double> lead_astray(const Call& call) const;
  std::optional<double> found_out_s(const Call& call) const;
  std::optional<double> comes_back_s(const Call& call) const;

private:
  std::vector<const Detour*> detours_;
  bool changed_ = false;
};

/// Whose call it is: the centre of the region, at a national stage the one that serves everybody.
models::Id<models::Centre> home_of(const models::World& world, const Call& call);

}  // namespace sim
